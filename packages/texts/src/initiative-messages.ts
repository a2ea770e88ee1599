import {formatCount} from './formats.ts';
import type {CountMessages} from './list-messages.ts';
import type {MessageSet} from './wording.ts';

/** What a list of initiatives says. */
export type InitiativeMessages = CountMessages & {
  /** Buttons that show the map above the list, and the list alone again. */
  showMap: string;
  showList: string;
  kind: string;
  stage: string;
  theme: string;
  context: string;
  area: string;
  community: string;
  near: string;
  /** Button for a postcode that was typed among the search words. */
  searchNear: (postcode: string) => string;
};

export const initiativeMessages: MessageSet<InitiativeMessages> = {
  nl: () => ({
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
    near: 'In de buurt',
    searchNear: (postcode) => `Zoek in de buurt van ${postcode}`,
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
    near: 'Nearby',
    searchNear: (postcode) => `Search near ${postcode}`,
  }),
};
