// Generated from @buurtkit/contract by `npm run generate`. Edit that, not this.

import type {Label} from '../label.ts';
import type {Precision} from './types.ts';

/** How exactly a place is known, with their labels, in the order in which they are shown. */
export const precisions: Readonly<Record<Precision, Label>> = {
  exact: {nl: 'Op het adres', en: 'At the address'},
  grid: {nl: 'Bij benadering', en: 'Approximate'},
  neighbourhood: {nl: 'In de buurt', en: 'In the neighbourhood'},
  village: {nl: 'In het dorp', en: 'In the village'},
  town: {nl: 'In de stad', en: 'In the town'},
  municipality: {nl: 'In de gemeente', en: 'In the municipality'},
};
