import type {PaymentRequest, PaymentRequestState} from '@buurtkit/contract';
import type {Selectable} from 'kysely';
import type {Tables} from '../../db/tables.ts';
import {ProblemError} from '../../problem-error.ts';
import type {TrxScope} from '../../scope.ts';
import {namedAccounts} from '../accounts/named-accounts.ts';
import {seesOneOf} from '../accounts/require-account.ts';

export type PaymentRequestRow = Selectable<Tables['payment_requests']>;

/** How it stands at this moment: one that nobody answered in time has expired, whether or not that was written down. */
export function stateNow({state, expires_at}: Pick<PaymentRequestRow, 'state' | 'expires_at'>, now: Date): PaymentRequestState {
  return state === 'pending' && expires_at <= now ? 'expired' : state;
}

/** A request with its row locked, for one of its sides or for staff; to anybody else it isn't there. */
export async function requirePaymentRequest(scope: TrxScope, id: string): Promise<PaymentRequestRow> {
  const row = await scope.trx
    .selectFrom('payment_requests')
    .selectAll()
    .where('community_id', '=', scope.community.id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row || !(await seesOneOf(scope, [row.from_account_id, row.to_account_id]))) throw new ProblemError('payment-request.not-found');
  return row;
}

export async function representRequests(scope: TrxScope, rows: readonly PaymentRequestRow[]): Promise<PaymentRequest[]> {
  const named = await namedAccounts(
    scope,
    rows.flatMap((row) => [row.from_account_id, row.to_account_id]),
  );
  return rows.map((row) => ({
    id: row.id,
    from: named.get(row.from_account_id)!,
    to: named.get(row.to_account_id)!,
    minutes: Number(row.minutes),
    memo: row.memo,
    state: stateNow(row, scope.now),
    expiresAt: row.expires_at.toISOString(),
    createdAt: row.created_at.toISOString(),
    entryId: row.entry_id,
  }));
}

export async function representRequest(scope: TrxScope, row: PaymentRequestRow): Promise<PaymentRequest> {
  const [request] = await representRequests(scope, [row]);
  return request!;
}
