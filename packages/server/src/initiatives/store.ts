import type {InitiativeFacetKey, InitiativeFilters} from '@buurtkit/contract';
import {sql, type Kysely, type RawBuilder} from 'kysely';
import type {Tables} from '../db/tables.ts';
import {distanceTo} from '../map/where-condition.ts';
import {toldOpenings} from '../opening/told-openings.ts';
import type {Scope, TrxScope} from '../scope.ts';
import type {Position, Sort} from './cursor.ts';
import {facetConditions, facetQuery, matchCondition} from './filters.ts';
import {initiativeColumns, type ChapterRow, type InitiativeRow, type ToldInitiativeRow} from './initiative-row.ts';

/** With how far away it is, in metres, where that was asked for. */
export type ListedRow = ToldInitiativeRow & {distance: number | null};

export type InitiativeList = {rows: ListedRow[]; total: number; facets: Partial<Record<InitiativeFacetKey, Record<string, number>>>};

type ListOptions = {sort: Sort; after: Position | null; limit: number; facets: readonly InitiativeFacetKey[]};

const columns = sql.join(initiativeColumns.map((column) => sql.ref(`i.${column}`)));

const orders: Record<Sort, RawBuilder<unknown>> = {
  name: sql`i.name collate dutch, i.id`,
  date: sql`i.updated_at desc, i.id`,
  distance: sql`distance, i.id`,
};

function distanceColumn(sort: Sort | 'id', {near}: InitiativeFilters): RawBuilder<unknown> {
  return sort === 'distance' && near ? sql`${distanceTo(near)} as distance` : sql`null::float8 as distance`;
}

/** What a row is sorted by, as a cursor has it. */
export function sortKeyOf(row: Pick<InitiativeRow, 'name' | 'updated_at'> & {distance: number | null}, sort: Sort): string {
  if (sort === 'distance') return String(row.distance ?? 0);
  return sort === 'name' ? row.name : row.updated_at.toISOString();
}

function afterCondition(after: Position | null, {near}: InitiativeFilters): RawBuilder<boolean> {
  if (!after) return sql`true`;
  if (after.sort === 'distance') return near ? sql`(${distanceTo(near)}, i.id) > (${after.key}::float8, ${after.id}::uuid)` : sql`true`;
  if (after.sort === 'name') return sql`(i.name collate dutch, i.id) > (${after.key} collate dutch, ${after.id}::uuid)`;
  return sql`(i.updated_at < ${after.key}::timestamptz or (i.updated_at = ${after.key}::timestamptz and i.id > ${after.id}::uuid))`;
}

/** One page, how many match in all, and the counts per facet: one statement, so that they agree. */
export async function listInitiativeRows(
  scope: Scope,
  filters: InitiativeFilters,
  {sort, after, limit, facets}: ListOptions,
): Promise<InitiativeList> {
  const counts = facets.map((key) => sql`${facetQuery(key, filters)} as ${sql.ref(`facet_${key}`)}`);
  const match = await matchCondition(scope, filters);
  const {rows} = await sql<Record<string, unknown> & {total: string; id: string | null}>`
    with matched as not materialized (
      select * from initiatives i where i.community_id = any(${scope.community.readableIds}::uuid[]) and ${match}
    )
    select ${sql.join([sql`(select count(*) from matched i where ${facetConditions(filters)}) as total`, ...counts])}, page.*, ${toldOpenings('page', scope.now)} as openings
    from (values (true)) one
    left join lateral (
      select ${columns}, c.slug as community, ${distanceColumn(sort, filters)}
      from matched i join communities c using (community_id)
      where ${facetConditions(filters)} and ${afterCondition(after, filters)}
      order by ${orders[sort]}
      limit ${limit}
    ) page on true`.execute(scope.database.public);
  const [first] = rows;
  return {
    rows: rows.filter((row) => row.id !== null) as unknown as ListedRow[],
    total: Number(first?.total ?? 0),
    facets: Object.fromEntries(facets.map((key) => [key, first?.[`facet_${key}`]])),
  };
}

/** All that match, in batches, so that a large export needs no large memory. */
export async function* eachInitiativeRow(
  scope: Scope,
  filters: InitiativeFilters,
  {sort, batchSize = 500}: {sort: Sort | 'id'; batchSize?: number},
): AsyncGenerator<InitiativeRow> {
  const match = await matchCondition(scope, filters);
  let last: (InitiativeRow & {distance: number | null}) | undefined;
  do {
    const after = !last
      ? sql`true`
      : sort === 'id'
        ? sql`i.id > ${last.id}::uuid`
        : afterCondition({sort, key: sortKeyOf(last, sort), id: last.id}, filters);
    const {rows} = await sql<InitiativeRow & {distance: number | null}>`
      select ${columns}, c.slug as community, ${distanceColumn(sort, filters)}
      from initiatives i join communities c using (community_id)
      where i.community_id = any(${scope.community.readableIds}::uuid[]) and ${match} and ${facetConditions(filters)} and ${after}
      order by ${sort === 'id' ? sql`i.id` : orders[sort]}
      limit ${batchSize}`.execute(scope.database.public);
    yield* rows;
    last = rows.length === batchSize ? rows.at(-1) : undefined;
  } while (last);
}

/** Those that go by this slug: one, none, or in a region more than one. */
export async function findInitiativeRows(scope: Scope, slug: string, community: string | null): Promise<ToldInitiativeRow[]> {
  const {rows} = await sql<ToldInitiativeRow>`
    select ${columns}, c.slug as community, ${toldOpenings('i', scope.now)} as openings
    from initiatives i join communities c using (community_id)
    where i.community_id = any(${scope.community.readableIds}::uuid[]) and i.slug = ${slug}
      and (${community}::text is null or c.slug = ${community})
    order by c.slug`.execute(scope.database.public);
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
