import type {Sweeper} from './sweeper.ts';

/** All that has to happen by itself. In this order when the clock is put forward; mails last, since the others write them. */
export const sweepers: readonly Sweeper[] = [];
