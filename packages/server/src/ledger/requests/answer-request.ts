import {recordActs} from '../../audit/record-acts.ts';
import {ProblemError} from '../../problem-error.ts';
import type {TrxScope} from '../../scope.ts';
import {requireAccount} from '../accounts/require-account.ts';
import type {EntryRequest, PostedEntry} from '../entries/post-entry.ts';
import {recordEntry} from '../entries/record-entry.ts';
import {presentMember} from '../transfers/create-transfer.ts';
import {requirePaymentRequest, stateNow, type PaymentRequestRow} from './payment-request-row.ts';

/** Gives what was asked. Of all who decide at once one outcome stands. */
export async function acceptRequest(scope: TrxScope, id: string, request: EntryRequest): Promise<PostedEntry> {
  const row = await requirePaymentRequest(scope, id);
  const payer = await requireAccount(scope, row.from_account_id, 'give');
  const isSameAgain = row.state === 'accepted' && row.entry_id === request.id;
  if (!isSameAgain) requirePending(row, scope.now);
  const minutes = Number(row.minutes);
  const posted = await recordEntry(scope, {
    request,
    kind: payer.kind === 'fund' ? 'gift' : 'request',
    lines: [
      {accountId: row.from_account_id, minutes: -minutes},
      {accountId: row.to_account_id, minutes},
    ],
    onBehalfOf: await presentMember(scope, payer),
    reference: `payment-request:${id}`,
    memo: row.memo,
  });
  if (!isSameAgain) await decide(scope, row, 'accepted', posted.id);
  return posted;
}

/** Doesn't give it; the one who was asked says so. */
export async function refuseRequest(scope: TrxScope, id: string): Promise<PaymentRequestRow> {
  const row = await requirePaymentRequest(scope, id);
  await requireAccount(scope, row.from_account_id, 'give');
  return answered(scope, row, 'refused');
}

/** Asks no longer; the one who asked says so. */
export async function withdrawRequest(scope: TrxScope, id: string): Promise<PaymentRequestRow> {
  const row = await requirePaymentRequest(scope, id);
  await requireAccount(scope, row.to_account_id, 'give');
  return answered(scope, row, 'withdrawn');
}

/** The same answer twice is one answer. */
async function answered(scope: TrxScope, row: PaymentRequestRow, state: 'refused' | 'withdrawn'): Promise<PaymentRequestRow> {
  if (row.state === state) return row;
  requirePending(row, scope.now);
  return decide(scope, row, state, null);
}

function requirePending(row: PaymentRequestRow, now: Date): void {
  if (stateNow(row, now) !== 'pending') throw new ProblemError('payment-request.decided');
}

async function decide(
  scope: TrxScope,
  row: PaymentRequestRow,
  state: 'accepted' | 'refused' | 'withdrawn',
  entryId: string | null,
): Promise<PaymentRequestRow> {
  await recordActs(scope, [{action: `payment-request.${state}`, subjectId: row.id}]);
  return scope.trx
    .updateTable('payment_requests')
    .set({state, decided_at: scope.now, entry_id: entryId})
    .where('community_id', '=', scope.community.id)
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
