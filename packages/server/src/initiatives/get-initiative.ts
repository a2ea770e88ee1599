import type {Initiative} from '@buurtkit/contract';
import {readPublished} from '../db/read-published.ts';
import {readAddress, theOnly} from '../lists/address.ts';
import type {Scope} from '../scope.ts';
import {representInitiative, type ToldInitiativeRow} from './initiative-row.ts';
import {findInitiativeRows, listChapterRows} from './store.ts';

/** The one that goes by this address; `{community}~{slug}` where a region holds the slug twice. */
export async function findInitiative(scope: Scope, address: string): Promise<ToldInitiativeRow> {
  return readPublished(scope, async (db) => theOnly(await findInitiativeRows(db, scope, readAddress(address)), 'initiative.not-found'));
}

/** One initiative with its story. */
export async function getInitiative(scope: Scope, address: string): Promise<{initiative: Initiative; revision: string}> {
  const row = await findInitiative(scope, address);
  const chapters = await readPublished(scope, (db) => listChapterRows(db, row.community_id, row.id));
  return {initiative: representInitiative(row, chapters, scope.publicUrl), revision: row.revision};
}
