import {sql} from 'kysely';
import type {TrxScope} from '../scope.ts';

/** Takes the ledger's lock before anything that is decided about an account: what is under way comes first, all else after it. */
export async function lockLedger({trx}: TrxScope): Promise<void> {
  await sql`select lock_ledger()`.execute(trx);
}
