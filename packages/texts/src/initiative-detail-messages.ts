import type {MessageSet} from './wording.ts';

/** What the panel or page of one initiative says. */
export type InitiativeDetailMessages = {
  kind: string;
  community: string;
  themes: string;
  place: string;
  since: string;
  opening: string;
  byAppointment: string;
  alwaysOpen: string;
  notOpenSoon: string;
  accessibility: string;
  website: string;
  email: string;
  phone: string;
  story: string;
  coalition: string;
  lookingFor: string;
  ownPage: string;
  notRecentlyChecked: string;
  updatedOn: (date: string) => string;
};

export const initiativeDetailMessages: MessageSet<InitiativeDetailMessages> = {
  nl: () => ({
    kind: 'Soort',
    community: 'Gemeente',
    themes: 'Thema’s',
    place: 'Plek',
    since: 'Sinds',
    opening: 'Open',
    byAppointment: 'Op afspraak',
    alwaysOpen: 'Dag en nacht',
    notOpenSoon: 'De komende twee weken niet',
    accessibility: 'Toegankelijkheid',
    website: 'Website',
    email: 'E-mail',
    phone: 'Telefoon',
    story: 'Het verhaal',
    coalition: 'Wie staat erachter',
    lookingFor: 'Wie wordt er gezocht',
    ownPage: 'Pagina om te delen of te printen',
    notRecentlyChecked: 'Niet recent gecontroleerd',
    updatedOn: (date) => `Bijgewerkt op ${date}`,
  }),
  en: () => ({
    kind: 'Kind',
    community: 'Municipality',
    themes: 'Themes',
    place: 'Place',
    since: 'Since',
    opening: 'Open',
    byAppointment: 'By appointment',
    alwaysOpen: 'Day and night',
    notOpenSoon: 'Not in the coming two weeks',
    accessibility: 'Accessibility',
    website: 'Website',
    email: 'E-mail',
    phone: 'Phone',
    story: 'The story',
    coalition: 'Who stands behind it',
    lookingFor: 'Who they are looking for',
    ownPage: 'Page to share or print',
    notRecentlyChecked: 'Not checked recently',
    updatedOn: (date) => `Updated on ${date}`,
  }),
};
