import {sql, type Kysely} from 'kysely';
import type {Scope, TrxScope} from '../scope.ts';
import type {Tables} from './tables.ts';

/**
 * Reads what anybody may read, of any community. Inside a transaction it does so there, by changing roles for a moment: what
 * the transaction itself wrote is seen too.
 */
export async function readPublished<Result>(scope: Scope | TrxScope, read: (db: Kysely<Tables>) => Promise<Result>): Promise<Result> {
  if (!('trx' in scope)) return read(scope.database.public);
  await sql`set local role buurtkit_public`.execute(scope.trx);
  const result = await read(scope.trx);
  await sql`set local role buurtkit_app`.execute(scope.trx);
  return result;
}
