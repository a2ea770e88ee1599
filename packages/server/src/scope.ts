import type {Language, Role} from '@buurtkit/contract';
import {sql, type Transaction} from 'kysely';
import type {Community} from './communities/community.ts';
import type {Database} from './db/database.ts';
import type {Tables} from './db/tables.ts';

/**
 * Who asks: nobody in particular, a key, a person who signed in, a command on the machine itself, or the server when it is time
 * for something.
 */
export type Caller =
  | {kind: 'anonymous'}
  | {kind: 'key'; id: string; role: Role; target: string | null}
  | {kind: 'member'; id: string; role: Role; target: string | null; sessionId: string}
  | {kind: 'command'}
  | {kind: 'server'};

/** Tells one caller from another, and never by name: `member:{id}`, `key:{id}`, `anonymous`. */
export function callerName(caller: Caller): string {
  return 'id' in caller ? `${caller.kind}:${caller.id}` : caller.kind;
}

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

const attempts = 4;

/** PostgreSQL ended the transaction because another was in its way; nothing of it was kept. */
function isRaceLost(error: unknown): boolean {
  const {code} = error as {code?: unknown};
  return code === '40P01' || code === '40001';
}

/**
 * Runs `work` in one transaction as the scope's community; inside one already, joins it. A transaction that PostgreSQL
 * ended for another's sake runs again, so `work` changes nothing but the database.
 */
export async function inTransaction<Result>(scope: Scope | TrxScope, work: (scope: TrxScope) => Promise<Result>): Promise<Result> {
  if ('trx' in scope) return work(scope);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await scope.database.app.transaction().execute(async (trx) => {
        await sql`select set_config('buurtkit.community_id', ${scope.community.id}, true)`.execute(trx);
        return work({...scope, trx});
      });
    } catch (error) {
      if (attempt === attempts || !isRaceLost(error)) throw error;
    }
  }
}
