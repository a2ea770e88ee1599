import type {Listing, ListingMatches} from '@buurtkit/contract';
import {sql} from 'kysely';
import {inTransaction, type Scope, type TrxScope} from '../../scope.ts';
import {isOpen} from './filters.ts';
import {representListing, type ListingRow, type ToldListingRow} from './listing-row.ts';
import {columnsOfListing, ownerName, requireOwnListing} from './store.ts';

const most = 20;

/**
 * What others have open that fits: an offer for a request and the other way round, of the same kind of help in an area that one of
 * the two lies in, or with much the same words. The nearest words come first.
 */
export async function findMatches(scope: TrxScope, of: Pick<ListingRow, 'id'>): Promise<ToldListingRow[]> {
  const {rows} = await sql<ToldListingRow>`
    select ${columnsOfListing}, ${ownerName('i')}
    from listings own
      join listings i on i.community_id = own.community_id and i.kind <> own.kind and i.owner_id <> own.owner_id
      cross join lateral (
        select greatest(word_similarity(fold(own.title ->> 'nl'), i.search), word_similarity(fold(i.title ->> 'nl'), own.search)) as likeness
      ) words
    where own.community_id = ${scope.community.id} and own.id = ${of.id} and ${isOpen(scope.now)} and (
      (i.category = own.category and i.category <> 'other' and (own.area is null or i.area is null
        or own.area ->> 'code' = any(i.area_codes) or i.area ->> 'code' = any(own.area_codes)))
      or words.likeness >= 0.6)
    order by words.likeness desc, i.created_at desc, i.id
    limit ${most}`.execute(scope.trx);
  return rows;
}

export async function listMatches(scope: Scope, id: string): Promise<ListingMatches> {
  return inTransaction(scope, async (trxScope) => {
    const row = await requireOwnListing(trxScope, id);
    const data: Listing[] = (await findMatches(trxScope, row)).map((match) => representListing(scope, match));
    return {data};
  });
}
