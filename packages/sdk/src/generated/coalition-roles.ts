// Generated from @buurtkit/contract by `npm run generate`. Edit that, not this.

import type {Label} from '../label.ts';
import type {CoalitionRole} from './types.ts';

/** Roles of an organisation behind an initiative, with their labels, in the order in which they are shown. */
export const coalitionRoles: Readonly<Record<CoalitionRole, Label>> = {
  lead: {nl: 'Trekker', en: 'Lead'},
  partner: {nl: 'Partner', en: 'Partner'},
  funder: {nl: 'Geldgever', en: 'Funder'},
  space: {nl: 'Geeft ruimte', en: 'Provides space'},
  adviser: {nl: 'Adviseur', en: 'Adviser'},
  supporter: {nl: 'Steunt', en: 'Supporter'},
  follows: {nl: 'Volgt', en: 'Follows'},
};
