import type {MessageSet} from './wording.ts';

/** What pages of the server say around their content. */
export type PageMessages = {
  skipToContent: string;
  initiatives: string;
  initiativesOf: (community: string) => string;
  /** The directory of organisations. */
  partners: string;
  partnersOf: (community: string) => string;
  show: string;
  showPartners: string;
  anyValue: string;
  nextPage: string;
  firstPage: string;
  allInitiatives: string;
  allPartners: string;
  home: string;
  homeIntro: string;
  communities: string;
  privacy: string;
  problemNumber: (requestId: string) => string;
  toInitiatives: string;
  toPartners: string;
  opportunities: string;
  opportunitiesOf: (community: string) => string;
  showOpportunities: string;
  allOpportunities: string;
  needsScript: string;
};

export const pageMessages: MessageSet<PageMessages> = {
  nl: (addressForm) => ({
    skipToContent: 'Naar de inhoud',
    initiatives: 'Initiatieven',
    initiativesOf: (community) => `Initiatieven, ${community}`,
    partners: 'Sociale kaart',
    partnersOf: (community) => `Sociale kaart, ${community}`,
    show: 'Toon initiatieven',
    showPartners: 'Toon organisaties',
    anyValue: 'Maakt niet uit',
    nextPage: 'Volgende pagina',
    firstPage: 'Eerste pagina',
    allInitiatives: 'Alle initiatieven',
    allPartners: 'Alle organisaties',
    home: 'Buurtkit',
    homeIntro: addressForm === 'u' ? 'Zie wat bewoners bij u in de buurt samen doen.' : 'Zie wat bewoners bij je in de buurt samen doen.',
    communities: 'Gemeenten en regio’s',
    privacy: 'Privacy',
    problemNumber: (requestId) => `Nummer van deze melding: ${requestId}`,
    toInitiatives: 'Naar alle initiatieven',
    toPartners: 'Naar de sociale kaart',
    opportunities: 'Vrijwilligerswerk',
    opportunitiesOf: (community) => `Vrijwilligerswerk, ${community}`,
    showOpportunities: 'Toon vrijwilligerswerk',
    allOpportunities: 'Al het vrijwilligerswerk',
    needsScript:
      addressForm === 'u'
        ? 'Deze pagina heeft JavaScript nodig. Bel of mail ons, dan helpen wij u.'
        : 'Deze pagina heeft JavaScript nodig. Bel of mail ons, dan helpen we je.',
  }),
  en: () => ({
    skipToContent: 'Skip to content',
    initiatives: 'Initiatives',
    initiativesOf: (community) => `Initiatives, ${community}`,
    partners: 'Organisations',
    partnersOf: (community) => `Organisations, ${community}`,
    show: 'Show initiatives',
    showPartners: 'Show organisations',
    anyValue: 'Any',
    nextPage: 'Next page',
    firstPage: 'First page',
    allInitiatives: 'All initiatives',
    allPartners: 'All organisations',
    home: 'Buurtkit',
    homeIntro: 'See what residents do together near you.',
    communities: 'Municipalities and regions',
    privacy: 'Privacy',
    problemNumber: (requestId) => `Number of this report: ${requestId}`,
    toInitiatives: 'To all initiatives',
    toPartners: 'To all organisations',
    opportunities: 'Voluntary work',
    opportunitiesOf: (community) => `Voluntary work, ${community}`,
    showOpportunities: 'Show voluntary work',
    allOpportunities: 'All voluntary work',
    needsScript: 'This page needs JavaScript. Call or mail us, then we help you.',
  }),
};
