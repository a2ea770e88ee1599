import type {Fault, InitiativePeople, NewInitiativePeople} from '@buurtkit/contract';
import {recordActs} from '../audit/record-acts.ts';
import {entityTag, isUnchanged} from '../http/revisions.ts';
import {lockInitiative} from '../initiatives/store.ts';
import {requireTarget} from '../keys/require-target.ts';
import {ProblemError} from '../problem-error.ts';
import {inTransaction, type Scope} from '../scope.ts';
import {representPeople} from './represent-people.ts';
import {listPeople, replacePeopleRows} from './store.ts';

/** Says who gets an initiative's mail from now on, for whoever saw who did until now. */
export async function replacePeople(scope: Scope, slug: string, {data}: NewInitiativePeople, ifMatch: string): Promise<InitiativePeople> {
  requireEachOnce(data);
  return inTransaction(scope, async (trxScope) => {
    requireTarget(scope, `initiative:${slug}`);
    const initiative = await lockInitiative(trxScope, slug);
    if (!initiative) throw new ProblemError('initiative.not-found');
    const before = representPeople(await listPeople(trxScope, initiative.id));
    if (!isUnchanged(ifMatch, entityTag(JSON.stringify(before)))) throw new ProblemError('revision.changed');

    const people = data.map(({email, name, locale}) => ({email, name: name ?? null, language: locale ?? 'nl'}));
    await replacePeopleRows(trxScope, initiative.id, people);
    await recordActs(trxScope, [{action: 'initiative.people-changed', subjectId: initiative.id}]);
    return representPeople(await listPeople(trxScope, initiative.id));
  });
}

function requireEachOnce(people: NewInitiativePeople['data']): void {
  const seen = new Set<string>();
  const faults = people.flatMap(({email}, index): Fault[] => {
    const isNew = !seen.has(email.toLowerCase());
    seen.add(email.toLowerCase());
    return isNew ? [] : [{pointer: `#/data/${index}/email`, code: 'not-allowed'}];
  });
  if (faults.length > 0) throw new ProblemError('request.invalid', {faults});
}
