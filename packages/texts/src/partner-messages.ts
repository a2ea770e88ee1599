import {formatCount} from './formats.ts';
import type {CountMessages} from './list-messages.ts';
import type {MessageSet} from './wording.ts';

/** What a list of organisations says. */
export type PartnerMessages = CountMessages & {
  kind: string;
  function: string;
  theme: string;
  area: string;
  community: string;
  /** How many initiatives an organisation stands behind. */
  standsBehind: (count: number) => string;
  /** Button from an initiative back to the organisation it was opened from; null when its name isn't there yet. */
  backTo: (name: string | null) => string;
};

export const partnerMessages: MessageSet<PartnerMessages> = {
  nl: () => ({
    search: 'Zoek een organisatie',
    loading: 'De organisaties worden geladen',
    count: (total) => `${formatCount(total, 'nl')} ${total === 1 ? 'organisatie' : 'organisaties'}`,
    countFound: (total) => `${formatCount(total, 'nl')} ${total === 1 ? 'organisatie' : 'organisaties'} gevonden`,
    showFound: (total) => `Toon ${formatCount(total, 'nl')} ${total === 1 ? 'organisatie' : 'organisaties'}`,
    none: 'Hier staan nog geen organisaties',
    noneHint: 'Zodra er een organisatie bij komt, staat zij hier.',
    kind: 'Soort',
    function: 'Waarvoor',
    theme: 'Thema',
    area: 'Gebied',
    community: 'Gemeente',
    backTo: (name) => (name === null ? 'Terug' : `Terug naar ${name}`),
    standsBehind: (count) => `Bij ${formatCount(count, 'nl')} ${count === 1 ? 'initiatief' : 'initiatieven'}`,
  }),
  en: () => ({
    search: 'Search organisations',
    loading: 'Organisations are being loaded',
    count: (total) => `${formatCount(total, 'en')} ${total === 1 ? 'organisation' : 'organisations'}`,
    countFound: (total) => `${formatCount(total, 'en')} ${total === 1 ? 'organisation' : 'organisations'} found`,
    showFound: (total) => `Show ${formatCount(total, 'en')} ${total === 1 ? 'organisation' : 'organisations'}`,
    none: 'There are no organisations here yet',
    noneHint: 'As soon as there is one, it will be here.',
    kind: 'Kind',
    function: 'What for',
    theme: 'Theme',
    area: 'Area',
    community: 'Municipality',
    backTo: (name) => (name === null ? 'Back' : `Back to ${name}`),
    standsBehind: (count) => `With ${formatCount(count, 'en')} ${count === 1 ? 'initiative' : 'initiatives'}`,
  }),
};
