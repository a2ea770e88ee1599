// Generated from @buurtkit/contract by `npm run generate`. Edit that, not this.

import type {Label} from '../label.ts';
import type {ListingState} from './types.ts';

/** Whether an offer or request is on the list, with their labels, in the order in which they are shown. */
export const listingStates: Readonly<Record<ListingState, Label>> = {
  open: {nl: 'Open', en: 'Open'},
  closed: {nl: 'Gesloten', en: 'Closed'},
  expired: {nl: 'Verlopen', en: 'Expired'},
};
