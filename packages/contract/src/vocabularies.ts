import type {LanguageMap} from './language-map.ts';

type Labels<Value extends string> = Record<Value, Required<LanguageMap>>;

/** The values of a vocabulary, in the order in which they are shown. */
export function valuesOf<Value extends string>(labels: Labels<Value>): [Value, ...Value[]] {
  return Object.keys(labels) as [Value, ...Value[]];
}

export const initiativeKinds = {
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
} as const satisfies Labels<string>;
export type InitiativeKind = keyof typeof initiativeKinds;

export const initiativeStages = {
  idea: {nl: 'Idee', en: 'Idea'},
  starting: {nl: 'Begint net', en: 'Starting'},
  active: {nl: 'Actief', en: 'Active'},
  threatened: {nl: 'Bedreigd', en: 'Threatened'},
  'taken-over': {nl: 'Overgenomen door bewoners', en: 'Taken over by residents'},
  pilot: {nl: 'Proef', en: 'Pilot'},
  paused: {nl: 'Staat even stil', en: 'Paused'},
  finished: {nl: 'Afgerond', en: 'Finished'},
} as const satisfies Labels<string>;
export type InitiativeStage = keyof typeof initiativeStages;

export const initiativeContexts = {
  'priority-district': {nl: 'Krachtwijk', en: 'Priority district'},
  vinex: {nl: 'Vinexwijk', en: 'Vinex district'},
  'woonerf-estate': {nl: 'Bloemkoolwijk', en: 'Woonerf estate'},
  'shrinking-region': {nl: 'Krimpregio', en: 'Shrinking region'},
  'disadvantaged-region': {nl: 'Achterstandsgebied', en: 'Disadvantaged region'},
  'urbanised-countryside': {nl: 'Verstedelijkt platteland', en: 'Urbanised countryside'},
} as const satisfies Labels<string>;
export type InitiativeContext = keyof typeof initiativeContexts;

export const scales = {
  neighbourhood: {nl: 'Buurt', en: 'Neighbourhood'},
  district: {nl: 'Wijk', en: 'District'},
  village: {nl: 'Dorp', en: 'Village'},
  town: {nl: 'Stad', en: 'Town'},
  municipality: {nl: 'Gemeente', en: 'Municipality'},
  region: {nl: 'Streek', en: 'Region'},
} as const satisfies Labels<string>;
export type Scale = keyof typeof scales;

export const precisions = {
  exact: {nl: 'Op het adres', en: 'At the address'},
  grid: {nl: 'Bij benadering', en: 'Approximate'},
  neighbourhood: {nl: 'In de buurt', en: 'In the neighbourhood'},
  village: {nl: 'In het dorp', en: 'In the village'},
  town: {nl: 'In de stad', en: 'In the town'},
  municipality: {nl: 'In de gemeente', en: 'In the municipality'},
} as const satisfies Labels<string>;
export type Precision = keyof typeof precisions;

export const partnerKinds = {
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
} as const satisfies Labels<string>;
export type PartnerKind = keyof typeof partnerKinds;

export const coalitionRoles = {
  lead: {nl: 'Trekker', en: 'Lead'},
  partner: {nl: 'Partner', en: 'Partner'},
  funder: {nl: 'Geldgever', en: 'Funder'},
  space: {nl: 'Geeft ruimte', en: 'Provides space'},
  adviser: {nl: 'Adviseur', en: 'Adviser'},
  supporter: {nl: 'Steunt', en: 'Supporter'},
  follows: {nl: 'Volgt', en: 'Follows'},
} as const satisfies Labels<string>;
export type CoalitionRole = keyof typeof coalitionRoles;

/** What a service does for residents: the functions of a low-threshold desk in the neighbourhood. */
export const serviceFunctions = {
  information: {nl: 'Informatie', en: 'Information'},
  advice: {nl: 'Advies', en: 'Advice'},
  meeting: {nl: 'Ontmoeten', en: 'Meeting'},
  signalling: {nl: 'Signaleren', en: 'Signalling'},
  participation: {nl: 'Meedoen', en: 'Participation'},
  activation: {nl: 'Aan de slag', en: 'Activation'},
  support: {nl: 'Hulp en steun', en: 'Support'},
} as const satisfies Labels<string>;
export type ServiceFunction = keyof typeof serviceFunctions;

/** As Open Referral HSDS 3.0 has them. */
export const serviceStatuses = {
  active: {nl: 'Is er', en: 'Active'},
  inactive: {nl: 'Is er nu niet', en: 'Inactive'},
  defunct: {nl: 'Bestaat niet meer', en: 'Defunct'},
  'temporarily-closed': {nl: 'Tijdelijk dicht', en: 'Temporarily closed'},
} as const satisfies Labels<string>;
export type ServiceStatus = keyof typeof serviceStatuses;

export const accessibilityAnswers = {
  yes: {nl: 'Ja', en: 'Yes'},
  no: {nl: 'Nee', en: 'No'},
  partly: {nl: 'Deels', en: 'Partly'},
  unknown: {nl: 'Niet bekend', en: 'Not known'},
} as const satisfies Labels<string>;

export const accessibilityFeatures = {
  stepFree: {nl: 'Zonder drempels', en: 'Step-free'},
  toilet: {nl: 'Toegankelijk toilet', en: 'Accessible toilet'},
  hearingLoop: {nl: 'Ringleiding', en: 'Hearing loop'},
  parking: {nl: 'Parkeerplek voor gehandicapten', en: 'Disabled parking'},
  quiet: {nl: 'Prikkelarm', en: 'Quiet'},
} as const satisfies Labels<string>;

/** Themes are open: any kebab-case word. These are the ones that have a label; another shows as its own words. */
export const knownThemes = {
  ageing: {nl: 'Ouder worden', en: 'Ageing'},
  art: {nl: 'Kunst', en: 'Art'},
  care: {nl: 'Zorg', en: 'Care'},
  energy: {nl: 'Energie', en: 'Energy'},
  food: {nl: 'Eten', en: 'Food'},
  green: {nl: 'Groen', en: 'Green'},
  housing: {nl: 'Wonen', en: 'Housing'},
  information: {nl: 'Informatie', en: 'Information'},
  learning: {nl: 'Leren', en: 'Learning'},
  liveability: {nl: 'Leefbaarheid', en: 'Liveability'},
  loneliness: {nl: 'Eenzaamheid', en: 'Loneliness'},
  meeting: {nl: 'Ontmoeten', en: 'Meeting'},
  'neighbour-help': {nl: 'Burenhulp', en: 'Neighbour help'},
  'self-management': {nl: 'Zelfbeheer', en: 'Self-management'},
  shop: {nl: 'Winkel', en: 'Shop'},
  'social-enterprise': {nl: 'Sociaal ondernemen', en: 'Social enterprise'},
  sport: {nl: 'Sport', en: 'Sport'},
  'time-credits': {nl: 'Tijdspunten', en: 'Time credits'},
  volunteering: {nl: 'Vrijwilligerswerk', en: 'Volunteering'},
  women: {nl: 'Vrouwen', en: 'Women'},
  work: {nl: 'Werk', en: 'Work'},
  youth: {nl: 'Jeugd', en: 'Youth'},
} as const satisfies Labels<string>;
