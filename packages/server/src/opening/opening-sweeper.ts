import type {Sweeper} from '../jobs/sweeper.ts';
import {extendOpenings} from './extend-openings.ts';

export const openingSweeper: Sweeper = {
  name: 'openings',
  everyMinutes: 60,
  sweep: ({database}, now) => extendOpenings(database, now),
};
