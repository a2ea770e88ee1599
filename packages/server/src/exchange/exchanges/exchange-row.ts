import {
  exchangeStates,
  lapseOf,
  partiesOfSide,
  valuesOf,
  type ExchangeParty,
  type ExchangeSide,
  type ExchangeState,
  type Language,
  type LanguageMap,
  type Listing,
} from '@buurtkit/contract';
import {sql, type RawBuilder, type Selectable} from 'kysely';
import type {Tables} from '../../db/tables.ts';
import type {Caller} from '../../scope.ts';

export type ExchangeRow = Selectable<Tables['exchanges']>;
export type ExchangeWords = Omit<Selectable<Tables['exchange_words']>, 'community_id' | 'exchange_id'>;

export type Person = {id: string; name: string | null; email: string | null; language: Language};

/** An exchange with all that a decision, an answer or a mail about it needs. */
export type KnownExchange = {
  exchange: ExchangeRow;
  words: ExchangeWords;
  listing: {id: string; kind: Listing['kind']; title: LanguageMap; category: Listing['category']} | null;
  helper: Person;
  helped: Person;
};

export function otherSide(side: ExchangeSide): ExchangeSide {
  return side === 'helper' ? 'helped' : 'helper';
}

/** On which side somebody is; null is on neither. */
export function sideOf({helper_id, helped_id}: Pick<ExchangeRow, 'helper_id' | 'helped_id'>, memberId: string | null): ExchangeSide | null {
  return memberId === helper_id ? 'helper' : memberId === helped_id ? 'helped' : null;
}

export function callersSide(row: Pick<ExchangeRow, 'helper_id' | 'helped_id'>, caller: Caller): ExchangeSide | null {
  return sideOf(row, caller.kind === 'member' ? caller.id : null);
}

/** As whom a caller may act on it. Nobody is the coordinator of an exchange of their own. */
export function partiesOf(row: ExchangeRow, caller: Caller): ExchangeParty[] {
  if (caller.kind === 'server') return ['server'];
  const side = callersSide(row, caller);
  if (!side) return isCoordinator(caller) ? ['coordinator'] : [];
  return partiesOfSide(side, {
    proposedBy: row.proposed_by,
    claimedBy: row.claimed_by,
    minutes: {helper: row.helper_minutes, helped: row.helped_minutes},
    agreedMinutes: row.agreed_minutes,
  });
}

export function isCoordinator(caller: Caller): boolean {
  return 'role' in caller && (caller.role === 'coordinator' || caller.role === 'admin');
}

/** How it stands at a moment, also when nobody has written down yet that its time is over. */
export function stateAt({state, expires_at}: Pick<ExchangeRow, 'state' | 'expires_at'>, now: Date): ExchangeState {
  return expires_at !== null && expires_at <= now ? (lapseOf(state)?.to ?? state) : state;
}

/** The same of the exchanges `e` in a statement. */
export function stateNow(now: Date): RawBuilder<ExchangeState> {
  const lapses = valuesOf(exchangeStates).flatMap((state) => {
    const lapse = lapseOf(state);
    return lapse ? [sql`when ${state} then ${lapse.to}`] : [];
  });
  return sql<ExchangeState>`(case when e.expires_at <= ${now} then case e.state ${sql.join(lapses, sql` `)} else e.state end else e.state end)`;
}

/** Whether the coordinator was asked, or will be now that time is over. */
export function isWithCoordinator(row: ExchangeRow, now: Date): boolean {
  return row.disputed_at !== null || stateAt(row, now) === 'disputed';
}
