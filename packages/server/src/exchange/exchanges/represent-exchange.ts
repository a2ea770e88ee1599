import {eventsFor, type Exchange, type ExchangeSide} from '@buurtkit/contract';
import type {Scope} from '../../scope.ts';
import {firstName} from '../first-name.ts';
import {isCoordinator, partiesOf, callersSide, stateAt, type KnownExchange} from './exchange-row.ts';
import {wordsTerm} from './exchange-terms.ts';

/** An exchange for one of its sides, or for a coordinator: what they wrote as long as it is kept, and what this caller can do now. */
export function representExchange({caller, now}: Pick<Scope, 'caller' | 'now'>, known: KnownExchange): Exchange {
  const {exchange: row, listing} = known;
  const state = stateAt(row, now);
  const side = callersSide(row, caller);
  const parties = partiesOf(row, caller);
  const isForgotten = row.ended_at !== null && row.ended_at.getTime() + wordsTerm <= now.getTime();
  const words = isForgotten ? null : known.words;
  const wasAccepted = !['proposed', 'declined'].includes(state) && row.accepted_at !== null;
  const person = (of: ExchangeSide) => ({
    name: firstName(known[of].name),
    minutes: row[`${of}_minutes`],
    contact: (side !== null && (side === of || wasAccepted) && words?.[`${of}_contact`]) || null,
  });
  return {
    id: row.id,
    state,
    listing: listing && {id: listing.id, kind: listing.kind, title: listing.title, category: listing.category},
    side,
    proposedBy: row.proposed_by,
    helper: person('helper'),
    helped: person('helped'),
    minutes: row.minutes,
    message: words?.message ?? null,
    answer: words?.answer ?? null,
    agreedMinutes: row.agreed_minutes ?? suggestedMinutes(known),
    obstacle: side === 'helped' || (side === null && isCoordinator(caller)) ? row.obstacle : null,
    reason: words?.reason ?? null,
    note: words?.note ?? null,
    settledMinutes: row.settled_minutes,
    entryId: row.entry_id,
    events: eventsFor(state, parties),
    expiresAt: state === row.state ? (row.expires_at?.toISOString() ?? null) : null,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

/** The lower of what the two say, for both to agree with. */
export function suggestedMinutes({exchange: {helper_minutes, helped_minutes}}: KnownExchange): number | null {
  return helper_minutes === null || helped_minutes === null ? null : Math.min(helper_minutes, helped_minutes);
}
