// Generated from @buurtkit/contract by `npm run generate`. Edit that, not this.

import type {Label} from '../label.ts';
import type {AccountKind} from './types.ts';

/** Whose an account of time credits is, with their labels, in the order in which they are shown. */
export const accountKinds: Readonly<Record<AccountKind, Label>> = {
  member: {nl: 'Deelnemer', en: 'Member'},
  initiative: {nl: 'Initiatief', en: 'Initiative'},
  partner: {nl: 'Organisatie', en: 'Organisation'},
  fund: {nl: 'Buurtpot', en: 'Community fund'},
  issuance: {nl: 'Uitgifte', en: 'Issuance'},
};
