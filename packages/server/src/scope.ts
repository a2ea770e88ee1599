import type {Language, Role} from '@buurtkit/contract';
import {sql, type Transaction} from 'kysely';
import type {Community} from './communities/community.ts';
import type {Database} from './db/database.ts';
import type {Tables} from './db/tables.ts';

/** Who asks: nobody in particular, a key, or a command on the machine itself. */
export type Caller = {kind: 'anonymous'} | {kind: 'key'; id: string; role: Role; target: string | null} | {kind: 'command'};

/** All that a use case may know of the world around it. */
export type Scope = {
  database: Database;
  community: Community;
  caller: Caller;
  language: Language;
  now: Date;
  /** Where our own pages are, without a slash at the end. */
  publicUrl: string;
};

/** A scope inside a transaction of its community: what needs a lock or writes asks for this. */
export type TrxScope = Scope & {trx: Transaction<Tables>};

/** Runs `work` in one transaction as the scope's community; inside one already, joins it. */
export async function inTransaction<Result>(scope: Scope | TrxScope, work: (scope: TrxScope) => Promise<Result>): Promise<Result> {
  if ('trx' in scope) return work(scope);
  return scope.database.app.transaction().execute(async (trx) => {
    await sql`select set_config('buurtkit.community_id', ${scope.community.id}, true)`.execute(trx);
    return work({...scope, trx});
  });
}
