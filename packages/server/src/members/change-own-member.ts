import type {MemberChanges, MemberReference} from '@buurtkit/contract';
import {recordActs} from '../audit/record-acts.ts';
import {requirePerson} from '../keys/require-person.ts';
import {inTransaction, type Scope} from '../scope.ts';
import {updateMember} from './member-store.ts';
import {representReference} from './represent-member.ts';

/** Changes what the person who signed in is called here, or in which language we write. */
export async function changeOwnMember(scope: Scope, {name, locale}: MemberChanges): Promise<MemberReference> {
  return inTransaction(scope, async (trxScope) => {
    const {id} = requirePerson(trxScope);
    const changes = {...(name !== undefined && {name}), ...(locale !== undefined && {language: locale})};
    const row = await updateMember(trxScope, id, changes);
    await recordActs(trxScope, [{action: 'member.updated', subjectId: id, fields: Object.keys(changes)}]);
    return representReference(row);
  });
}
