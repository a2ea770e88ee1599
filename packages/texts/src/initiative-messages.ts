import {formatCount} from './formats.ts';
import type {MessageSet} from './wording.ts';

/** What a list of initiatives says. */
export type InitiativeMessages = {
  search: string;
  loading: string;
  /** Buttons that show the map above the list, and the list alone again. */
  showMap: string;
  showList: string;
  count: (total: number) => string;
  countFound: (total: number) => string;
  /** Button that closes the filters and goes to what they left. */
  showFound: (total: number) => string;
  none: string;
  noneHint: string;
  kind: string;
  stage: string;
  theme: string;
  context: string;
  area: string;
  community: string;
  severalByThisName: string;
  severalByThisNameHint: string;
  near: string;
  /** Button for a postcode that was typed among the search words. */
  searchNear: (postcode: string) => string;
  openNow: string;
  /** Times come as `17.00 uur`. */
  openUntil: (time: string) => string;
  opensToday: (time: string) => string;
  opensTomorrow: (time: string) => string;
};

export const initiativeMessages: MessageSet<InitiativeMessages> = {
  nl: (addressForm) => ({
    search: 'Zoek een initiatief',
    showMap: 'Kaart',
    showList: 'Lijst',
    loading: 'De initiatieven worden geladen',
    count: (total) => `${formatCount(total, 'nl')} ${total === 1 ? 'initiatief' : 'initiatieven'}`,
    countFound: (total) => `${formatCount(total, 'nl')} ${total === 1 ? 'initiatief' : 'initiatieven'} gevonden`,
    showFound: (total) => `Toon ${formatCount(total, 'nl')} ${total === 1 ? 'initiatief' : 'initiatieven'}`,
    none: 'Hier staan nog geen initiatieven',
    noneHint: 'Zodra er een initiatief bij komt, staat het hier.',
    kind: 'Soort',
    stage: 'Fase',
    theme: 'Thema',
    context: 'Omgeving',
    area: 'Gebied',
    community: 'Gemeente',
    severalByThisName: 'Meer dan één initiatief heet zo',
    severalByThisNameHint: addressForm === 'u' ? 'Welk initiatief bedoelt u?' : 'Welk initiatief bedoel je?',
    near: 'In de buurt',
    searchNear: (postcode) => `Zoek in de buurt van ${postcode}`,
    openNow: 'Nu open',
    openUntil: (time) => `Nu open tot ${time}`,
    opensToday: (time) => `Vandaag open vanaf ${time}`,
    opensTomorrow: (time) => `Morgen open vanaf ${time}`,
  }),
  en: () => ({
    search: 'Search initiatives',
    showMap: 'Map',
    showList: 'List',
    loading: 'Initiatives are being loaded',
    count: (total) => `${formatCount(total, 'en')} ${total === 1 ? 'initiative' : 'initiatives'}`,
    countFound: (total) => `${formatCount(total, 'en')} ${total === 1 ? 'initiative' : 'initiatives'} found`,
    showFound: (total) => `Show ${formatCount(total, 'en')} ${total === 1 ? 'initiative' : 'initiatives'}`,
    none: 'There are no initiatives here yet',
    noneHint: 'As soon as there is one, it will be here.',
    kind: 'Kind',
    stage: 'Stage',
    theme: 'Theme',
    context: 'Surroundings',
    area: 'Area',
    community: 'Municipality',
    severalByThisName: 'More than one initiative has this name',
    severalByThisNameHint: 'Which one do you mean?',
    near: 'Nearby',
    searchNear: (postcode) => `Search near ${postcode}`,
    openNow: 'Open now',
    openUntil: (time) => `Open now until ${time}`,
    opensToday: (time) => `Open today from ${time}`,
    opensTomorrow: (time) => `Open tomorrow from ${time}`,
  }),
};
