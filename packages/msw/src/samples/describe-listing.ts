import type {Exchange, ExchangeSide, Listing} from '@buurtkit/contract';
import {numberedId} from './numbered-id.ts';

/** An offer or a request, with the id of the member who placed it. */
export type SampleListing = Omit<Listing, 'community' | 'blocks' | 'owner' | 'isMine' | 'tellsMatches'> & {
  ownerId: string;
  tellsMatches: boolean;
  /** What a coordinator closed its owner can't open again. */
  closedBy: 'owner' | 'coordinator' | null;
};

/** Help between two members, by their ids, with all that both know of it. */
export type SampleExchange = Pick<
  Exchange,
  | 'id'
  | 'state'
  | 'proposedBy'
  | 'minutes'
  | 'message'
  | 'answer'
  | 'agreedMinutes'
  | 'obstacle'
  | 'reason'
  | 'note'
  | 'settledMinutes'
  | 'entryId'
  | 'expiresAt'
  | 'createdAt'
  | 'updatedAt'
> & {
  listingId: string;
  members: Record<ExchangeSide, string>;
  said: Record<ExchangeSide, number | null>;
  contacts: Record<ExchangeSide, string | null>;
  claimedBy: ExchangeSide | null;
  holdId: string | null;
  wasAccepted: boolean;
  wasDisputed: boolean;
};

type ListingSketch = Pick<SampleListing, 'kind' | 'ownerId'> & {title: string} & Partial<Omit<SampleListing, 'id' | 'title'>>;

/** A listing with only what matters to a test, and an id that is always the same for the same number. */
export function describeListing(number: number, {title, ...sketch}: ListingSketch): SampleListing {
  return {
    id: numberedId('listing', number),
    title: {nl: title},
    text: null,
    category: 'other',
    area: null,
    minutes: 60,
    until: '2027-01-21T09:00:00.000Z',
    state: 'open',
    tellsMatches: true,
    closedBy: null,
    createdAt: '2026-11-22T09:00:00.000Z',
    updatedAt: '2026-11-22T09:00:00.000Z',
    ...sketch,
  };
}

type ExchangeSketch = Pick<SampleExchange, 'listingId' | 'members' | 'proposedBy'> & Partial<Omit<SampleExchange, 'id'>>;

/** An exchange, proposed unless told otherwise. */
export function describeExchange(number: number, sketch: ExchangeSketch): SampleExchange {
  return {
    id: numberedId('exchange', number),
    state: 'proposed',
    minutes: 60,
    message: null,
    answer: null,
    said: {helper: null, helped: null},
    contacts: {helper: null, helped: null},
    claimedBy: null,
    agreedMinutes: null,
    obstacle: null,
    reason: null,
    note: null,
    holdId: null,
    settledMinutes: null,
    entryId: null,
    wasAccepted: false,
    wasDisputed: false,
    expiresAt: '2026-12-06T09:00:00.000Z',
    createdAt: '2026-11-22T09:00:00.000Z',
    updatedAt: '2026-11-22T09:00:00.000Z',
    ...sketch,
  };
}
