import type {AccountFreeze, AccountLimits} from '@buurtkit/contract';
import {sql} from 'kysely';
import {recordActs, type Act} from '../../audit/record-acts.ts';
import {ProblemError} from '../../problem-error.ts';
import {callerName, type TrxScope} from '../../scope.ts';
import {takeUpHoursOf} from '../hours/take-up-hours.ts';
import {lockLedger} from '../lock-ledger.ts';
import {findAccountRow, type AccountRow} from './account-row.ts';

/** Gives an account limits of its own. What is outside them already stays; it can only move towards them. */
export async function setLimits(scope: TrxScope, id: string, {min, max, reason}: AccountLimits): Promise<AccountRow> {
  return decide(scope, id, {own_min: min, own_max: max}, reason, {action: 'account.limited', subjectId: id, fields: ['min', 'max']});
}

/** Has nothing move on an account for now, or lets it move again. */
export async function freezeAccount(scope: TrxScope, id: string, {isFrozen, reason}: AccountFreeze): Promise<AccountRow> {
  const act: Act = {action: isFrozen ? 'account.frozen' : 'account.thawed', subjectId: id};
  const row = await decide(scope, id, {is_frozen: isFrozen}, reason, act);
  if (isFrozen || row.kind !== 'member' || row.owner_id === null) return row;
  await takeUpHoursOf(scope, row.owner_id);
  return (await findAccountRow(scope, id))!;
}

type Columns = {own_min: number | null; own_max: number | null} | {is_frozen: boolean};

async function decide(scope: TrxScope, id: string, columns: Columns, reason: string, act: Act): Promise<AccountRow> {
  await lockLedger(scope);
  const {numUpdatedRows} = await scope.trx
    .updateTable('accounts')
    .set(columns)
    .where('community_id', '=', scope.community.id)
    .where('id', '=', id)
    .where('kind', '<>', 'issuance')
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new ProblemError('account.not-found');
  await sql`
    insert into account_decisions (community_id, account_id, own_min, own_max, is_frozen, reason, decided_by, decided_at)
    select community_id, id, own_min, own_max, is_frozen, ${reason}, ${callerName(scope.caller)}, ${scope.now}
    from accounts where community_id = ${scope.community.id} and id = ${id}`.execute(scope.trx);
  await recordActs(scope, [act]);
  return (await findAccountRow(scope, id))!;
}
