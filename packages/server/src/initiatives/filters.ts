import {
  initiativeContexts,
  initiativeKinds,
  initiativeStages,
  valuesOf,
  type InitiativeFacetKey,
  type InitiativeFilters,
} from '@buurtkit/contract';
import {sql, type RawBuilder} from 'kysely';
import * as facets from '../lists/facets.ts';
import {bySquare, whereCondition, type Lookup} from '../map/where-condition.ts';
import {openCondition} from '../opening/open-condition.ts';
import type {Scope} from '../scope.ts';
import {searchCondition} from '../search/search-condition.ts';

type Condition = RawBuilder<boolean>;

/** What an initiative must meet whatever is being counted: the words, the place and the time that were asked for. */
export async function matchCondition(scope: Scope, {q, bbox, near, radius, open}: InitiativeFilters, lookup?: Lookup): Promise<Condition> {
  const search = await searchCondition(scope, 'initiative', q);
  return sql<boolean>`(${sql.join([search, whereCondition({bbox, near, radius}, lookup), openCondition('initiative', open, scope.now)], sql` and `)})`;
}

/** The same of the narrow points of the map, that have only what has a place; null for words, which they don't have. */
export function pointCondition(scope: Scope, {q, bbox, near, radius, open, area, context}: InitiativeFilters): Condition | null {
  if (q !== undefined) return null;
  // Said once more, as the index of areas has it.
  const both = area && context ? sql<boolean>`array[i.context] && ${context}::text[]` : sql<boolean>`true`;
  return sql<boolean>`(${both} and ${whereCondition({bbox, near, radius}, bySquare)} and ${openCondition('initiative', open, scope.now)})`;
}

export const initiativeFacets: facets.FacetRules<InitiativeFacetKey> = {
  kind: facets.ofOne('kind', valuesOf(initiativeKinds)),
  stage: facets.ofOne('stage', valuesOf(initiativeStages)),
  context: facets.ofOne('context', valuesOf(initiativeContexts)),
  theme: facets.ofSeveral('themes'),
  area: facets.ofSeveral('area_codes'),
  community: facets.ofCommunity,
};

/** What an initiative must meet on the facet keys. */
export function facetConditions(filters: InitiativeFilters): Condition {
  return facets.facetConditions(initiativeFacets, filters);
}
