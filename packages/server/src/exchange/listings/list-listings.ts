import type {FacetCount, Listing, ListingQuery} from '@buurtkit/contract';
import {sql} from 'kysely';
import {listPage} from '../../lists/list-page.ts';
import type {Ordering} from '../../lists/ordering.ts';
import {ProblemError} from '../../problem-error.ts';
import {inTransaction, type Scope, type TrxScope} from '../../scope.ts';
import {isCoordinator} from '../exchanges/exchange-row.ts';
import {listingFacets, matchCondition} from './filters.ts';
import {listingStateAt, representListing, type ListingRow, type ToldListingRow} from './listing-row.ts';
import {columnsOfListing, findListing, ownerName} from './store.ts';

export type ListingListPage = {data: Listing[]; total: number; next: string | null; facets: Record<string, FacetCount[]>};

const newestFirst: Ordering<ListingRow> = {
  sort: 'date',
  by: sql`i.created_at desc, i.id`,
  after: ({key, id}) => sql<boolean>`(i.created_at < ${key}::timestamptz or (i.created_at = ${key}::timestamptz and i.id > ${id}::uuid))`,
  keyOf: (row) => row.created_at.toISOString(),
};

const listing = {
  table: sql.table('listings'),
  columns: columnsOfListing,
  told: () => ownerName('page'),
  facets: listingFacets,
};

/** A page of what is open in the caller's own community, or of the caller's own. */
export async function listListings(scope: Scope, {facets, cursor, limit, ...filters}: ListingQuery): Promise<ListingListPage> {
  return inTransaction(scope, async ({trx: db}) => {
    const {rows, ...page} = await listPage<keyof typeof listingFacets, ToldListingRow>(scope, listing, {
      match: matchCondition(scope, filters),
      chosen: filters,
      ordering: newestFirst,
      db,
      facets,
      cursor,
      limit,
    });
    return {...page, data: rows.map((row) => representListing(scope, row))};
  });
}

export async function getListing(scope: Scope, id: string): Promise<Listing> {
  return inTransaction(scope, async (trxScope) => {
    const row = await findListing(trxScope, id);
    if (!row || !(await maySee(trxScope, row))) throw new ProblemError('listing.not-found');
    return representListing(scope, row);
  });
}

/** What is open every member sees; what isn't any more its owner, who had to do with it, and a coordinator. */
async function maySee({trx, caller, community, now}: TrxScope, row: ToldListingRow): Promise<boolean> {
  if (listingStateAt(row, now) === 'open' || isCoordinator(caller)) return true;
  if (caller.kind !== 'member') return false;
  if (caller.id === row.owner_id) return true;
  const {rows} = await sql`
    select from exchanges where community_id = ${community.id} and listing_id = ${row.id} and ${caller.id} in (helper_id, helped_id)
    limit 1`.execute(trx);
  return rows.length > 0;
}
