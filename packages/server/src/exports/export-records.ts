import {sql} from 'kysely';
import {endWhenForgotten} from '../db/end-when-forgotten.ts';
import type {Scope} from '../scope.ts';
import type {ExportFormat} from './formats.ts';

/**
 * All that a community may read, by id and as it was at one moment, piece by piece. Nothing of the moment itself is in it:
 * the same records give the same bytes. Whoever stops reading halfway ends the transaction too.
 */
export async function* exportRecords(scope: Scope, {write}: Pick<ExportFormat, 'write'>): AsyncGenerator<string> {
  const trx = await scope.database.public.startTransaction().setIsolationLevel('repeatable read').execute();
  try {
    await sql`set transaction read only`.execute(trx);
    await endWhenForgotten(trx);
    yield* write({...scope, database: {...scope.database, public: trx}});
  } finally {
    await trx.rollback().execute();
  }
}
