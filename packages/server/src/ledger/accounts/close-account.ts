import {sql} from 'kysely';
import {recordActs} from '../../audit/record-acts.ts';
import type {TrxScope} from '../../scope.ts';
import {letGo} from '../holds/minutes-hold.ts';
import {lockLedger} from '../lock-ledger.ts';
import {ownRequest} from '../own-request.ts';
import {recordEntry} from '../entries/record-entry.ts';
import {findAccountRows, type AccountRow} from './account-row.ts';
import {systemAccount} from './system-account.ts';

/**
 * Ends the account of a member who is forgotten. What stands on it goes to the fund, or the fund makes up for it; the entries stay
 * under a pseudonym, what was written with them goes. The proof stays whole: it only holds the hash of the words.
 */
export async function closeMemberAccount(scope: TrxScope, memberId: string): Promise<void> {
  await lockLedger(scope);
  const [account] = await findAccountRows(scope, sql`a.kind = 'member' and a.owner_id = ${memberId} and a.closed_at is null`);
  if (!account) return;
  await endWhatRuns(scope, account);
  await settleWithFund(scope, account);
  await eraseWords(scope, account.id);
  await scope.trx
    .updateTable('accounts')
    .set({closed_at: scope.now})
    .where('community_id', '=', scope.community.id)
    .where('id', '=', account.id)
    .execute();
  await recordActs(scope, [{action: 'account.closed', subjectId: account.id}]);
}

async function endWhatRuns(scope: TrxScope, {id}: AccountRow): Promise<void> {
  const {trx, community, now} = scope;
  const {rows: holds} = await sql<{id: string}>`
    select id from holds where community_id = ${community.id} and (from_account_id = ${id} or to_account_id = ${id}) and state = 'held'
      and expires_at > ${now}`.execute(trx);
  for (const hold of holds) await letGo(scope, hold.id);
  await sql`
    update payment_requests set state = 'withdrawn', decided_at = ${now}
    where community_id = ${community.id} and (from_account_id = ${id} or to_account_id = ${id}) and state = 'pending'`.execute(trx);
  await sql`update recurring_gifts set ended_at = ${now}
    where community_id = ${community.id} and account_id = ${id} and ended_at is null`.execute(trx);
  await trx.deleteFrom('redemption_codes').where('community_id', '=', community.id).where('account_id', '=', id).execute();
}

async function settleWithFund(scope: TrxScope, {id, balance}: AccountRow): Promise<void> {
  const minutes = Number(balance);
  if (minutes === 0) return;
  await recordEntry(scope, {
    request: ownRequest('closing', id),
    kind: 'closing',
    lines: [
      {accountId: id, minutes: -minutes},
      {accountId: await systemAccount(scope, 'fund'), minutes},
    ],
  });
}

async function eraseWords({trx, community}: TrxScope, id: string): Promise<void> {
  await sql`
    delete from entry_memos m using postings p
    where m.community_id = ${community.id} and p.community_id = m.community_id and p.entry_id = m.entry_id and p.account_id = ${id}`.execute(
    trx,
  );
  await sql`update payment_requests set memo = null
    where community_id = ${community.id} and (from_account_id = ${id} or to_account_id = ${id})`.execute(trx);
  await sql`update recurring_gifts set reason = '-' where community_id = ${community.id} and account_id = ${id}`.execute(trx);
}
