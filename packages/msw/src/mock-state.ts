import type {CommunitySettings, Event, EventType, Initiative} from '@buurtkit/contract';
import {sampleCommunities} from './samples/communities.ts';
import {sampleInitiatives} from './samples/initiatives.ts';
import {MockProblem} from './mock-problem.ts';

/** What the handlers answer from, and what writes change. */
export type MockState = {
  communities: CommunitySettings[];
  initiatives: Initiative[];
  events: Event[];
  /** Answers to writes, by caller, route and Idempotency-Key. */
  answered: Map<string, {request: string; status: number; text: string; headers: Record<string, string>}>;
  numbers: {request: number; initiative: number};
};

/** Data instead of the sample data; what is left out is the sample's. */
export type MockData = {
  communities?: readonly CommunitySettings[] | undefined;
  initiatives?: readonly Initiative[] | undefined;
};

export function createState({communities = sampleCommunities, initiatives = sampleInitiatives}: MockData): MockState {
  return {
    communities: structuredClone([...communities]),
    initiatives: structuredClone([...initiatives]),
    events: [],
    answered: new Map(),
    numbers: {request: 0, initiative: 50_000},
  };
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

export function recordChange(state: MockState, type: EventType, {id, slug, community}: Initiative): void {
  const sequence = String(state.events.filter(({data}) => data.community === community).length + 1);
  state.events.push({
    specversion: '1.0',
    id: `${community}/${sequence}`,
    source: `/v1/communities/${community}`,
    type,
    subject: `initiatives/${slug}`,
    time: new Date().toISOString(),
    datacontenttype: 'application/json',
    sequence,
    data: {id, slug, community},
  });
}
