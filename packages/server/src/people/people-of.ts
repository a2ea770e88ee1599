import type {Language} from '@buurtkit/contract';
import {inTransaction, type Scope, type TrxScope} from '../scope.ts';
import {listPeople} from './store.ts';

export type Person = {id: string; email: string; name: string | null; language: Language};

/** Who gets an initiative's mail, the first of them first. Private: for mail and for staff. */
export async function peopleOf(scope: Scope | TrxScope, initiativeId: string): Promise<Person[]> {
  const rows = await inTransaction(scope, (trxScope) => listPeople(trxScope, initiativeId));
  return rows.map(({id, email, name, language}) => ({id, email, name, language}));
}
