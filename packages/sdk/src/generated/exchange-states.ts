// Generated from @buurtkit/contract by `npm run generate`. Edit that, not this.

import type {Label} from '../label.ts';
import type {ExchangeState} from './types.ts';

/** How help between two members stands, with their labels, in the order in which they are shown. */
export const exchangeStates: Readonly<Record<ExchangeState, Label>> = {
  proposed: {nl: 'Voorgesteld', en: 'Proposed'},
  accepted: {nl: 'Afgesproken', en: 'Agreed'},
  done: {nl: 'Gedaan, wacht op bevestiging', en: 'Done, waits for confirmation'},
  confirmed: {nl: 'Bevestigd', en: 'Confirmed'},
  settled: {nl: 'Klaar', en: 'Settled'},
  declined: {nl: 'Niet doorgegaan', en: 'Declined'},
  withdrawn: {nl: 'Ingetrokken', en: 'Withdrawn'},
  expired: {nl: 'Verlopen', en: 'Expired'},
  disputed: {nl: 'Bij de coördinator', en: 'With the coordinator'},
  resolved: {nl: 'Opgelost', en: 'Resolved'},
};
