// Generated from @buurtkit/contract by `npm run generate`. Edit that, not this.

import type {Label} from '../label.ts';
import type {PartnerKind} from './types.ts';

/** Kinds of organisation, with their labels, in the order in which they are shown. */
export const partnerKinds: Readonly<Record<PartnerKind, Label>> = {
  municipality: {nl: 'Gemeente', en: 'Municipality'},
  'housing-corporation': {nl: 'Woningcorporatie', en: 'Housing corporation'},
  'social-work': {nl: 'Welzijnswerk', en: 'Social work'},
  care: {nl: 'Zorg', en: 'Care'},
  school: {nl: 'School', en: 'School'},
  police: {nl: 'Politie', en: 'Police'},
  company: {nl: 'Bedrijf', en: 'Company'},
  'social-enterprise': {nl: 'Sociale onderneming', en: 'Social enterprise'},
  'residents-association': {nl: 'Bewonersorganisatie', en: 'Residents’ association'},
  'volunteer-organisation': {nl: 'Vrijwilligersorganisatie', en: 'Volunteer organisation'},
  'sports-club': {nl: 'Sportclub', en: 'Sports club'},
  culture: {nl: 'Cultuur', en: 'Culture'},
  library: {nl: 'Bibliotheek', en: 'Library'},
  'faith-community': {nl: 'Geloofsgemeenschap', en: 'Faith community'},
  knowledge: {nl: 'Kennisinstituut', en: 'Knowledge institute'},
  network: {nl: 'Netwerk', en: 'Network'},
  other: {nl: 'Anders', en: 'Other'},
};
