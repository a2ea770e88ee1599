import {sql} from 'kysely';
import type {TrxScope} from '../../scope.ts';

/** Whether an entry of this name stands in the ledger: what the server does by itself asks before it tries again. */
export async function isWritten({trx, community}: TrxScope, entryId: string): Promise<boolean> {
  const {rows} = await sql`select from entries where community_id = ${community.id} and id = ${entryId}`.execute(trx);
  return rows.length > 0;
}
