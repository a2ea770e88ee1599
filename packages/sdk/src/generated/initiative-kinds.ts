// Generated from @buurtkit/contract by `npm run generate`. Edit that, not this.

import type {Label} from '../label.ts';
import type {InitiativeKind} from './types.ts';

/** Kinds of initiative, with their labels, in the order in which they are shown. */
export const initiativeKinds: Readonly<Record<InitiativeKind, Label>> = {
  'village-house': {nl: 'Dorpshuis', en: 'Village house'},
  'community-centre': {nl: 'Buurthuis', en: 'Community centre'},
  shop: {nl: 'Winkel', en: 'Shop'},
  playground: {nl: 'Speelplek', en: 'Playground'},
  'neighbourhood-business': {nl: 'Buurtbedrijf', en: 'Neighbourhood business'},
  'neighbourhood-cafe': {nl: 'Buurtcafé', en: 'Neighbourhood café'},
  'meal-service': {nl: 'Samen eten', en: 'Meal service'},
  'care-cooperative': {nl: 'Zorgcoöperatie', en: 'Care cooperative'},
  'city-village': {nl: 'Stadsdorp', en: 'City village'},
  'neighbour-network': {nl: 'Burennetwerk', en: 'Neighbour network'},
  'neighbour-help': {nl: 'Burenhulp', en: 'Neighbour help'},
  'support-point': {nl: 'Steunpunt', en: 'Support point'},
  'neighbour-care-point': {nl: 'Naoberzorgpunt', en: 'Neighbour care point'},
  'information-desk': {nl: 'Informatiepunt', en: 'Information desk'},
  'housing-cooperative': {nl: 'Wooncoöperatie', en: 'Housing cooperative'},
  'neighbourhood-cooperative': {nl: 'Buurtcoöperatie', en: 'Neighbourhood cooperative'},
  'residents-collective': {nl: 'Bewonerscollectief', en: 'Residents’ collective'},
  'village-council': {nl: 'Dorpsraad', en: 'Village council'},
  'time-exchange': {nl: 'Tijd delen', en: 'Time exchange'},
  network: {nl: 'Netwerk', en: 'Network'},
  other: {nl: 'Anders', en: 'Other'},
};
