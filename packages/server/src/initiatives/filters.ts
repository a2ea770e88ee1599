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
import {whereCondition} from '../map/where-condition.ts';
import {openCondition} from '../opening/open-condition.ts';
import type {Scope} from '../scope.ts';
import {searchCondition} from '../search/search-condition.ts';

type Condition = RawBuilder<boolean>;

/** What an initiative must meet whatever is being counted: the words, the place and the time that were asked for. */
export async function matchCondition(scope: Scope, {q, bbox, near, radius, open}: InitiativeFilters): Promise<Condition> {
  const search = await searchCondition(scope, 'initiative', q);
  return sql<boolean>`(${sql.join([search, whereCondition({bbox, near, radius}), openCondition('initiative', open, scope.now)], sql` and `)})`;
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
