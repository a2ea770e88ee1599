import {defaultLimit, type Exchange, type ExchangeQuery} from '@buurtkit/contract';
import {sql} from 'kysely';
import * as z from 'zod';
import {readOpaque, writeOpaque} from '../../http/opaque.ts';
import {ProblemError} from '../../problem-error.ts';
import {inTransaction, type Scope} from '../../scope.ts';
import {isCoordinator, stateNow, type ExchangeRow} from './exchange-row.ts';
import {representExchange} from './represent-exchange.ts';
import {maySee} from './require-exchange.ts';
import {findExchange, readKnown} from './store.ts';

export type ExchangeListPage = {data: Exchange[]; total: number; next: string | null; facets: Record<string, never>};

/** The caller's own, the newest first; for a coordinator also what came to them. */
export async function listExchanges(
  scope: Scope,
  {state, listing, mine, cursor, limit = defaultLimit}: ExchangeQuery,
): Promise<ExchangeListPage> {
  const {caller, community, now} = scope;
  const before = cursor === undefined ? null : readOpaque(z.uuid(), cursor, 'cursor');
  const isOwn = caller.kind === 'member' ? sql`(e.helper_id = ${caller.id} or e.helped_id = ${caller.id})` : sql`false`;
  const seesDisputes = isCoordinator(caller) && mine === undefined;
  const asked = sql<boolean>`e.community_id = ${community.id}
    and (${isOwn} or (${seesDisputes} and (e.disputed_at is not null or ${stateNow(now)} = 'disputed')))
    and (${state ?? null}::text[] is null or ${stateNow(now)} = any(${state ?? null}::text[]))
    and (${listing ?? null}::uuid is null or e.listing_id = ${listing ?? null}::uuid)`;
  return inTransaction(scope, async (trxScope) => {
    const {rows: counted} = await sql<{total: string}>`select count(*) as total from exchanges e where ${asked}`.execute(trxScope.trx);
    const {rows} = await sql<ExchangeRow>`
      select e.* from exchanges e where ${asked} and (${before}::uuid is null or e.id < ${before}::uuid)
      order by e.id desc limit ${limit + 1}`.execute(trxScope.trx);
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    return {
      data: (await readKnown(trxScope, page)).map((known) => representExchange(scope, known)),
      total: Number(counted[0]?.total ?? 0),
      next: last ? writeOpaque(last.id) : null,
      facets: {},
    };
  });
}

export async function getExchange(scope: Scope, id: string): Promise<Exchange> {
  return inTransaction(scope, async (trxScope) => {
    const known = await findExchange(trxScope, id);
    if (!known || !maySee(trxScope, known.exchange)) throw new ProblemError('exchange.not-found');
    return representExchange(scope, known);
  });
}
