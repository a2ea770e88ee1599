import {formatCount} from './formats.ts';
import type {CountMessages} from './list-messages.ts';
import type {MessageSet} from './wording.ts';

/** What a list of voluntary work says. */
export type VolunteeringMessages = CountMessages & {
  near: string;
  searchNear: (postcode: string) => string;
  weekday: string;
  partOfDay: string;
  kind: string;
  theme: string;
  vog: string;
  skill: string;
  language: string;
  area: string;
  community: string;
  free: string;
  children: string;
  wheelchair: string;
  credits: string;
  /** What one chooses with it, beside its name above. */
  onlyFree: string;
  withChildren: string;
  withWheelchair: string;
  earnsCredits: string;
  freePlaces: (count: number) => string;
  full: string;
  /** Work without dated shifts. */
  inConsultation: string;
  closed: string;
  /** Button from the form to the work. */
  backToWork: string;
  /** Orders: what begins first, and by title. */
  sortByMoment: string;
  sortByName: string;
};

export const volunteeringMessages: MessageSet<VolunteeringMessages> = {
  nl: (addressForm) => ({
    search: 'Zoek vrijwilligerswerk',
    loading: 'Het vrijwilligerswerk wordt geladen',
    count: (total) => `${formatCount(total, 'nl')} ${total === 1 ? 'klus' : 'klussen'}`,
    countFound: (total) => `${formatCount(total, 'nl')} ${total === 1 ? 'klus' : 'klussen'} gevonden`,
    showFound: (total) => `Toon ${formatCount(total, 'nl')} ${total === 1 ? 'klus' : 'klussen'}`,
    none: 'Er is nu geen vrijwilligerswerk',
    noneHint: 'Zodra er hulp nodig is, staat het hier.',
    near: 'In de buurt van',
    searchNear: (postcode) => `Zoek in de buurt van ${postcode}`,
    weekday: 'Dag',
    partOfDay: 'Deel van de dag',
    kind: 'Soort',
    theme: 'Thema',
    vog: 'VOG',
    skill: addressForm === 'u' ? 'Waar u goed in bent' : 'Waar je goed in bent',
    language: 'Taal',
    area: 'Gebied',
    community: 'Gemeente',
    free: 'Plek',
    children: 'Kinderen',
    wheelchair: 'Rolstoel',
    credits: 'Tijdspunten',
    onlyFree: 'Er is nog plek',
    withChildren: 'Kinderen mogen mee',
    withWheelchair: 'Bereikbaar met een rolstoel',
    earnsCredits: 'Levert tijdspunten op',
    freePlaces: (count) => `Nog ${formatCount(count, 'nl')} ${count === 1 ? 'plek' : 'plekken'}`,
    full: 'Vol',
    inConsultation: 'In overleg',
    closed: 'Aanmelden kan niet meer',
    backToWork: 'Terug naar dit vrijwilligerswerk',
    sortByMoment: 'Eerste moment',
    sortByName: 'Titel',
  }),
  en: () => ({
    search: 'Search voluntary work',
    loading: 'Voluntary work is being loaded',
    count: (total) => `${formatCount(total, 'en')} ${total === 1 ? 'opportunity' : 'opportunities'}`,
    countFound: (total) => `${formatCount(total, 'en')} ${total === 1 ? 'opportunity' : 'opportunities'} found`,
    showFound: (total) => `Show ${formatCount(total, 'en')} ${total === 1 ? 'opportunity' : 'opportunities'}`,
    none: 'There is no voluntary work now',
    noneHint: 'As soon as help is needed, it will be here.',
    near: 'Near',
    searchNear: (postcode) => `Search near ${postcode}`,
    weekday: 'Day',
    partOfDay: 'Part of the day',
    kind: 'Kind',
    theme: 'Theme',
    vog: 'Certificate of conduct',
    skill: 'What you are good at',
    language: 'Language',
    area: 'Area',
    community: 'Municipality',
    free: 'Places',
    children: 'Children',
    wheelchair: 'Wheelchair',
    credits: 'Time credits',
    onlyFree: 'Places left',
    withChildren: 'Children may come along',
    withWheelchair: 'Wheelchair accessible',
    earnsCredits: 'Earns time credits',
    freePlaces: (count) => `${formatCount(count, 'en')} ${count === 1 ? 'place' : 'places'} left`,
    full: 'Full',
    inConsultation: 'By arrangement',
    closed: 'Sign-up is closed',
    backToWork: 'Back to this work',
    sortByMoment: 'What begins first',
    sortByName: 'Title',
  }),
};
