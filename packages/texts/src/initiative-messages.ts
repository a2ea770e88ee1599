import {formatCount} from './formats.ts';
import type {MessageSet} from './wording.ts';

/** What lists and pages of initiatives say. */
export type InitiativeMessages = {
  search: string;
  loading: string;
  count: (total: number) => string;
  countFound: (total: number) => string;
  none: string;
  noneHint: string;
  kind: string;
  stage: string;
  theme: string;
  themes: string;
  context: string;
  area: string;
  community: string;
  place: string;
  since: string;
  opening: string;
  accessibility: string;
  contact: string;
  website: string;
  email: string;
  phone: string;
  story: string;
  coalition: string;
  lookingFor: string;
  ownPage: string;
  notRecentlyChecked: string;
  updatedOn: (date: string) => string;
  severalByThisName: string;
  severalByThisNameHint: string;
};

export const initiativeMessages: MessageSet<InitiativeMessages> = {
  nl: (addressForm) => ({
    search: 'Zoek een initiatief',
    loading: 'De initiatieven worden geladen',
    count: (total) => `${formatCount(total, 'nl')} ${total === 1 ? 'initiatief' : 'initiatieven'}`,
    countFound: (total) => `${formatCount(total, 'nl')} ${total === 1 ? 'initiatief' : 'initiatieven'} gevonden`,
    none: 'Hier staan nog geen initiatieven',
    noneHint: 'Zodra er een initiatief bij komt, staat het hier.',
    kind: 'Soort',
    stage: 'Fase',
    theme: 'Thema',
    themes: 'Thema’s',
    context: 'Omgeving',
    area: 'Gebied',
    community: 'Gemeente',
    place: 'Plek',
    since: 'Sinds',
    opening: 'Open',
    accessibility: 'Toegankelijkheid',
    contact: 'Contact',
    website: 'Website',
    email: 'E-mail',
    phone: 'Telefoon',
    story: 'Het verhaal',
    coalition: 'Wie staat erachter',
    lookingFor: 'Wie wordt er gezocht',
    ownPage: 'Pagina om te delen of te printen',
    notRecentlyChecked: 'Niet recent gecontroleerd',
    updatedOn: (date) => `Bijgewerkt op ${date}`,
    severalByThisName: 'Meer dan één initiatief heet zo',
    severalByThisNameHint: addressForm === 'u' ? 'Welk initiatief bedoelt u?' : 'Welk initiatief bedoel je?',
  }),
  en: () => ({
    search: 'Search initiatives',
    loading: 'Initiatives are being loaded',
    count: (total) => `${formatCount(total, 'en')} ${total === 1 ? 'initiative' : 'initiatives'}`,
    countFound: (total) => `${formatCount(total, 'en')} ${total === 1 ? 'initiative' : 'initiatives'} found`,
    none: 'There are no initiatives here yet',
    noneHint: 'As soon as there is one, it will be here.',
    kind: 'Kind',
    stage: 'Stage',
    theme: 'Theme',
    themes: 'Themes',
    context: 'Surroundings',
    area: 'Area',
    community: 'Municipality',
    place: 'Place',
    since: 'Since',
    opening: 'Open',
    accessibility: 'Accessibility',
    contact: 'Contact',
    website: 'Website',
    email: 'E-mail',
    phone: 'Phone',
    story: 'The story',
    coalition: 'Who stands behind it',
    lookingFor: 'Who they are looking for',
    ownPage: 'Page to share or print',
    notRecentlyChecked: 'Not checked recently',
    updatedOn: (date) => `Updated on ${date}`,
    severalByThisName: 'More than one initiative has this name',
    severalByThisNameHint: 'Which one do you mean?',
  }),
};
