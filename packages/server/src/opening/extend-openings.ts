import {sql} from 'kysely';
import {findCommunity} from '../communities/store.ts';
import type {Database} from '../db/database.ts';
import {inTransaction, type Scope, type TrxScope} from '../scope.ts';
import {filledBetween} from './opening-window.ts';
import {renewOpenings} from './renew-openings.ts';

const openingsLock = 7_208_873;
const atATime = 200;

/**
 * Keeps the openings of the coming 60 days there as days pass, a few initiatives at a time; one process does it, any other
 * leaves it to that one. What is open is decided by the rows and the clock, so that doing this late changes no answer within
 * the week of slack that the rows have.
 */
export async function extendOpenings(database: Database, now: Date): Promise<void> {
  const communities = await database.public
    .selectFrom('communities')
    .select('slug')
    .where('kind', '<>', 'region')
    .orderBy('slug')
    .execute();
  for (const {slug} of communities) {
    const community = await findCommunity(database, slug);
    if (!community) continue;
    const scope: Scope = {database, community, caller: {kind: 'command'}, language: 'nl', now, publicUrl: ''};
    let extended = atATime;
    while (extended === atATime) extended = await inTransaction(scope, extendSome);
  }
}

async function extendSome(scope: TrxScope): Promise<number> {
  const stale = await findStale(scope);
  if (stale.length === 0 || !(await isMine(scope))) return 0;
  await renewOpenings(scope, stale);
  return stale.length;
}

async function findStale(scope: TrxScope): Promise<string[]> {
  const {from, until} = filledBetween(scope.now);
  const rows = await scope.trx
    .selectFrom('opening_windows')
    .select('initiative_id as id')
    .where('community_id', '=', scope.community.id)
    .where((eb) => eb.or([eb('filled_until', '<', from), eb('filled_until', '>', until)]))
    .orderBy('filled_until')
    .limit(atATime)
    .execute();
  return rows.map((row) => row.id);
}

async function isMine(scope: TrxScope): Promise<boolean> {
  const {rows} = await sql<{isMine: boolean}>`select pg_try_advisory_xact_lock(${openingsLock}) as "isMine"`.execute(scope.trx);
  return rows[0]?.isMine === true;
}
