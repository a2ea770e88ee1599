import {partnerKinds, serviceFunctions, valuesOf, type PartnerFacetKey, type PartnerFilters} from '@buurtkit/contract';
import {sql, type RawBuilder} from 'kysely';
import * as facets from '../lists/facets.ts';
import {someServiceIsOpen} from '../opening/open-condition.ts';
import type {Scope} from '../scope.ts';
import {searchCondition} from '../search/search-condition.ts';

/** What an organisation must meet whatever is being counted: the words and the time that were asked for. */
export async function matchCondition(scope: Scope, {q, open}: PartnerFilters): Promise<RawBuilder<boolean>> {
  return sql<boolean>`(${await searchCondition(scope, 'partner', q)} and ${someServiceIsOpen(scope, open)})`;
}

export const partnerFacets: facets.FacetRules<PartnerFacetKey> = {
  kind: facets.ofOne('kind', valuesOf(partnerKinds)),
  function: facets.ofSeveral('functions', valuesOf(serviceFunctions)),
  theme: facets.ofSeveral('themes'),
  area: facets.ofSeveral('area_codes'),
  community: facets.ofCommunity,
};
