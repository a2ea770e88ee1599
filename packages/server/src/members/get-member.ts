import type {Member} from '@buurtkit/contract';
import {ProblemError} from '../problem-error.ts';
import {inTransaction, type Scope} from '../scope.ts';
import {findMember} from './member-store.ts';
import {representMember} from './represent-member.ts';

/** A member as they themselves and staff see them. */
export async function getMember(scope: Scope, id: string): Promise<Member> {
  return inTransaction(scope, async (trxScope) => {
    const row = await findMember(trxScope, id);
    if (!row) throw new ProblemError('member.not-found');
    return representMember(row);
  });
}
