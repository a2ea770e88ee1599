import type {HoldPosting, MinutesHold, NewMinutesHold} from '@buurtkit/contract';
import {sql, type Selectable} from 'kysely';
import {recordActs} from '../../audit/record-acts.ts';
import type {Tables} from '../../db/tables.ts';
import {uuidv7} from '../../http/uuid.ts';
import {ProblemError} from '../../problem-error.ts';
import type {TrxScope} from '../../scope.ts';
import {requireAccount, seesOneOf} from '../accounts/require-account.ts';
import {askLedger} from '../ask-ledger.ts';
import type {EntryRequest, PostedEntry} from '../entries/post-entry.ts';
import {requireStep} from '../require-step.ts';
import {recordEntry} from '../entries/record-entry.ts';
import {givingAccount, presentMember, requireReceiver} from '../transfers/create-transfer.ts';

export type HoldRow = Selectable<Tables['holds']>;

const longestTerm = 366 * 86_400_000;

export type HoldToMake = {fromAccountId: string; toAccountId: string; minutes: number; expiresAt: Date; reference?: string | null};

/** Keeps minutes apart under the ledger's lock, for whatever runs meanwhile. */
export async function keepApart(
  scope: TrxScope,
  {fromAccountId, toAccountId, minutes, expiresAt, reference = null}: HoldToMake,
): Promise<string> {
  const id = uuidv7(scope.now);
  await askLedger(
    sql`select hold_minutes(${id}::uuid, ${fromAccountId}::uuid, ${toAccountId}::uuid, ${minutes}::bigint, ${expiresAt}::timestamptz,
      ${reference}, ${scope.now}::timestamptz)`.execute(scope.trx),
  );
  return id;
}

/** Lets go of what was kept apart; `hold.ended` when it has ended already. */
export async function letGo(scope: TrxScope, id: string): Promise<void> {
  await askLedger(sql`select void_hold(${id}::uuid, ${scope.now}::timestamptz)`.execute(scope.trx));
}

/** Somebody keeps minutes of their own apart for somebody else. */
export async function holdMinutes(scope: TrxScope, {fromAccountId, toAccountId, minutes, expiresAt}: NewMinutesHold): Promise<HoldRow> {
  const until = new Date(expiresAt);
  if (until <= scope.now || until.getTime() > scope.now.getTime() + longestTerm)
    throw new ProblemError('request.invalid', {faults: [{pointer: '#/expiresAt', code: 'range'}]});
  await requireStep(scope, minutes);
  const from = await givingAccount(scope, fromAccountId);
  const to = await requireReceiver(scope, toAccountId);
  const id = await keepApart(scope, {fromAccountId: from.id, toAccountId: to.id, minutes, expiresAt: until});
  await recordActs(scope, [{action: 'hold.created', subjectId: id}]);
  return (await findHold(scope, id))!;
}

/** Gives what was kept apart, or less of it. */
export async function postHold(scope: TrxScope, id: string, {minutes, memo}: HoldPosting, request: EntryRequest): Promise<PostedEntry> {
  const hold = await requireHold(scope, id);
  const from = await requireAccount(scope, hold.from_account_id, 'give');
  const given = minutes ?? Number(hold.minutes);
  if (given > Number(hold.minutes)) throw new ProblemError('request.invalid', {faults: [{pointer: '#/minutes', code: 'range'}]});
  return recordEntry(scope, {
    request,
    kind: 'transfer',
    lines: [
      {accountId: hold.from_account_id, minutes: -given},
      {accountId: hold.to_account_id, minutes: given},
    ],
    onBehalfOf: await presentMember(scope, from),
    reference: `hold:${id}`,
    memo: memo ?? null,
    holdId: id,
  });
}

/** The giver or the receiver lets go of it. */
export async function voidHold(scope: TrxScope, id: string): Promise<HoldRow> {
  await requireHold(scope, id);
  await letGo(scope, id);
  await recordActs(scope, [{action: 'hold.voided', subjectId: id}]);
  return (await findHold(scope, id))!;
}

/** A hold for one of its sides or for staff; to anybody else it isn't there. */
export async function requireHold(scope: TrxScope, id: string): Promise<HoldRow> {
  const row = await findHold(scope, id);
  if (!row || !(await seesOneOf(scope, [row.from_account_id, row.to_account_id]))) throw new ProblemError('hold.not-found');
  return row;
}

async function findHold(scope: TrxScope, id: string): Promise<HoldRow | undefined> {
  return scope.trx.selectFrom('holds').selectAll().where('community_id', '=', scope.community.id).where('id', '=', id).executeTakeFirst();
}

export function representHold(row: HoldRow, now: Date): MinutesHold {
  return {
    id: row.id,
    fromAccountId: row.from_account_id,
    toAccountId: row.to_account_id,
    minutes: Number(row.minutes),
    state: row.state === 'held' && row.expires_at <= now ? 'expired' : row.state,
    expiresAt: row.expires_at.toISOString(),
    entryId: row.entry_id,
  };
}
