import {defaultLimit, type PaymentRequest, type PaymentRequestQuery} from '@buurtkit/contract';
import {sql} from 'kysely';
import * as z from 'zod';
import {readOpaque, writeOpaque} from '../../http/opaque.ts';
import type {TrxScope} from '../../scope.ts';
import {ownAccount} from '../accounts/own-accounts.ts';
import {requireAccount} from '../accounts/require-account.ts';
import {representRequests, type PaymentRequestRow} from './payment-request-row.ts';

type RequestPage = {data: PaymentRequest[]; total: number; next: string | null; facets: Record<string, never>};

/** What an account was asked and asks, the last first. */
export async function listRequests(
  scope: TrxScope,
  {account, state, cursor, limit = defaultLimit}: PaymentRequestQuery,
): Promise<RequestPage> {
  const {id} = await requireAccount(scope, account ?? (await ownAccount(scope)), 'see');
  const before = cursor === undefined ? null : readOpaque(z.uuid(), cursor, 'cursor');
  const isState = sql`(${state ?? null}::text is null or ${state ?? null}::text =
    case when r.state = 'pending' and r.expires_at <= ${scope.now} then 'expired' else r.state end)`;
  // Two indexes, one for each side: nobody asks themselves, so no row comes twice.
  const ofAccount = sql`(
    select * from payment_requests where community_id = ${scope.community.id} and from_account_id = ${id}
    union all select * from payment_requests where community_id = ${scope.community.id} and to_account_id = ${id}) r`;
  const {rows: counted} = await sql<{total: string}>`select count(*) as total from ${ofAccount} where ${isState}`.execute(scope.trx);
  const {rows} = await sql<PaymentRequestRow>`
    select r.* from ${ofAccount} where ${isState} and (${before}::uuid is null or r.id < ${before}::uuid)
    order by r.id desc limit ${limit + 1}`.execute(scope.trx);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    data: await representRequests(scope, page),
    total: Number(counted[0]?.total ?? 0),
    next: last ? writeOpaque(last.id) : null,
    facets: {},
  };
}
