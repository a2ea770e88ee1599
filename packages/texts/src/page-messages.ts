import type {MessageSet} from './wording.ts';

/** What pages of the server say around their content. */
export type PageMessages = {
  skipToContent: string;
  initiatives: string;
  initiativesOf: (community: string) => string;
  show: string;
  anyValue: string;
  nextPage: string;
  firstPage: string;
  allInitiatives: string;
  home: string;
  homeIntro: string;
  communities: string;
  privacy: string;
  problemNumber: (requestId: string) => string;
  toInitiatives: string;
};

export const pageMessages: MessageSet<PageMessages> = {
  nl: (addressForm) => ({
    skipToContent: 'Naar de inhoud',
    initiatives: 'Initiatieven',
    initiativesOf: (community) => `Initiatieven, ${community}`,
    show: 'Toon initiatieven',
    anyValue: 'Maakt niet uit',
    nextPage: 'Volgende pagina',
    firstPage: 'Eerste pagina',
    allInitiatives: 'Alle initiatieven',
    home: 'Buurtkit',
    homeIntro: addressForm === 'u' ? 'Zie wat bewoners bij u in de buurt samen doen.' : 'Zie wat bewoners bij je in de buurt samen doen.',
    communities: 'Gemeenten en regio’s',
    privacy: 'Privacy',
    problemNumber: (requestId) => `Nummer van deze melding: ${requestId}`,
    toInitiatives: 'Naar alle initiatieven',
  }),
  en: () => ({
    skipToContent: 'Skip to content',
    initiatives: 'Initiatives',
    initiativesOf: (community) => `Initiatives, ${community}`,
    show: 'Show initiatives',
    anyValue: 'Any',
    nextPage: 'Next page',
    firstPage: 'First page',
    allInitiatives: 'All initiatives',
    home: 'Buurtkit',
    homeIntro: 'See what residents do together near you.',
    communities: 'Municipalities and regions',
    privacy: 'Privacy',
    problemNumber: (requestId) => `Number of this report: ${requestId}`,
    toInitiatives: 'To all initiatives',
  }),
};
