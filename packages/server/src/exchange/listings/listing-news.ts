import {sql} from 'kysely';
import {wake} from '../../jobs/wake.ts';
import {inTransaction, type Scope, type TrxScope} from '../../scope.ts';
import {findMatches} from './find-matches.ts';
import {isOpen} from './filters.ts';
import {tellMatches} from './listing-mails.ts';
import type {ToldListingRow} from './listing-row.ts';
import {columnsOfListing, ownerName} from './store.ts';

const day = 86_400_000;

/** Remembers for whom a new listing is news. Its own owner sees at once what fits it. */
export async function noteMatches(scope: TrxScope, id: string): Promise<void> {
  const matches = (await findMatches(scope, {id})).filter((match) => match.tells_matches);
  if (matches.length === 0) return;
  await scope.trx
    .insertInto('listing_news')
    .values(
      matches.map((match) => ({
        community_id: scope.community.id,
        listing_id: match.id,
        match_id: id,
        owner_id: match.owner_id,
        told_at: null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await wake(scope, 'exchange');
}

/** Tells whoever has not heard for a day what came meanwhile. */
export async function tellNews(scope: Scope): Promise<void> {
  const {community, now} = scope;
  const dayAgo = new Date(now.getTime() - day);
  const owners = await inTransaction(scope, async ({trx}) => {
    const {rows} = await sql<{owner_id: string}>`
      select distinct owner_id from listing_news n where community_id = ${community.id} and told_at is null
        and not exists (select from listing_news t where t.community_id = n.community_id and t.owner_id = n.owner_id and t.told_at > ${dayAgo})
      order by owner_id`.execute(trx);
    return rows;
  });
  for (const {owner_id: id} of owners) await inTransaction(scope, (trxScope) => tellOwner(trxScope, id));
  await inTransaction(scope, async ({trx}) => {
    await sql`delete from listing_news where community_id = ${community.id} and told_at <= ${dayAgo}`.execute(trx);
  });
}

async function tellOwner(scope: TrxScope, ownerId: string): Promise<void> {
  const {community, now, trx} = scope;
  const untold = sql`community_id = ${community.id} and owner_id = ${ownerId} and told_at is null`;
  // Two servers that sweep at once tell it once.
  const {rows: locked} = await sql`select from listing_news where ${untold} for update skip locked`.execute(trx);
  if (locked.length === 0) return;
  const {rows} = await sql<ToldListingRow>`
    select ${columnsOfListing}, ${ownerName('i')} from listings i
    where i.community_id = ${community.id} and ${isOpen(now)} and i.id in (
      select n.match_id from listing_news n join listings own on own.community_id = n.community_id and own.id = n.listing_id
      where n.community_id = ${community.id} and n.owner_id = ${ownerId} and n.told_at is null and own.tells_matches and ${isOpen(now, 'own')})
    order by i.created_at desc, i.id`.execute(trx);
  if (rows.length === 0) await sql`delete from listing_news where ${untold}`.execute(trx);
  else {
    await sql`update listing_news set told_at = ${now} where ${untold}`.execute(trx);
    await tellMatches(scope, ownerId, rows);
  }
}
