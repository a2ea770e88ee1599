import {
  acceptExchange,
  agreeExchange,
  claimExchange,
  confirmExchange,
  declineExchange,
  disputeExchange,
  eventsFor,
  exchangeSides,
  exchangeTransitions,
  getExchange,
  isForParty,
  lapseOf,
  listExchanges,
  partiesOfSide,
  proposeExchange,
  resolveExchange,
  withdrawExchange,
  type Exchange,
  type ExchangeAct,
  type ExchangeParty,
  type ExchangeSide,
  type ExchangeState,
} from '@buurtkit/contract';
import {accountOf, whoAsks} from '../ledger/accounts.ts';
import {obstacle, post, type Posting} from '../ledger/entries.ts';
import {MockProblem} from '../mock-problem.ts';
import {operation, type Call} from '../operation.ts';
import {pageOf} from '../pages.ts';
import {describeExchange, type SampleExchange} from '../samples/describe-listing.ts';
import {numberedId} from '../samples/numbered-id.ts';
import {closed, exchangesOf, firstName, isStaff, listingNamed, listingsOf, memberId} from './listing-state.ts';

type In = Pick<Call, 'state' | 'caller'> & {params: {community: string}};
type InOne = In & {params: {community: string; id: string}};
type Answered = {status: 200; content: Exchange};

const day = 86_400_000;
const fromNow = (days: number) => new Date(Date.now() + days * day).toISOString();

function sideOf({members}: SampleExchange, call: Pick<Call, 'caller'>): ExchangeSide | null {
  return exchangeSides.find((side) => members[side] === call.caller?.memberId) ?? null;
}

function partiesOf(exchange: SampleExchange, call: In): ExchangeParty[] {
  const side = sideOf(exchange, call);
  if (!side) return isStaff(call) ? ['coordinator'] : [];
  return partiesOfSide(side, {...exchange, minutes: exchange.said});
}

function maySee(exchange: SampleExchange, call: In): boolean {
  return sideOf(exchange, call) !== null || (isStaff(call) && exchange.wasDisputed);
}

function represented(call: In, exchange: SampleExchange): Exchange {
  const {
    listingId,
    members: _members,
    said,
    contacts,
    claimedBy: _claimedBy,
    holdId: _holdId,
    wasAccepted,
    wasDisputed: _,
    ...told
  } = exchange;
  const side = sideOf(exchange, call);
  const listing = listingsOf(call.state, call.params.community).find(({id}) => id === listingId);
  const person = (of: ExchangeSide) => ({
    name: firstName(call, exchange.members[of]),
    minutes: said[of],
    contact: side !== null && (side === of || wasAccepted) ? contacts[of] : null,
  });
  const {helper, helped} = said;
  return {
    ...told,
    listing: listing ? {id: listing.id, kind: listing.kind, title: listing.title, category: listing.category} : null,
    side,
    helper: person('helper'),
    helped: person('helped'),
    agreedMinutes: told.agreedMinutes ?? (helper === null || helped === null ? null : Math.min(helper, helped)),
    obstacle: side === 'helper' ? null : told.obstacle,
    events: eventsFor(exchange.state, partiesOf(exchange, call)),
  };
}

/** An exchange for whoever may do this with it now. */
function forAct(call: InOne, act: ExchangeAct): SampleExchange {
  const found = exchangesOf(call.state, call.params.community).find(({id}) => id === call.params.id);
  if (!found || !maySee(found, call)) throw new MockProblem('exchange.not-found');
  if (!exchangeTransitions[found.state][act]) throw new MockProblem('exchange.not-in-state');
  if (!isForParty(found.state, act, partiesOf(found, call))) throw new MockProblem('exchange.not-your-turn');
  return found;
}

const terms: Partial<Record<ExchangeState, number>> = {proposed: 14, accepted: 60, done: 14, confirmed: 14};

/** How it stands from now on; what follows by time alone is the server's. */
function moved(call: In, exchange: SampleExchange, state: ExchangeState, changes: Partial<SampleExchange> = {}): Answered {
  const expiresAt = lapseOf(state) ? fromNow(terms[state] ?? 14) : null;
  Object.assign(exchange, {...changes, state, expiresAt, updatedAt: new Date().toISOString()});
  return {status: 200, content: represented(call, exchange)};
}

function moves(call: In, {members}: SampleExchange, minutes: number): [Posting, Posting] {
  const who = whoAsks(call);
  return [
    {accountId: accountOf(who, members.helped).id, minutes: -minutes},
    {accountId: accountOf(who, members.helper).id, minutes},
  ];
}

/** Any whole number of minutes goes: the step of transfers does not hold here. */
function requireRoom(call: In, exchange: SampleExchange, minutes: number, freed = 0): void {
  const code = obstacle(whoAsks(call).ledger, moves(call, exchange, minutes), 1, freed);
  if (code) throw new MockProblem(code);
}

function holdOf(call: In, {holdId}: SampleExchange) {
  return whoAsks(call).ledger.holds.find(({id, state}) => id === holdId && state === 'held');
}

function release(call: In, exchange: SampleExchange): void {
  const hold = holdOf(call, exchange);
  if (hold) hold.state = 'voided';
}

/** Gives the minutes; null when there is nothing to give. */
function give(call: In, exchange: SampleExchange, minutes: number): string | null {
  if (minutes === 0) {
    release(call, exchange);
    return null;
  }
  const hold = holdOf(call, exchange);
  requireRoom(call, exchange, minutes, hold?.minutes ?? 0);
  const memo = listingsOf(call.state, call.params.community).find(({id}) => id === exchange.listingId)?.title.nl ?? null;
  const id = numberedId('entry', (call.state.numbers.made += 1));
  post(whoAsks(call), {id, kind: 'exchange', postings: moves(call, exchange, minutes), memo});
  if (hold) Object.assign(hold, {state: 'posted', entryId: id});
  return id;
}

/** Both stand by these minutes; when they can't be given it stays confirmed. */
function settle(call: In, exchange: SampleExchange, minutes: number): Answered {
  try {
    const entryId = give(call, exchange, minutes);
    return moved(call, exchange, 'settled', {agreedMinutes: minutes, settledMinutes: minutes, entryId, obstacle: null});
  } catch (error) {
    if (!(error instanceof MockProblem) || exchange.agreedMinutes !== null) throw error;
    return moved(call, exchange, 'confirmed', {agreedMinutes: minutes, obstacle: error.code});
  }
}

function confirm(call: InOne, exchange: SampleExchange, minutes: number): Answered {
  const said = {...exchange.said, [sideOf(exchange, call)!]: minutes};
  exchange.said = said;
  return said.helper === said.helped ? settle(call, exchange, minutes) : moved(call, exchange, 'confirmed');
}

export const exchangeOperations = [
  operation(listExchanges, (call) => {
    const {state, listing, mine, cursor, limit} = call.query;
    const found = exchangesOf(call.state, call.params.community)
      .filter((one) => maySee(one, call) && (mine === undefined || sideOf(one, call) !== null))
      .filter((one) => (!state || state.includes(one.state)) && (listing === undefined || one.listingId === listing));
    const {headers, data, ...page} = pageOf(found, {cursor, limit}, call.url);
    return {status: 200, content: {...page, data: data.map((one) => represented(call, one)), facets: {}}, headers};
  }),

  operation(proposeExchange, (call) => {
    const {community} = call.params;
    const {listingId, minutes, message = null, contact = null} = call.body;
    const listing = listingNamed(call, listingId);
    if (listing.ownerId === memberId(call)) throw new MockProblem('exchange.own-listing');
    if (listing.state !== 'open') throw new MockProblem('listing.closed');
    const proposedBy = listing.kind === 'request' ? 'helper' : 'helped';
    const others = {helper: listing.ownerId, helped: listing.ownerId, [proposedBy]: memberId(call)};
    const exchange = describeExchange((call.state.numbers.made += 1), {
      listingId,
      members: others,
      proposedBy,
      minutes: minutes ?? listing.minutes,
      message,
      contacts: {helper: null, helped: null, [proposedBy]: contact},
      createdAt: new Date().toISOString(),
    });
    const isThere = exchangesOf(call.state, community).some(
      (one) => one.listingId === listingId && one.state === 'proposed' && one.members[proposedBy] === memberId(call),
    );
    if (isThere) throw new MockProblem('exchange.already-proposed');
    if (proposedBy === 'helped') requireRoom(call, exchange, exchange.minutes);
    call.state.exchanges.set(community, [exchange, ...exchangesOf(call.state, community)]);
    const {content} = moved(call, exchange, 'proposed');
    return {status: 201, content, headers: {Location: `/v1/communities/${community}/exchanges/${exchange.id}`}};
  }),

  operation(getExchange, (call) => {
    const found = exchangesOf(call.state, call.params.community).find(({id}) => id === call.params.id);
    if (!found || !maySee(found, call)) throw new MockProblem('exchange.not-found');
    return {status: 200, content: represented(call, found)};
  }),

  operation(acceptExchange, (call) => {
    const exchange = forAct(call, 'acceptance');
    const {message = null, contact = null, closesListing} = call.body;
    requireRoom(call, exchange, exchange.minutes);
    const {ledger} = whoAsks(call);
    const [from, to] = moves(call, exchange, exchange.minutes);
    const holdId = numberedId('minutesHold', (call.state.numbers.made += 1));
    const kept = {fromAccountId: from.accountId, toAccountId: to.accountId, minutes: exchange.minutes};
    ledger.holds.push({id: holdId, ...kept, state: 'held', expiresAt: fromNow(60), entryId: null});
    const contacts = {...exchange.contacts, [sideOf(exchange, call)!]: contact};
    const accepted = moved(call, exchange, 'accepted', {answer: message, contacts, holdId, wasAccepted: true});
    const listing = listingsOf(call.state, call.params.community).find(({id}) => id === exchange.listingId);
    if (listing && (closesListing ?? listing.kind === 'request')) closed(call.state, call.params.community, listing, 'owner');
    return accepted;
  }),

  operation(declineExchange, (call) => moved(call, forAct(call, 'decline'), 'declined', {answer: call.body.message ?? null})),

  operation(withdrawExchange, (call) => {
    const exchange = forAct(call, 'withdrawal');
    release(call, exchange);
    return moved(call, exchange, 'withdrawn', {answer: call.body.message ?? exchange.answer});
  }),

  operation(claimExchange, (call) => {
    const isSecond = exchangesOf(call.state, call.params.community).some(({id, state}) => id === call.params.id && state === 'done');
    const exchange = forAct(call, isSecond ? 'confirmation' : 'done');
    if (isSecond) return confirm(call, exchange, call.body.minutes);
    const side = sideOf(exchange, call)!;
    return moved(call, exchange, 'done', {claimedBy: side, said: {...exchange.said, [side]: call.body.minutes}});
  }),

  operation(confirmExchange, (call) => confirm(call, forAct(call, 'confirmation'), call.body.minutes)),

  operation(agreeExchange, (call) => {
    const exchange = forAct(call, 'agreement');
    const {helper, helped} = exchange.said;
    return settle(call, exchange, exchange.agreedMinutes ?? Math.min(helper!, helped!));
  }),

  operation(disputeExchange, (call) => moved(call, forAct(call, 'dispute'), 'disputed', {reason: call.body.reason, wasDisputed: true})),

  operation(resolveExchange, (call) => {
    const exchange = forAct(call, 'resolution');
    const {minutes, note} = call.body;
    const entryId = give(call, exchange, minutes);
    return moved(call, exchange, 'resolved', {note, entryId, settledMinutes: minutes, obstacle: null});
  }),
];
