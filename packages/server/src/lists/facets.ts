import type {FacetCount} from '@buurtkit/contract';
import {sql, type RawBuilder} from 'kysely';

type Condition = RawBuilder<boolean>;

export type FacetRule = {
  /** Whether the item `i` has one of these values; `others` are the other keys' choices, for keys that mean the same thing together. */
  holds: (values: readonly string[], others: Chosen<string>) => Condition;
  /** Every value of every matched item: rows of `value`. */
  values: RawBuilder<unknown> | ((others: Chosen<string>) => RawBuilder<unknown>);
  /** A closed vocabulary, whose values are told whole and in its own order. */
  vocabulary?: readonly string[];
};

/** What the items of a list can be narrowed by and counted per value. */
export type FacetRules<Key extends string> = Record<Key, FacetRule>;
export type Chosen<Key extends string> = {[One in Key]?: readonly string[] | undefined};

/** What is true or not: counted and chosen as `true`. */
export function ofFlag(condition: Condition | ((others: Chosen<string>) => Condition)): FacetRule {
  const told = typeof condition === 'function' ? condition : () => condition;
  return {
    holds: (_values, others) => told(others),
    values: (others) => sql`select case when ${told(others)} then 'true' end as value from matched i`,
  };
}

/** A column with one value, and one with several. */
export function ofOne(column: string, vocabulary?: readonly string[]): FacetRule {
  const ref = sql.ref(`i.${column}`);
  return {
    holds: (values) => sql<boolean>`${ref} = any(${values}::text[])`,
    values: sql`select ${ref} as value from matched i`,
    ...(vocabulary && {vocabulary}),
  };
}

export function ofSeveral(column: string, vocabulary?: readonly string[]): FacetRule {
  const ref = sql.ref(`i.${column}`);
  return {
    holds: (values) => sql<boolean>`${ref} && ${values}::text[]`,
    values: sql`select each as value from matched i cross join lateral unnest(${ref}) each`,
    ...(vocabulary && {vocabulary}),
  };
}

/** Of which community, within a region. */
export const ofCommunity: FacetRule = {
  holds: (values) => sql<boolean>`i.community_id in (select community_id from communities where slug = any(${values}::text[]))`,
  values: sql`select c.slug as value from matched i join communities c using (community_id)`,
};

function without<Key extends string>(chosen: Chosen<Key>, except: Key | undefined): Chosen<string> {
  return Object.fromEntries(Object.entries(chosen).filter(([key]) => key !== except)) as Chosen<string>;
}

/** What an item must meet on the facet keys, all of them or all but the one that is being counted. */
export function facetConditions<Key extends string>(rules: FacetRules<Key>, chosen: Chosen<Key>, except?: Key): Condition {
  const conditions = (Object.keys(rules) as Key[]).flatMap((key) => {
    const values = chosen[key];
    return key === except || !values ? [] : [rules[key].holds(values, without(chosen, except))];
  });
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

/** Per value of a key: how many there would be with that value alone and all other keys' filters as they are. */
export function facetQuery<Key extends string>(rules: FacetRules<Key>, chosen: Chosen<Key>, key: Key): RawBuilder<Record<string, number>> {
  const {values} = rules[key];
  const valued = typeof values === 'function' ? values(without(chosen, key)) : values;
  return sql`(select coalesce(json_object_agg(value, count) filter (where value is not null), '{}')
    from (select value, count(*) as count from (${valued} where ${facetConditions(rules, chosen, key)}) valued group by 1) counted)`;
}

/** The counts of a facet: a closed vocabulary whole and in its own order; an open one by count, and what was chosen also with 0. */
export function facetCounts({vocabulary}: FacetRule, counts: Record<string, number>, chosen: readonly string[] = []): FacetCount[] {
  if (vocabulary) return vocabulary.map((value) => ({value, count: counts[value] ?? 0}));
  const values = new Set([...Object.keys(counts), ...chosen]);
  return [...values]
    .map((value) => ({value, count: counts[value] ?? 0}))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
}
