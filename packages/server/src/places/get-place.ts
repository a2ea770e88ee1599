import type {SharedPlace} from '@buurtkit/contract';
import {readPublished} from '../db/read-published.ts';
import {readAddress, theOnly} from '../lists/address.ts';
import type {Scope} from '../scope.ts';
import {representPlace} from './place-row.ts';
import {findPlaceRows, listOccupants} from './store.ts';

/** One place and who is in it; `{community}~{slug}` where a region holds the slug twice. */
export async function getPlace(scope: Scope, address: string): Promise<{place: SharedPlace; revision: string}> {
  return readPublished(scope, async (db) => {
    const row = theOnly(await findPlaceRows(db, scope, readAddress(address)), 'place.not-found');
    return {place: representPlace(row, await listOccupants(db, row)), revision: row.revision};
  });
}
