import type {FacetCount, Service, ServiceQuery} from '@buurtkit/contract';
import {listPage} from '../lists/list-page.ts';
import type {Scope} from '../scope.ts';
import {matchCondition} from './filters.ts';
import {representService} from './service-row.ts';
import {serviceListing, serviceOrderings} from './store.ts';

export type ServicePage = {data: Service[]; total: number; next: string | null; facets: Record<string, FacetCount[]>};

/** A page of the services that match, with how many there are and the counts that were asked for. */
export async function listServices(scope: Scope, query: ServiceQuery): Promise<ServicePage> {
  const {sort = 'name', facets, cursor, limit, ...filters} = query;
  const {q: _q, open: _open, partner: _partner, ...chosen} = filters;
  const match = await matchCondition(scope, filters);
  const ordering = serviceOrderings[sort];
  const {rows, ...page} = await listPage(scope, serviceListing, {match, chosen, ordering, facets, cursor, limit});
  return {...page, data: rows.map(representService)};
}
