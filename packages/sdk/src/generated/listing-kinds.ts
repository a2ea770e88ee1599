// Generated from @buurtkit/contract by `npm run generate`. Edit that, not this.

import type {Label} from '../label.ts';
import type {ListingKind} from './types.ts';

/** Whether somebody asks for help or offers it, with their labels, in the order in which they are shown. */
export const listingKinds: Readonly<Record<ListingKind, Label>> = {
  request: {nl: 'Hulpvraag', en: 'Request'},
  offer: {nl: 'Hulpaanbod', en: 'Offer'},
};
