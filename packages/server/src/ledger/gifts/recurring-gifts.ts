import type {NewRecurringGift, RecurringGift} from '@buurtkit/contract';
import {sql, type Selectable} from 'kysely';
import {recordActs} from '../../audit/record-acts.ts';
import type {Tables} from '../../db/tables.ts';
import {ProblemError} from '../../problem-error.ts';
import {callerName, type TrxScope} from '../../scope.ts';
import {namedAccounts} from '../accounts/named-accounts.ts';
import {requireReceiver} from '../transfers/create-transfer.ts';

export type GiftRow = Selectable<Tables['recurring_gifts']>;

/** Has the fund give somebody minutes every month; `give-gifts.ts` does it. */
export async function createRecurringGift(
  scope: TrxScope,
  {accountId, minutes, reason, startsOn, endsOn}: NewRecurringGift,
): Promise<RecurringGift> {
  const to = await requireReceiver(scope, accountId);
  if (to.kind === 'fund') throw new ProblemError('account.not-found');
  if (to.closed_at !== null) throw new ProblemError('account.closed');
  if (endsOn !== undefined && endsOn < startsOn)
    throw new ProblemError('request.invalid', {faults: [{pointer: '#/endsOn', code: 'range'}]});
  const row = await scope.trx
    .insertInto('recurring_gifts')
    .values({
      community_id: scope.community.id,
      account_id: accountId,
      minutes,
      reason,
      starts_on: startsOn,
      ends_on: endsOn ?? null,
      set_by: callerName(scope.caller),
      created_at: scope.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await recordActs(scope, [{action: 'recurring-gift.created', subjectId: row.id}]);
  return representGift(scope, row);
}

/** From now on it isn't given any more; ending it twice is once. */
export async function endRecurringGift(scope: TrxScope, id: string): Promise<RecurringGift> {
  const {rows} = await sql<GiftRow>`
    update recurring_gifts set ended_at = coalesce(ended_at, ${scope.now})
    where community_id = ${scope.community.id} and id = ${id} returning *`.execute(scope.trx);
  const [row] = rows;
  if (!row) throw new ProblemError('recurring-gift.not-found');
  await recordActs(scope, [{action: 'recurring-gift.ended', subjectId: id}]);
  return representGift(scope, row);
}

export async function getRecurringGift(scope: TrxScope, id: string): Promise<RecurringGift> {
  const row = await scope.trx
    .selectFrom('recurring_gifts')
    .selectAll()
    .where('community_id', '=', scope.community.id)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new ProblemError('recurring-gift.not-found');
  return representGift(scope, row);
}

export async function listRecurringGifts(scope: TrxScope): Promise<RecurringGift[]> {
  const rows = await scope.trx
    .selectFrom('recurring_gifts')
    .selectAll()
    .where('community_id', '=', scope.community.id)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .execute();
  return Promise.all(rows.map((row) => representGift(scope, row)));
}

async function representGift(scope: TrxScope, row: GiftRow): Promise<RecurringGift> {
  const named = await namedAccounts(scope, [row.account_id]);
  return {
    id: row.id,
    to: named.get(row.account_id)!,
    minutes: Number(row.minutes),
    reason: row.reason,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    endedAt: row.ended_at?.toISOString() ?? null,
  };
}
