// Generated from @buurtkit/contract by `npm run generate`. Edit that, not this.

import type {Label} from '../label.ts';
import type {PartOfDay} from './types.ts';

/** Parts of the day, with their labels, in the order in which they are shown. */
export const partsOfDay: Readonly<Record<PartOfDay, Label>> = {
  morning: {nl: 'Ochtend', en: 'Morning'},
  afternoon: {nl: 'Middag', en: 'Afternoon'},
  evening: {nl: 'Avond', en: 'Evening'},
};
