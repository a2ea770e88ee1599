import type {NewPaymentRequest} from '@buurtkit/contract';
import {sql} from 'kysely';
import {recordActs} from '../../audit/record-acts.ts';
import {uuidv7} from '../../http/uuid.ts';
import {ProblemError} from '../../problem-error.ts';
import type {TrxScope} from '../../scope.ts';
import {ownAccount} from '../accounts/own-accounts.ts';
import {requireAccount} from '../accounts/require-account.ts';
import {requireReceiver} from '../transfers/create-transfer.ts';
import {tellAsked} from '../ledger-mails.ts';
import {requireStep} from '../require-step.ts';
import type {PaymentRequestRow} from './payment-request-row.ts';

const day = 86_400_000;
const usualTerm = 30 * day;
const longestTerm = 366 * day;
/** Whoever asks more at once than this is asked to wait for answers. */
const mostPending = 20;

/** Asks minutes from somebody, or from the fund; they decide. */
export async function askMinutes(scope: TrxScope, asked: NewPaymentRequest): Promise<PaymentRequestRow> {
  const to = await requireAccount(scope, asked.toAccountId ?? (await ownAccount(scope)), 'give');
  const from = await requireReceiver(scope, asked.fromAccountId);
  if (from.id === to.id) throw new ProblemError('transfer.to-self');
  if (from.closed_at !== null || to.closed_at !== null) throw new ProblemError('account.closed');
  await requireStep(scope, asked.minutes);
  const expiresAt = asked.expiresAt === undefined ? new Date(scope.now.getTime() + usualTerm) : new Date(asked.expiresAt);
  if (expiresAt <= scope.now || expiresAt.getTime() > scope.now.getTime() + longestTerm)
    throw new ProblemError('request.invalid', {faults: [{pointer: '#/expiresAt', code: 'range'}]});
  await requireFewPending(scope, to.id);
  const row = await scope.trx
    .insertInto('payment_requests')
    .values({
      community_id: scope.community.id,
      id: uuidv7(scope.now),
      from_account_id: from.id,
      to_account_id: to.id,
      minutes: asked.minutes,
      memo: asked.memo ?? null,
      expires_at: expiresAt,
      created_at: scope.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await recordActs(scope, [{action: 'payment-request.created', subjectId: row.id}]);
  await tellAsked(scope, row, {from, to});
  return row;
}

async function requireFewPending(scope: TrxScope, toAccountId: string): Promise<void> {
  const {rows} = await sql<{pending: string}>`
    select count(*) as pending from payment_requests
    where community_id = ${scope.community.id} and to_account_id = ${toAccountId} and state = 'pending' and expires_at > ${scope.now}`.execute(
    scope.trx,
  );
  if (Number(rows[0]?.pending ?? 0) >= mostPending) throw new ProblemError('request.rate-limited', {headers: {'Retry-After': '3600'}});
}
