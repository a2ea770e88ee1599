import type {Session} from '@buurtkit/contract';
import {recordActs} from '../audit/record-acts.ts';
import {requirePerson} from '../keys/require-person.ts';
import {ProblemError} from '../problem-error.ts';
import {inTransaction, type Scope} from '../scope.ts';
import {representSession, revokeSessions} from './session-store.ts';

/** Signs out somewhere, here or elsewhere: from then on that token opens nothing. */
export async function endSession(scope: Scope, id: string): Promise<Session> {
  return inTransaction(scope, async (trxScope) => {
    const [ended] = await revokeSessions(trxScope, requirePerson(trxScope).id, id);
    if (!ended) throw new ProblemError('session.not-found');
    await recordActs(trxScope, [{action: 'session.ended', subjectId: id}]);
    return representSession(trxScope, ended);
  });
}
