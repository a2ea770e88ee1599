import type {MessageSet} from './wording.ts';

/** What the panel or page of one thing says, be it an initiative or an organisation. */
export type DetailMessages = {
  kind: string;
  community: string;
  themes: string;
  place: string;
  opening: string;
  byAppointment: string;
  alwaysOpen: string;
  notOpenSoon: string;
  accessibility: string;
  website: string;
  email: string;
  phone: string;
  ownPage: string;
  updatedOn: (date: string) => string;
};

export const detailMessages: MessageSet<DetailMessages> = {
  nl: () => ({
    kind: 'Soort',
    community: 'Gemeente',
    themes: 'Thema’s',
    place: 'Plek',
    opening: 'Open',
    byAppointment: 'Op afspraak',
    alwaysOpen: 'Dag en nacht',
    notOpenSoon: 'De komende twee weken niet',
    accessibility: 'Toegankelijkheid',
    website: 'Website',
    email: 'E-mail',
    phone: 'Telefoon',
    ownPage: 'Pagina om te delen of te printen',
    updatedOn: (date) => `Bijgewerkt op ${date}`,
  }),
  en: () => ({
    kind: 'Kind',
    community: 'Municipality',
    themes: 'Themes',
    place: 'Place',
    opening: 'Open',
    byAppointment: 'By appointment',
    alwaysOpen: 'Day and night',
    notOpenSoon: 'Not in the coming two weeks',
    accessibility: 'Accessibility',
    website: 'Website',
    email: 'E-mail',
    phone: 'Phone',
    ownPage: 'Page to share or print',
    updatedOn: (date) => `Updated on ${date}`,
  }),
};
