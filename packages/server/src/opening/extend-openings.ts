import {sql} from 'kysely';
import {findCommunity} from '../communities/store.ts';
import type {Database} from '../db/database.ts';
import {inTransaction, type Scope, type TrxScope} from '../scope.ts';
import {openedTables, type Opened} from './opened.ts';
import {filledBetween} from './opening-window.ts';
import {renewOpenings} from './renew-openings.ts';

const openingsLock = 7_208_873;
const atATime = 200;

/**
 * Keeps the openings of the coming 60 days there as days pass, a few things at a time; one process does it, any other
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
    for (const opened of Object.keys(openedTables) as Opened[]) {
      let extended = atATime;
      while (extended === atATime) extended = await inTransaction(scope, (trxScope) => extendSome(trxScope, opened));
    }
  }
}

async function extendSome(scope: TrxScope, opened: Opened): Promise<number> {
  const stale = await findStale(scope, opened);
  if (stale.length === 0 || !(await isMine(scope))) return 0;
  await renewOpenings(scope, opened, stale);
  return stale.length;
}

async function findStale(scope: TrxScope, opened: Opened): Promise<string[]> {
  const {windows, id} = openedTables[opened];
  const {from, until} = filledBetween(scope.now);
  const {rows} = await sql<{id: string}>`
    select ${id} as id from ${windows}
    where community_id = ${scope.community.id} and (filled_until < ${from}::timestamptz or filled_until > ${until}::timestamptz)
    order by filled_until limit ${atATime}`.execute(scope.trx);
  return rows.map((row) => row.id);
}

async function isMine(scope: TrxScope): Promise<boolean> {
  const {rows} = await sql<{isMine: boolean}>`select pg_try_advisory_xact_lock(${openingsLock}) as "isMine"`.execute(scope.trx);
  return rows[0]?.isMine === true;
}
