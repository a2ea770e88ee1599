import type {MemberReference, MemberRole} from '@buurtkit/contract';
import {recordActs} from '../audit/record-acts.ts';
import {ProblemError} from '../problem-error.ts';
import {inTransaction, type Scope} from '../scope.ts';
import {lockMember, updateMember} from './member-store.ts';
import {representReference} from './represent-member.ts';

/** Says what a member may do from now on, also in the sessions that are open. */
export async function setMemberRole(scope: Scope, id: string, {role, for: target = null}: MemberRole): Promise<MemberReference> {
  return inTransaction(scope, async (trxScope) => {
    if (!(await lockMember(trxScope, id))) throw new ProblemError('member.not-found');
    const row = await updateMember(trxScope, id, {role, target});
    await recordActs(trxScope, [{action: 'member.role-set', subjectId: id, fields: ['role']}]);
    return representReference(row);
  });
}
