import type {InitiativePeople} from '@buurtkit/contract';
import {lockInitiative} from '../initiatives/store.ts';
import {requireTarget} from '../keys/require-target.ts';
import {ProblemError} from '../problem-error.ts';
import {inTransaction, type Scope} from '../scope.ts';
import {representPeople} from './represent-people.ts';
import {listPeople} from './store.ts';

/** An initiative's people, for its organiser and for staff. */
export async function getPeople(scope: Scope, slug: string): Promise<InitiativePeople> {
  return inTransaction(scope, async (trxScope) => {
    requireTarget(scope, `initiative:${slug}`);
    const initiative = await lockInitiative(trxScope, slug);
    if (!initiative) throw new ProblemError('initiative.not-found');
    return representPeople(await listPeople(trxScope, initiative.id));
  });
}
