// Generated from @buurtkit/contract by `npm run generate`. Edit that, not this.

import type {Label} from '../label.ts';
import type {PaymentRequestState} from './types.ts';

/** How a request for minutes stands, with their labels, in the order in which they are shown. */
export const paymentRequestStates: Readonly<Record<PaymentRequestState, Label>> = {
  pending: {nl: 'Wacht op antwoord', en: 'Waits for an answer'},
  accepted: {nl: 'Gegeven', en: 'Given'},
  refused: {nl: 'Niet gegeven', en: 'Not given'},
  withdrawn: {nl: 'Ingetrokken', en: 'Withdrawn'},
  expired: {nl: 'Verlopen', en: 'Expired'},
};
