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

export const opportunityKinds = {
  once: {nl: 'Eenmalig', en: 'One-off'},
  recurring: {nl: 'Elke week of maand', en: 'Recurring'},
  flexible: {nl: 'Wanneer het uitkomt', en: 'Flexible'},
  'home-visit': {nl: 'Op bezoek', en: 'Home visit'},
  buddy: {nl: 'Maatje', en: 'Buddy'},
  'work-experience': {nl: 'Werkervaring', en: 'Work experience'},
  'day-activity': {nl: 'Dagbesteding', en: 'Day activity'},
  'school-placement': {nl: 'Maatschappelijke stage', en: 'School placement'},
} as const satisfies Labels<string>;
export type OpportunityKind = keyof typeof opportunityKinds;

export const minorsPolicies = {
  none: {nl: 'Niet voor wie jonger is', en: 'Not for minors'},
  guardian: {nl: 'Met toestemming van een ouder', en: 'With a guardian’s consent'},
  supervised: {nl: 'Onder begeleiding', en: 'Supervised'},
} as const satisfies Labels<string>;

/** VOG: the Dutch certificate of conduct (Verklaring Omtrent het Gedrag). */
export const vogRequirements = {
  none: {nl: 'Geen VOG nodig', en: 'No certificate of conduct needed'},
  preferred: {nl: 'Liefst met VOG', en: 'Certificate of conduct preferred'},
  required: {nl: 'VOG nodig', en: 'Certificate of conduct needed'},
} as const satisfies Labels<string>;

export const signupApprovals = {
  automatic: {nl: 'Meteen', en: 'At once'},
  review: {nl: 'Na een kennismaking', en: 'After a first talk'},
} as const satisfies Labels<string>;

export const partsOfDay = {
  morning: {nl: 'Ochtend', en: 'Morning'},
  afternoon: {nl: 'Middag', en: 'Afternoon'},
  evening: {nl: 'Avond', en: 'Evening'},
} as const satisfies Labels<string>;
export type PartOfDay = keyof typeof partsOfDay;

/** Whether one can sign up for a shift, and why not. */
export const shiftStates = {
  open: {nl: 'Er is plek', en: 'There is room'},
  waitlist: {nl: 'Vol; je kunt op de wachtlijst', en: 'Full; you can join the waiting list'},
  full: {nl: 'Vol', en: 'Full'},
  'not-yet': {nl: 'Aanmelden kan nog niet', en: 'Sign-up is not open yet'},
  closed: {nl: 'Aanmelden kan niet meer', en: 'Sign-up is closed'},
  past: {nl: 'Voorbij', en: 'Past'},
  cancelled: {nl: 'Gaat niet door', en: 'Cancelled'},
} as const satisfies Labels<string>;
export type ShiftState = keyof typeof shiftStates;

export const signupStates = {
  held: {nl: 'Plek vastgehouden', en: 'Place held'},
  'awaiting-email': {nl: 'Wacht op bevestiging', en: 'Waiting for confirmation'},
  'awaiting-guardian': {nl: 'Wacht op een ouder', en: 'Waiting for a guardian'},
  'awaiting-review': {nl: 'Wacht op antwoord', en: 'Waiting for an answer'},
  'intro-planned': {nl: 'Kennismaking gepland', en: 'First talk planned'},
  confirmed: {nl: 'Bevestigd', en: 'Confirmed'},
  'checked-in': {nl: 'Aanwezig', en: 'Checked in'},
  done: {nl: 'Gedaan', en: 'Done'},
  'no-show': {nl: 'Niet gekomen', en: 'Did not come'},
  waitlisted: {nl: 'Op de wachtlijst', en: 'On the waiting list'},
  offered: {nl: 'Plek aangeboden', en: 'Place offered'},
  declined: {nl: 'Bedankt voor de plek', en: 'Declined'},
  expired: {nl: 'Verlopen', en: 'Expired'},
  refused: {nl: 'Niet gelukt', en: 'Refused'},
  cancelled: {nl: 'Afgemeld', en: 'Cancelled'},
} as const satisfies Labels<string>;
export type SignupState = keyof typeof signupStates;

export const signupSteps = {
  'confirm-email': {nl: 'Bevestig via de mail', en: 'Confirm by e-mail'},
  'ask-guardian': {nl: 'Een ouder geeft toestemming', en: 'A guardian consents'},
  'wait-for-answer': {nl: 'Je krijgt antwoord', en: 'You get an answer'},
  'wait-for-place': {nl: 'Je hoort het als er plek is', en: 'You hear when there is a place'},
  come: {nl: 'Kom langs', en: 'Come'},
} as const satisfies Labels<string>;

export const ageBands = {
  'under-12': {nl: 'Jonger dan 12', en: 'Under 12'},
  '12-15': {nl: '12 tot en met 15', en: '12 to 15'},
  '16-17': {nl: '16 of 17', en: '16 or 17'},
  '18+': {nl: '18 of ouder', en: '18 or over'},
} as const satisfies Labels<string>;
export type AgeBand = keyof typeof ageBands;

export const hoursStates = {
  submitted: {nl: 'Ingediend', en: 'Submitted'},
  approved: {nl: 'Goedgekeurd', en: 'Approved'},
  refused: {nl: 'Niet goedgekeurd', en: 'Refused'},
} as const satisfies Labels<string>;

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

export const accountKinds = {
  member: {nl: 'Deelnemer', en: 'Member'},
  initiative: {nl: 'Initiatief', en: 'Initiative'},
  partner: {nl: 'Organisatie', en: 'Organisation'},
  fund: {nl: 'Buurtpot', en: 'Community fund'},
  issuance: {nl: 'Uitgifte', en: 'Issuance'},
} as const satisfies Labels<string>;
export type AccountKind = keyof typeof accountKinds;

export const entryKinds = {
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
} as const satisfies Labels<string>;
export type EntryKind = keyof typeof entryKinds;

export const holdStates = {
  held: {nl: 'Gereserveerd', en: 'Held'},
  posted: {nl: 'Gegeven', en: 'Given'},
  voided: {nl: 'Vrijgegeven', en: 'Released'},
  expired: {nl: 'Verlopen', en: 'Expired'},
} as const satisfies Labels<string>;
export type HoldState = keyof typeof holdStates;

export const paymentRequestStates = {
  pending: {nl: 'Wacht op antwoord', en: 'Waits for an answer'},
  accepted: {nl: 'Gegeven', en: 'Given'},
  refused: {nl: 'Niet gegeven', en: 'Not given'},
  withdrawn: {nl: 'Ingetrokken', en: 'Withdrawn'},
  expired: {nl: 'Verlopen', en: 'Expired'},
} as const satisfies Labels<string>;
export type PaymentRequestState = keyof typeof paymentRequestStates;

export const listingKinds = {
  request: {nl: 'Hulpvraag', en: 'Request'},
  offer: {nl: 'Hulpaanbod', en: 'Offer'},
} as const satisfies Labels<string>;
export type ListingKind = keyof typeof listingKinds;

/** What kind of help it is. */
export const listingCategories = {
  household: {nl: 'In huis', en: 'Around the house'},
  garden: {nl: 'Tuin', en: 'Garden'},
  repair: {nl: 'Repareren', en: 'Repairs'},
  transport: {nl: 'Vervoer en boodschappen', en: 'Transport and errands'},
  company: {nl: 'Gezelschap', en: 'Company'},
  'care-light': {nl: 'Lichte hulp en zorg', en: 'Light help and care'},
  children: {nl: 'Kinderen', en: 'Children'},
  animals: {nl: 'Dieren', en: 'Animals'},
  cooking: {nl: 'Koken', en: 'Cooking'},
  computer: {nl: 'Computer en telefoon', en: 'Computer and phone'},
  paperwork: {nl: 'Formulieren en brieven', en: 'Forms and letters'},
  language: {nl: 'Taal', en: 'Language'},
  lessons: {nl: 'Les en uitleg', en: 'Lessons'},
  other: {nl: 'Anders', en: 'Other'},
} as const satisfies Labels<string>;
export type ListingCategory = keyof typeof listingCategories;

export const listingStates = {
  open: {nl: 'Open', en: 'Open'},
  closed: {nl: 'Gesloten', en: 'Closed'},
  expired: {nl: 'Verlopen', en: 'Expired'},
} as const satisfies Labels<string>;
export type ListingState = keyof typeof listingStates;

export const exchangeStates = {
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
} as const satisfies Labels<string>;
export type ExchangeState = keyof typeof exchangeStates;

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
/** What somebody is good at; skills are open, and these have a label. */
export const knownSkills = {
  administration: {nl: 'Administratie', en: 'Administration'},
  animals: {nl: 'Omgaan met dieren', en: 'Working with animals'},
  care: {nl: 'Zorgen voor iemand', en: 'Caring for somebody'},
  children: {nl: 'Omgaan met kinderen', en: 'Working with children'},
  cleaning: {nl: 'Schoonmaken', en: 'Cleaning'},
  computers: {nl: 'Computers en telefoons', en: 'Computers and phones'},
  cooking: {nl: 'Koken', en: 'Cooking'},
  crafts: {nl: 'Handwerk en knutselen', en: 'Crafts'},
  driving: {nl: 'Autorijden', en: 'Driving'},
  forms: {nl: 'Formulieren invullen', en: 'Filling in forms'},
  gardening: {nl: 'Tuinieren', en: 'Gardening'},
  hospitality: {nl: 'Mensen ontvangen', en: 'Welcoming people'},
  languages: {nl: 'Talen spreken', en: 'Speaking languages'},
  listening: {nl: 'Luisteren', en: 'Listening'},
  music: {nl: 'Muziek maken', en: 'Making music'},
  organising: {nl: 'Organiseren', en: 'Organising'},
  photography: {nl: 'Fotograferen', en: 'Photography'},
  repairs: {nl: 'Klussen en repareren', en: 'Odd jobs and repairs'},
  sewing: {nl: 'Naaien', en: 'Sewing'},
  sport: {nl: 'Sporten en bewegen', en: 'Sport and exercise'},
  teaching: {nl: 'Uitleggen en lesgeven', en: 'Explaining and teaching'},
  till: {nl: 'Achter de kassa staan', en: 'Working the till'},
  writing: {nl: 'Schrijven', en: 'Writing'},
} as const satisfies Labels<string>;

export const knownThemes = {
  ageing: {nl: 'Ouder worden', en: 'Ageing'},
  art: {nl: 'Kunst', en: 'Art'},
  care: {nl: 'Zorg', en: 'Care'},
  children: {nl: 'Kinderen', en: 'Children'},
  energy: {nl: 'Energie', en: 'Energy'},
  food: {nl: 'Eten', en: 'Food'},
  gardening: {nl: 'Tuinieren', en: 'Gardening'},
  green: {nl: 'Groen', en: 'Green'},
  health: {nl: 'Gezondheid', en: 'Health'},
  housing: {nl: 'Wonen', en: 'Housing'},
  information: {nl: 'Informatie', en: 'Information'},
  learning: {nl: 'Leren', en: 'Learning'},
  liveability: {nl: 'Leefbaarheid', en: 'Liveability'},
  loneliness: {nl: 'Eenzaamheid', en: 'Loneliness'},
  meeting: {nl: 'Ontmoeten', en: 'Meeting'},
  'neighbour-help': {nl: 'Burenhulp', en: 'Neighbour help'},
  repair: {nl: 'Repareren', en: 'Repair'},
  'self-management': {nl: 'Zelfbeheer', en: 'Self-management'},
  shop: {nl: 'Winkel', en: 'Shop'},
  'social-enterprise': {nl: 'Sociaal ondernemen', en: 'Social enterprise'},
  sport: {nl: 'Sport', en: 'Sport'},
  sustainability: {nl: 'Duurzaamheid', en: 'Sustainability'},
  'time-credits': {nl: 'Tijdspunten', en: 'Time credits'},
  volunteering: {nl: 'Vrijwilligerswerk', en: 'Volunteering'},
  women: {nl: 'Vrouwen', en: 'Women'},
  work: {nl: 'Werk', en: 'Work'},
  youth: {nl: 'Jeugd', en: 'Youth'},
} as const satisfies Labels<string>;
