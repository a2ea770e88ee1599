import {hasEnded} from '@buurtkit/contract';
import {sql} from 'kysely';
import type {TrxScope} from '../scope.ts';
import {tellWithdrawn} from './exchanges/exchange-mails.ts';
import {sideOf} from './exchanges/exchange-row.ts';
import {lapseIfDue} from './exchanges/lapse-exchange.ts';
import {releaseHold} from './exchanges/settle-exchange.ts';
import {lockExchange, moveExchange} from './exchanges/store.ts';

/**
 * Somebody is forgotten: what still ran ends and the other hears so, what they placed is gone, and so is every word of their
 * exchanges. That there was help, and how long it took, stays.
 */
export async function forgetExchanges(scope: TrxScope, memberId: string): Promise<void> {
  const {trx, community} = scope;
  const rows = await trx
    .selectFrom('exchanges')
    .select('id')
    .where('community_id', '=', community.id)
    .where((eb) => eb.or([eb('helper_id', '=', memberId), eb('helped_id', '=', memberId)]))
    .orderBy('id')
    .execute();
  for (const {id} of rows) await endExchange(scope, id, memberId);
  const ids = rows.map(({id}) => id);
  const {rows: listings} = await sql<{id: string}>`
    delete from listings where community_id = ${community.id} and owner_id = ${memberId} returning id`.execute(trx);
  if (ids.length > 0)
    await trx.deleteFrom('exchange_words').where('community_id', '=', community.id).where('exchange_id', 'in', ids).execute();
  // Answers that were kept for a repeat, and mail that waits, tell the other side about them.
  const traces = [...ids, ...listings.map((listing) => listing.id)];
  await sql`delete from idempotency_keys k using unnest(${traces}::text[]) as t (id) where k.community_id = ${community.id} and position(t.id in k.body) > 0`.execute(
    trx,
  );
}

async function endExchange(scope: TrxScope, id: string, memberId: string): Promise<void> {
  const found = await lockExchange(scope, id);
  if (!found) return;
  const known = await lapseIfDue(scope, found);
  if (hasEnded(known.exchange.state)) return;
  const ended = await moveExchange(scope, known, 'departure', 'withdrawn');
  await releaseHold(scope, ended.exchange);
  await tellWithdrawn(scope, ended, sideOf(ended.exchange, memberId)!);
}
