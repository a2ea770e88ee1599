import {MockProblem} from '../mock-problem.ts';
import type {MockState} from '../mock-state.ts';
import type {Call} from '../operation.ts';
import type {SampleExchange, SampleListing} from '../samples/describe-listing.ts';
import {membersOf} from './members.ts';

type In = Pick<Call, 'state' | 'caller'> & {params: {community: string}};

export function isStaff({caller}: Pick<Call, 'caller'>): boolean {
  return caller?.role === 'coordinator' || caller?.role === 'admin';
}

/** Who is signed in; a key has nobody behind it, and doesn't get here. */
export function memberId({caller}: Pick<Call, 'caller'>): string {
  return caller?.memberId ?? '';
}

export function firstName({state, params}: In, id: string): string | null {
  return (
    membersOf(state, params.community)
      .find((member) => member.id === id)
      ?.name?.split(' ')[0] ?? null
  );
}

export function listingsOf({listings}: MockState, community: string): SampleListing[] {
  return listings.get(community) ?? [];
}

export function listingNamed({state, params}: In, id: string): SampleListing {
  const found = listingsOf(state, params.community).find((one) => one.id === id);
  if (!found) throw new MockProblem('listing.not-found');
  return found;
}

export function exchangesOf({exchanges}: MockState, community: string): SampleExchange[] {
  return exchanges.get(community) ?? [];
}

/** Off the list; whoever waits for an answer gets one. */
export function closed(state: MockState, community: string, listing: SampleListing, closedBy: 'owner' | 'coordinator'): void {
  Object.assign(listing, {state: 'closed', closedBy});
  for (const exchange of exchangesOf(state, community))
    if (exchange.listingId === listing.id && exchange.state === 'proposed') Object.assign(exchange, {state: 'declined', expiresAt: null});
}
