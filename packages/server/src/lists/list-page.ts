import {defaultLimit, type FacetCount} from '@buurtkit/contract';
import {sql, type Kysely, type RawBuilder} from 'kysely';
import type {Tables} from '../db/tables.ts';
import type {Scope} from '../scope.ts';
import {readCursor, writeCursor} from './cursor.ts';
import {facetConditions, facetCounts, facetQuery, type Chosen, type FacetRules} from './facets.ts';
import {isReadable} from './is-readable.ts';
import type {Ordering} from './ordering.ts';

/** What is listed: a table whose rows are the items `i`. */
export type Listing<Key extends string> = {
  table: RawBuilder<unknown>;
  columns: RawBuilder<unknown>;
  /**
   * Where telling what matches costs more than holding it: what the conditions, the facets and the order ask of each item, read once.
   * The rest is read for the page alone, whose columns see these as `g`.
   */
  gathered?: RawBuilder<unknown>;
  /** What is told about the rows of the page (`page`) beyond their columns, as further columns. */
  told: (now: Date) => RawBuilder<unknown>;
  facets: FacetRules<Key>;
};

export type PageAsked<Key extends string, Row> = {
  /** What an item must meet whatever is being counted: the words, the place and the time that were asked for. */
  match: RawBuilder<boolean>;
  /** Where the same items are counted for less than they are read, with the columns that the facets ask for. */
  counted?: {table: RawBuilder<unknown>; match: RawBuilder<boolean>} | undefined;
  chosen: Chosen<Key>;
  ordering: Ordering<Row>;
  /** The transaction to read in what isn't open data. */
  db?: Kysely<Tables>;
  facets?: readonly Key[] | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
};

export type RowPage<Row> = {rows: Row[]; total: number; next: string | null; facets: Record<string, FacetCount[]>};

/** One page, how many match in all, and the counts per facet: one statement, so that they agree. */
export async function listPage<Key extends string, Row extends {id: string}>(
  scope: Scope,
  listing: Listing<Key>,
  {
    match,
    counted = {table: listing.table, match},
    chosen,
    ordering,
    db = scope.database.public,
    facets: asked = [],
    cursor,
    limit = defaultLimit,
  }: PageAsked<Key, Row>,
): Promise<RowPage<Row>> {
  const facets = [...new Set(asked)];
  const after = cursor === undefined ? sql<boolean>`true` : ordering.after(readCursor(cursor, ordering.sort));
  const isChosen = facetConditions(listing.facets, chosen);
  const gathered = listing.gathered !== undefined;
  const pageOf = sql`${isChosen} and ${after} order by ${ordering.by} limit ${limit + 1}`;
  const counts = facets.map((key) => sql`${facetQuery(listing.facets, chosen, key)} as ${sql.ref(`facet_${key}`)}`);
  const {rows} = await sql<Record<string, unknown> & {total: string; id: string | null}>`
    with matched as ${gathered ? sql`materialized` : sql`not materialized`} (
      select * from ${listing.gathered ?? counted.table} i where ${isReadable(scope)} and ${counted.match}
    )
    select ${sql.join([sql`(select count(*) from matched i where ${isChosen}) as total`, ...counts])}, page.*, ${listing.told(scope.now)}
    from (values (true)) one
    left join lateral (
      select ${listing.columns}, c.slug as community
      ${
        gathered
          ? sql`from (select * from matched i where ${pageOf}) g join ${listing.table} i using (community_id, id)
              join communities c using (community_id) order by ${ordering.by}`
          : sql`from ${listing.table} i join communities c using (community_id) where ${isReadable(scope)} and ${match} and ${pageOf}`
      }
    ) page on true`.execute(db);

  const [first] = rows;
  const found = rows.filter((row) => row.id !== null) as unknown as Row[];
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  return {
    rows: page,
    total: Number(first?.total ?? 0),
    next: last ? writeCursor({sort: ordering.sort, key: ordering.keyOf(last), id: last.id}) : null,
    facets: Object.fromEntries(
      facets.map((key) => [
        key,
        facetCounts(listing.facets[key], (first?.[`facet_${key}`] ?? {}) as Record<string, number>, chosen[key] ?? []),
      ]),
    ),
  };
}
