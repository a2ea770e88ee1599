// Generated from @buurtkit/contract by `npm run generate`. Edit that, not this.

import type {Label} from '../label.ts';
import type {AgeBand} from './types.ts';

/** How old somebody is, roughly, with their labels, in the order in which they are shown. */
export const ageBands: Readonly<Record<AgeBand, Label>> = {
  'under-12': {nl: 'Jonger dan 12', en: 'Under 12'},
  '12-15': {nl: '12 tot en met 15', en: '12 to 15'},
  '16-17': {nl: '16 of 17', en: '16 or 17'},
  '18+': {nl: '18 of ouder', en: '18 or over'},
};
