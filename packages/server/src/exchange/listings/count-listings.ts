import {listingCategories, valuesOf, type ListingCounts} from '@buurtkit/contract';
import {sql} from 'kysely';
import type {Scope} from '../../scope.ts';

type CountRow = {category: string; offers: string; requests: string};

/** How many are open per kind of help: all that the public learns. */
export async function countListings({database, community, now}: Scope): Promise<ListingCounts> {
  const {rows} = await sql<CountRow>`
    select * from listing_counts(${community.readableIds}::uuid[], ${now}::timestamptz)`.execute(database.public);
  const data = valuesOf(listingCategories).map((category) => {
    const counted = rows.find((row) => row.category === category);
    return {category, offers: Number(counted?.offers ?? 0), requests: Number(counted?.requests ?? 0)};
  });
  return {data};
}
