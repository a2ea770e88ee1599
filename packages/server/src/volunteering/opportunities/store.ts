import type {OpportunityFacetKey, OpportunityQuery} from '@buurtkit/contract';
import {sql, type Kysely, type RawBuilder} from 'kysely';
import {partnerReference} from '../../coalitions/partner-reference.ts';
import type {Tables} from '../../db/tables.ts';
import type {Listing} from '../../lists/list-page.ts';
import {byDistance, byName, distanceColumn, type Ordering} from '../../lists/ordering.ts';
import type {Scope} from '../../scope.ts';
import {opportunityFacets} from './filters.ts';
import {opportunityColumns, type ToldOpportunityRow} from './opportunity-row.ts';

type Sort = NonNullable<OpportunityQuery['sort']>;

const columns = sql.join(opportunityColumns.map((column) => sql.ref(`i.${column}`)));
const never = '9999-12-31T00:00:00Z';

/** When its first coming shift begins; what has none stands at the end. */
function nextStart(now: Date): RawBuilder<unknown> {
  return sql`coalesce((select min(t.starts_at) from shifts t where t.community_id = i.community_id and t.opportunity_id = i.id
    and t.starts_at > ${now} and t.cancelled_at is null), ${never}::timestamptz)`;
}

function told(table: string): RawBuilder<unknown> {
  const of = (column: string) => sql.ref(`${table}.${column}`);
  return sql`(select json_build_object('slug', n.slug, 'community', ${of('community')}, 'name', n.name) from initiatives n
      where n.community_id = ${of('community_id')} and n.id = ${of('initiative_id')}) as initiative,
    (select ${partnerReference('p', 'pc')} from partners p join communities pc using (community_id)
      where p.community_id = ${of('community_id')} and p.id = ${of('partner_id')}) as partner,
    (select json_build_object('slug', l.slug, 'name', l.name) from places l
      where l.community_id = ${of('community_id')} and l.id = ${of('place_id')}) as building`;
}

export function opportunityListing(sort: Sort, {near}: OpportunityQuery, scope: Scope): Listing<OpportunityFacetKey> {
  return {
    table: sql.table('opportunities'),
    columns: sql`${columns}, ${nextStart(scope.now)} as next_start, ${distanceColumn(sort === 'distance' ? near : undefined)}`,
    told: () => told('page'),
    facets: opportunityFacets(scope),
  };
}

export function orderingOf(sort: Sort, {near}: OpportunityQuery, now: Date): Ordering<ToldOpportunityRow> {
  if (sort === 'distance' && near) return byDistance(near);
  if (sort === 'name') return byName(sql`(i.title ->> 'nl')`, (row) => row.title.nl);
  return {
    sort: 'date',
    by: sql`next_start, i.id`,
    after: ({key, id}) => sql<boolean>`(${nextStart(now)}, i.id) > (${key}::timestamptz, ${id}::uuid)`,
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
