import type {
  CommunitySettings,
  Edition,
  Event,
  EventResource,
  Hours,
  Import,
  Initiative,
  InitiativePerson,
  Member,
  ModerationItem,
  Opportunity,
  Partner,
  Publication,
  SharedPlace,
  Signup,
} from '@buurtkit/contract';
import {openSession, type MockSession} from './mock-sessions.ts';
import {createLedger, type Ledger} from './ledger/ledger.ts';
import {sampleCommunities} from './samples/communities.ts';
import type {SampleLedger} from './samples/describe-account.ts';
import type {SampleExchange, SampleListing} from './samples/describe-listing.ts';
import {sampleInitiatives} from './samples/initiatives.ts';
import {sampleLedgers} from './samples/ledgers.ts';
import {sampleKeys, type SampleKey} from './samples/keys.ts';
import {sampleExchanges, sampleListings} from './samples/listings.ts';
import {sampleMembers} from './samples/members.ts';
import {sampleWaiting} from './samples/moderation-items.ts';
import {sampleOpportunities} from './samples/opportunities.ts';
import {samplePartners} from './samples/partners.ts';
import {samplePlaces} from './samples/shared-places.ts';
import {sampleSignups} from './samples/signups.ts';
import {MockProblem} from './mock-problem.ts';

/** What the handlers answer from, and what writes change. */
export type MockState = {
  communities: CommunitySettings[];
  initiatives: Initiative[];
  /** With their services. */
  partners: Partner[];
  places: SharedPlace[];
  publications: Publication[];
  editions: Edition[];
  events: Event[];
  /** What waits or waited for moderators, by the slug of their community. */
  waiting: Map<string, ModerationItem[]>;
  /** With their shifts, also those that are over. */
  opportunities: Opportunity[];
  /** Who signed up, the last one first, by the slug of their community. */
  signups: Map<string, Signup[]>;
  /** Hours that were handed in, the last ones first, by the slug of their community. */
  hours: Map<string, Hours[]>;
  /** People with an account, the last who came first, by the slug of their community. */
  members: Map<string, Member[]>;
  /** Where they are signed in, the last place first. */
  sessions: MockSession[];
  /** ID tokens that somebody signed in with. */
  exchangedTokens: Set<string>;
  /** Time credits, by the slug of their community. */
  ledgers: Map<string, Ledger>;
  /** Offers and requests, and what comes of them, the newest first, by the slug of their community. */
  listings: Map<string, SampleListing[]>;
  exchanges: Map<string, SampleExchange[]>;
  /** Files that were offered, by the slug of their community. */
  imports: Map<string, Import[]>;
  /** Who gets an initiative's mail, by its id. */
  people: Map<string, InitiativePerson[]>;
  /** Answers to writes, by caller, route and Idempotency-Key. */
  answered: Map<string, {request: string; status: number; text: string; headers: Record<string, string>}>;
  numbers: {request: number; made: number};
};

/** Data instead of the sample data; what is left out is the sample's. */
export type MockData = {
  communities?: readonly CommunitySettings[] | undefined;
  initiatives?: readonly Initiative[] | undefined;
  /** Organisations with their services. */
  partners?: readonly Partner[] | undefined;
  /** Places that several share. */
  places?: readonly SharedPlace[] | undefined;
  /** Work that looks for hands, with its shifts; who may sign up goes by the `state` of each. */
  opportunities?: readonly Opportunity[] | undefined;
  /** Who signed up, the last one first, by the slug of their community. */
  signups?: Readonly<Record<string, readonly Signup[]>> | undefined;
  /** People with an account, the last who came first, by the slug of their community. */
  members?: Readonly<Record<string, readonly Member[]>> | undefined;
  /** Time credits, by the slug of their community. */
  ledgers?: Readonly<Record<string, SampleLedger>> | undefined;
  /** Offers and requests, the newest first, by the slug of their community. */
  listings?: Readonly<Record<string, readonly SampleListing[]>> | undefined;
  /** What comes of them, the newest first, by the slug of their community. */
  exchanges?: Readonly<Record<string, readonly SampleExchange[]>> | undefined;
  /** What waits for moderators, by the slug of their community. */
  waiting?: Readonly<Record<string, readonly ModerationItem[]>> | undefined;
};

export function createState({
  communities = sampleCommunities,
  initiatives = sampleInitiatives,
  partners = samplePartners,
  places = samplePlaces,
  opportunities = sampleOpportunities,
  signups = sampleSignups,
  members = sampleMembers,
  ledgers = sampleLedgers,
  listings = sampleListings,
  exchanges = sampleExchanges,
  waiting = sampleWaiting,
}: MockData): MockState {
  const state: MockState = {
    communities: structuredClone([...communities]),
    initiatives: structuredClone([...initiatives]),
    partners: structuredClone([...partners]),
    places: structuredClone([...places]),
    publications: [],
    editions: [],
    events: [],
    opportunities: structuredClone([...opportunities]),
    signups: new Map(Object.entries(structuredClone(signups)).map(([slug, ones]) => [slug, [...ones]])),
    hours: new Map(),
    members: new Map(Object.entries(structuredClone(members)).map(([slug, ones]) => [slug, [...ones]])),
    sessions: [],
    exchangedTokens: new Set(),
    ledgers: new Map(communities.map(({slug}) => [slug, createLedger(ledgers[slug])])),
    listings: new Map(Object.entries(structuredClone(listings)).map(([slug, ones]) => [slug, [...ones]])),
    exchanges: new Map(Object.entries(structuredClone(exchanges)).map(([slug, ones]) => [slug, [...ones]])),
    waiting: new Map(Object.entries(structuredClone(waiting)).map(([slug, items]) => [slug, [...items]])),
    imports: new Map(),
    people: new Map(),
    answered: new Map(),
    numbers: {request: 0, made: 50_000},
  };
  for (const [number, {key: token, community, memberId}] of Object.values<SampleKey>(sampleKeys).entries()) {
    const member = state.members.get(community)?.find(({id}) => id === memberId);
    if (member) openSession(state, number, {token, community, member});
  }
  return state;
}

export function communityOf(state: MockState, slug: string): CommunitySettings {
  const community = state.communities.find((one) => one.slug === slug);
  if (!community) throw new MockProblem('community.not-found');
  return community;
}

/** The slugs of the communities that are read: a region's members, else the community itself. */
export function readSlugs({kind, slug, members}: CommunitySettings): string[] {
  return kind === 'region' ? members.map((member) => member.slug) : [slug];
}

/** Whose change it is; a service goes by the slug of its organisation. */
type Changed = {id: string; slug: string; community: string};

const segments = {
  initiative: 'initiatives',
  partner: 'partners',
  service: 'services',
  place: 'places',
  publication: 'publications',
  opportunity: 'opportunities',
  shift: 'shifts',
} as const;

export function recordChange(
  state: MockState,
  resource: EventResource & keyof typeof segments,
  change: 'created' | 'updated',
  {id, slug, community}: Changed,
): void {
  const sequence = String(state.events.filter(({data}) => data.community === community).length + 1);
  state.events.push({
    specversion: '1.0',
    id: `${community}/${sequence}`,
    source: `/v1/communities/${community}`,
    type: `nl.buurtkit.${resource}.${change}`,
    subject: `${segments[resource]}/${resource === 'service' ? id : slug}`,
    time: new Date().toISOString(),
    datacontenttype: 'application/json',
    sequence,
    data: {id, slug, community},
  });
}
