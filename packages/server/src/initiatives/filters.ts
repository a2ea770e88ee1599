import type {InitiativeFacetKey, InitiativeFilters} from '@buurtkit/contract';
import {sql, type RawBuilder} from 'kysely';
import {whereCondition} from '../map/where-condition.ts';
import {openCondition} from '../opening/open-condition.ts';
import type {Scope} from '../scope.ts';
import {searchCondition} from '../search/search-condition.ts';

type Condition = RawBuilder<boolean>;

const all = sql<boolean>`true`;

/** What an initiative must meet whatever is being counted: the words, the place and the time that were asked for. */
export async function matchCondition(scope: Scope, {q, bbox, near, radius, open}: InitiativeFilters): Promise<Condition> {
  const search = await searchCondition(scope, q);
  return sql<boolean>`(${sql.join([search, whereCondition({bbox, near, radius}), openCondition(open, scope.now)], sql` and `)})`;
}

const conditions: Record<InitiativeFacetKey, (values: readonly string[]) => Condition> = {
  kind: (values) => sql<boolean>`i.kind = any(${values}::text[])`,
  stage: (values) => sql<boolean>`i.stage = any(${values}::text[])`,
  context: (values) => sql<boolean>`i.context = any(${values}::text[])`,
  theme: (values) => sql<boolean>`i.themes && ${values}::text[]`,
  area: (values) => sql<boolean>`i.area_codes && ${values}::text[]`,
  community: (values) => sql<boolean>`i.community_id in (select community_id from communities where slug = any(${values}::text[]))`,
};

/** What an initiative must meet on the facet keys, all of them or all but the one that is being counted. */
export function facetConditions(filters: InitiativeFilters, except?: InitiativeFacetKey): Condition {
  const chosen = (Object.keys(conditions) as InitiativeFacetKey[]).flatMap((key) => {
    const values = filters[key];
    return key === except || !values ? [] : [conditions[key](values)];
  });
  return chosen.length === 0 ? all : sql<boolean>`(${sql.join(chosen, sql` and `)})`;
}

const groups: Record<InitiativeFacetKey, RawBuilder<unknown>> = {
  kind: sql`select i.kind as value, count(*) as count from matched i`,
  stage: sql`select i.stage as value, count(*) as count from matched i`,
  context: sql`select i.context as value, count(*) as count from matched i`,
  theme: sql`select theme as value, count(*) as count from matched i cross join lateral unnest(i.themes) theme`,
  area: sql`select code as value, count(*) as count from matched i cross join lateral unnest(i.area_codes) code`,
  community: sql`select c.slug as value, count(*) as count from matched i join communities c using (community_id)`,
};

/** Per value of a key: how many there would be with that value alone and all other keys' filters as they are. */
export function facetQuery(key: InitiativeFacetKey, filters: InitiativeFilters): RawBuilder<Record<string, number>> {
  return sql`(select coalesce(json_object_agg(value, count) filter (where value is not null), '{}')
    from (${groups[key]} where ${facetConditions(filters, key)} group by 1) counted)`;
}
