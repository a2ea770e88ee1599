// Generated from @buurtkit/contract by `npm run generate`. Edit that, not this.

import type {Label} from '../label.ts';
import type {HoursState} from './types.ts';

/** How submitted hours stand, with their labels, in the order in which they are shown. */
export const hoursStates: Readonly<Record<HoursState, Label>> = {
  submitted: {nl: 'Ingediend', en: 'Submitted'},
  approved: {nl: 'Goedgekeurd', en: 'Approved'},
  refused: {nl: 'Niet goedgekeurd', en: 'Refused'},
};
