import type {MemberReference} from '@buurtkit/contract';
import {sql} from 'kysely';
import {recordActs} from '../audit/record-acts.ts';
import {forgetExchanges} from '../exchange/forget-exchanges.ts';
import {closeMemberAccount} from '../ledger/accounts/close-account.ts';
import {forgetAddress} from '../people/forget-address.ts';
import {ProblemError} from '../problem-error.ts';
import {inTransaction, type Scope, type TrxScope} from '../scope.ts';
import {revokeSessions} from '../sessions/session-store.ts';
import {lockMember, updateMember} from './member-store.ts';
import {representReference} from './represent-member.ts';

/**
 * Removes all that says who a member is, here and wherever their address stands. Their id stays, as the pseudonym under which
 * the ledger and the counts go on.
 */
export async function forgetMember(scope: Scope, id: string): Promise<MemberReference> {
  return inTransaction(scope, async (trxScope) => {
    const member = await lockMember(trxScope, id);
    if (!member) throw new ProblemError('member.not-found');
    await forgetExchanges(trxScope, id);
    const forgotten = {email: null, name: null, role: 'member', target: null, forgotten_at: scope.now} as const;
    const row = await updateMember(trxScope, id, forgotten);
    await revokeSessions(trxScope, id);
    await closeMemberAccount(trxScope, id);
    if (member.email !== null) await forgetAddress(trxScope, member.email);
    await forgetTraces(trxScope, id);
    await recordActs(trxScope, [{action: 'member.forgotten', subjectId: id}]);
    return representReference(row);
  });
}

/** Who they are to the site that vouched for them, answers that were kept for a repeat, mail that waits. */
async function forgetTraces({trx, community}: TrxScope, id: string): Promise<void> {
  await trx.deleteFrom('member_subjects').where('community_id', '=', community.id).where('member_id', '=', id).execute();
  await sql`delete from idempotency_keys where community_id = ${community.id} and (caller = ${`member:${id}`} or position(${id} in body) > 0)`.execute(
    trx,
  );
  await sql`delete from mails where community_id = ${community.id} and recipient is not null and position(${id} in once) > 0`.execute(trx);
}
