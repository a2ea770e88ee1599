import type {InitiativeFacetKey, InitiativeFilters} from '@buurtkit/contract';
import {sql, type Kysely, type RawBuilder} from 'kysely';
import {toldCoalition} from '../coalitions/told-coalition.ts';
import type {Tables} from '../db/tables.ts';
import type {Address} from '../lists/address.ts';
import type {Sort} from '../lists/cursor.ts';
import {isReadable} from '../lists/is-readable.ts';
import type {Listing, PageAsked} from '../lists/list-page.ts';
import {byDate, byDistance, byName, distanceColumn, type Ordering} from '../lists/ordering.ts';
import {toldOpenings} from '../opening/told-openings.ts';
import {toldPhotos} from '../photos/photo-row.ts';
import {toldPlace} from '../places/place-link.ts';
import type {Scope, TrxScope} from '../scope.ts';
import {facetConditions, initiativeFacets, matchCondition, pointCondition} from './filters.ts';
import {initiativeColumns, type ChapterRow, type InitiativeRow, type ToldInitiativeRow} from './initiative-row.ts';

/** With how far away it is, in metres, where that was asked for. */
export type ListedRow = ToldInitiativeRow & {distance: number | null};

const columns = sql.join(initiativeColumns.map((column) => sql.ref(`i.${column}`)));

/** What an answer tells of an initiative beyond its columns. */
function told(table: string, now: Date): RawBuilder<unknown> {
  return sql`${toldOpenings('initiative', table, now)} as openings, ${toldCoalition(table)} as coalition, ${toldPlace(table)} as building,
    ${toldPhotos(table)} as photos`;
}

export function listingNear(sort: Sort, filters: InitiativeFilters): Listing<InitiativeFacetKey> {
  return {
    table: sql.table('initiatives'),
    columns: sql`${columns}, ${distanceColumn(sort === 'distance' ? filters.near : undefined)}`,
    told: (now) => told('page', now),
    facets: initiativeFacets,
  };
}

/** What has a place, where that is asked for, is counted from the narrow points of the map. */
export function countedOnTheMap(scope: Scope, filters: InitiativeFilters): PageAsked<InitiativeFacetKey, ListedRow>['counted'] {
  const match = filters.bbox || filters.near ? pointCondition(scope, filters) : null;
  return match ? {table: sql.table('map_points'), match} : undefined;
}

/** How many there are, as far as the map tells; 0 when it doesn't. */
export async function countOnTheMap(scope: Scope, filters: InitiativeFilters): Promise<number> {
  const counted = countedOnTheMap(scope, filters);
  if (!counted) return 0;
  const {rows} = await sql<{count: number}>`
    select count(*)::integer as count from ${counted.table} i
    where ${isReadable(scope)} and ${counted.match} and ${facetConditions(filters)}`.execute(scope.database.public);
  return rows[0]!.count;
}

const nameOrder = byName<ListedRow>(sql.ref('i.name'), (row) => row.name);

export function orderingOf(sort: Sort, {near}: InitiativeFilters): Ordering<ListedRow> {
  if (sort === 'distance' && near) return byDistance(near);
  return sort === 'date' ? byDate : nameOrder;
}

/** All that match, in batches, so that a large export needs no large memory. */
export async function* eachInitiativeRow(
  scope: Scope,
  filters: InitiativeFilters,
  {sort, batchSize = 500}: {sort: Sort | 'id'; batchSize?: number},
): AsyncGenerator<InitiativeRow> {
  const match = await matchCondition(scope, filters);
  const ordering = sort === 'id' ? null : orderingOf(sort, filters);
  let last: ListedRow | undefined;
  do {
    const after = last && (ordering?.after({key: ordering.keyOf(last), id: last.id}) ?? sql<boolean>`i.id > ${last.id}::uuid`);
    const {rows} = await sql<ListedRow>`
      select ${columns}, c.slug as community, ${distanceColumn(sort === 'distance' ? filters.near : undefined)}
      from initiatives i join communities c using (community_id)
      where ${isReadable(scope)} and ${match} and ${facetConditions(filters)} and ${after ?? sql`true`}
      order by ${ordering?.by ?? sql`i.id`}
      limit ${batchSize}`.execute(scope.database.public);
    yield* rows;
    last = rows.length === batchSize ? rows.at(-1) : undefined;
  } while (last);
}

/** Those that go by this slug: one, none, or in a region more than one. */
export async function findInitiativeRows(db: Kysely<Tables>, scope: Scope, {slug, community}: Address): Promise<ToldInitiativeRow[]> {
  const {rows} = await sql<ToldInitiativeRow>`
    select ${columns}, c.slug as community, ${told('i', scope.now)}
    from initiatives i join communities c using (community_id)
    where i.community_id = any(${scope.community.readableIds}::uuid[]) and i.slug = ${slug}
      and (${community}::text is null or c.slug = ${community})
    order by c.slug`.execute(db);
  return rows;
}

export async function listChapterRows(db: Kysely<Tables>, communityId: string, initiativeId: string): Promise<ChapterRow[]> {
  return db
    .selectFrom('chapters')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('initiative_id', '=', initiativeId)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** The initiative for whoever is about to change it; null when there is none. */
export async function lockInitiative(scope: TrxScope, slug: string): Promise<InitiativeRow | null> {
  const row = await scope.trx
    .selectFrom('initiatives')
    .select(initiativeColumns)
    .where('community_id', '=', scope.community.id)
    .where('slug', '=', slug)
    .forUpdate()
    .executeTakeFirst();
  return row ? {...row, community: scope.community.slug} : null;
}
