// Generated from @buurtkit/contract by `npm run generate`. Edit that, not this.

import type {Label} from '../label.ts';
import type {MinutesHoldState} from './types.ts';

/** How minutes stand that are kept apart, with their labels, in the order in which they are shown. */
export const holdStates: Readonly<Record<MinutesHoldState, Label>> = {
  held: {nl: 'Gereserveerd', en: 'Held'},
  posted: {nl: 'Gegeven', en: 'Given'},
  voided: {nl: 'Vrijgegeven', en: 'Released'},
  expired: {nl: 'Verlopen', en: 'Expired'},
};
