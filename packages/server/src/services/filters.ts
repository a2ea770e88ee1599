import {serviceFunctions, serviceStatuses, valuesOf, type ServiceFacetKey, type ServiceQuery} from '@buurtkit/contract';
import {sql, type RawBuilder} from 'kysely';
import * as facets from '../lists/facets.ts';
import {openCondition} from '../opening/open-condition.ts';
import type {Scope} from '../scope.ts';
import {searchCondition} from '../search/search-condition.ts';

/** What a service must meet whatever is being counted: the words, the time and the organisations that were asked for. */
export async function matchCondition(
  scope: Scope,
  {q, open, partner}: Pick<ServiceQuery, 'q' | 'open' | 'partner'>,
): Promise<RawBuilder<boolean>> {
  const ofPartner = partner
    ? sql<boolean>`(i.community_id, i.partner_id) in (select p.community_id, p.id from partners p
        where p.community_id = any(${scope.community.readableIds}::uuid[]) and p.slug = any(${partner}::text[]))`
    : sql<boolean>`true`;
  const search = await searchCondition(scope, 'service', q);
  return sql<boolean>`(${sql.join([search, openCondition('service', open, scope.now), ofPartner], sql` and `)})`;
}

export const serviceFacets: facets.FacetRules<ServiceFacetKey> = {
  function: facets.ofSeveral('functions', valuesOf(serviceFunctions)),
  theme: facets.ofSeveral('themes'),
  status: facets.ofOne('status', valuesOf(serviceStatuses)),
  area: facets.ofSeveral('area_codes'),
  community: facets.ofCommunity,
};
