// Generated from @buurtkit/contract by `npm run generate`. Edit that, not this.

import type {Label} from '../label.ts';
import type {EntryKind} from './types.ts';

/** Why minutes moved, with their labels, in the order in which they are shown. */
export const entryKinds: Readonly<Record<EntryKind, Label>> = {
  transfer: {nl: 'Gegeven', en: 'Given'},
  batch: {nl: 'Samen gegeven', en: 'Given together'},
  request: {nl: 'Op verzoek gegeven', en: 'Given on request'},
  gift: {nl: 'Cadeau', en: 'Gift'},
  hours: {nl: 'Uren voor de buurt', en: 'Hours for the neighbourhood'},
  welcome: {nl: 'Welkom', en: 'Welcome'},
  exchange: {nl: 'Vraag en aanbod', en: 'Offers and requests'},
  redemption: {nl: 'Ingewisseld', en: 'Redeemed'},
  reversal: {nl: 'Teruggedraaid', en: 'Turned back'},
  expiry: {nl: 'Naar de buurtpot', en: 'To the community fund'},
  closing: {nl: 'Afgesloten', en: 'Closed'},
};
