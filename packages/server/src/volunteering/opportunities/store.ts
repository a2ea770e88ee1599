import type {OpportunityFacetKey, OpportunityQuery} from '@buurtkit/contract';
import {sql, type Kysely, type RawBuilder} from 'kysely';
import {partnerReference} from '../../coalitions/partner-reference.ts';
import type {Tables} from '../../db/tables.ts';
import type {Listing} from '../../lists/list-page.ts';
import {byDistance, byName, type Ordering} from '../../lists/ordering.ts';
import type {Scope} from '../../scope.ts';
import {opportunityFacets} from './filters.ts';
import {gatheredWork, never} from './gathered-work.ts';
import {opportunityColumns, type ToldOpportunityRow} from './opportunity-row.ts';

type Sort = NonNullable<OpportunityQuery['sort']>;

const columns = sql.join(opportunityColumns.map((column) => sql.ref(`i.${column}`)));
function told(table: string): RawBuilder<unknown> {
  const of = (column: string) => sql.ref(`${table}.${column}`);
  return sql`(select json_build_object('slug', n.slug, 'community', ${of('community')}, 'name', n.name) from initiatives n
      where n.community_id = ${of('community_id')} and n.id = ${of('initiative_id')}) as initiative,
    (select ${partnerReference('p', 'pc')} from partners p join communities pc using (community_id)
      where p.community_id = ${of('community_id')} and p.id = ${of('partner_id')}) as partner,
    (select json_build_object('slug', l.slug, 'name', l.name) from places l
      where l.community_id = ${of('community_id')} and l.id = ${of('place_id')}) as building`;
}

export function opportunityListing(sort: Sort, {near, facets, free}: OpportunityQuery, scope: Scope): Listing<OpportunityFacetKey> {
  const isFreeAsked = free !== undefined || facets?.includes('free') === true;
  return {
    table: sql.table('opportunities'),
    columns: sql`${columns}, g.next_start, g.distance`,
    gathered: gatheredWork(scope, {near: sort === 'distance' ? near : undefined, isFreeAsked}),
    told: () => told('page'),
    facets: opportunityFacets,
  };
}

export function orderingOf(sort: Sort, {near}: OpportunityQuery): Ordering<ToldOpportunityRow> {
  if (sort === 'distance' && near) return byDistance(near);
  if (sort === 'name') return byName(sql`(i.title ->> 'nl')`, (row) => row.title.nl);
  return {
    sort: 'date',
    by: sql`next_start, i.id`,
    after: ({key, id}) => sql<boolean>`(next_start, i.id) > (${key}::timestamptz, ${id}::uuid)`,
    keyOf: (row) => new Date(row.next_start ?? never).toISOString(),
  };
}

export async function findOpportunityRow(db: Kysely<Tables>, scope: Scope, id: string): Promise<ToldOpportunityRow | null> {
  const {rows} = await sql<ToldOpportunityRow>`
    select i.*, null as next_start, null as distance, ${told('i')}
    from (select ${columns}, c.slug as community from opportunities i join communities c using (community_id)
      where i.community_id = any(${scope.community.readableIds}::uuid[]) and i.id = ${id}) i`.execute(db);
  return rows[0] ?? null;
}
