import type {Fault} from '@buurtkit/contract';
import {readPublished} from '../db/read-published.ts';
import {findInitiativeRows} from '../initiatives/store.ts';
import {readAddress, theOnly} from '../lists/address.ts';
import {ProblemError} from '../problem-error.ts';
import type {TrxScope} from '../scope.ts';
import type {Selection} from './publication-store.ts';

/** The initiatives of these addresses; each must be there, be one, and be named once. */
export async function chooseInitiatives(scope: TrxScope, addresses: readonly string[]): Promise<NonNullable<Selection>> {
  const faults: Fault[] = [];
  const chosen: {communityId: string; id: string}[] = [];
  for (const [index, address] of addresses.entries()) {
    const rows = await readPublished(scope, (db) => findInitiativeRows(db, scope, readAddress(address)));
    const row = rows.length > 0 ? theOnly(rows, 'initiative.not-found') : undefined;
    if (!row || chosen.some(({id}) => id === row.id)) faults.push({pointer: `#/initiatives/${index}`, code: 'not-allowed'});
    else chosen.push({communityId: row.community_id, id: row.id});
  }
  if (faults.length > 0) throw new ProblemError('request.invalid', {faults});
  return chosen;
}
