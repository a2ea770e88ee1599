import type {CommunitySettings, CreditSettings} from '@buurtkit/contract';
import {numberedId} from './numbered-id.ts';

const municipalities = [
  {slug: 'den-haag', name: 'Den Haag', area: 'GM0518'},
  {slug: 'eemsdelta', name: 'Eemsdelta', area: 'GM1979'},
  {slug: 'groningen', name: 'Groningen', area: 'GM0014'},
  {slug: 'haarlemmermeer', name: 'Haarlemmermeer', area: 'GM0394'},
  {slug: 'schouwen-duiveland', name: 'Schouwen-Duiveland', area: 'GM1676'},
];

const credits: CreditSettings = {
  name: {nl: {one: 'tijdspunt', other: 'tijdspunten'}, en: {one: 'time credit', other: 'time credits'}},
  minutesPerCredit: 60,
  stepMinutes: 15,
  allowsBelowZero: true,
  hoursMint: true,
  partnersRedeem: true,
  memberMin: null,
  memberMax: null,
  welcomeGift: 0,
  expiresAfterMonths: null,
  deskDailyCap: 600,
};

const settings = {
  isSample: true,
  members: [],
  areas: [],
  timeZone: 'Europe/Amsterdam',
  addressForm: 'je',
  contact: {name: 'Loket', phone: '14 0000'},
  privacyUrl: null,
  look: {accentColor: null, corner: 'soft', spacing: 'normal', button: 'filled', link: 'underlined'},
  membership: 'open',
  credits,
  allowedOrigins: ['http://localhost:8000'],
  tokenIssuers: [],
  updatedAt: '2026-11-22T09:00:00Z',
} satisfies Partial<CommunitySettings>;

const url = (slug: string) => `http://localhost:8787/${slug}/initiatieven`;

/** Five municipalities, and the region `buurtkracht` that reads across them. */
export const sampleCommunities: readonly CommunitySettings[] = [
  {
    ...settings,
    id: numberedId('community', 1),
    slug: 'buurtkracht',
    kind: 'region',
    name: 'Buurtkracht',
    credits: null,
    members: municipalities.map(({slug, name}) => ({slug, name: `Gemeente ${name}`})),
    url: url('buurtkracht'),
  },
  ...municipalities.map(({slug, name, area}, index): CommunitySettings => ({
    ...settings,
    id: numberedId('community', index + 2),
    slug,
    kind: 'municipality',
    name: `Gemeente ${name}`,
    areas: [{code: area, year: 2025, name}],
    url: url(slug),
  })),
];
