// Generated from @buurtkit/contract by `npm run generate`. Edit that, not this.

import type {Label} from '../label.ts';
import type {Scale} from './types.ts';

/** How far an initiative reaches, with their labels, in the order in which they are shown. */
export const scales: Readonly<Record<Scale, Label>> = {
  neighbourhood: {nl: 'Buurt', en: 'Neighbourhood'},
  district: {nl: 'Wijk', en: 'District'},
  village: {nl: 'Dorp', en: 'Village'},
  town: {nl: 'Stad', en: 'Town'},
  municipality: {nl: 'Gemeente', en: 'Municipality'},
  region: {nl: 'Streek', en: 'Region'},
};
