import type {FacetCount, PartnerListItem, PartnerQuery} from '@buurtkit/contract';
import {listPage} from '../lists/list-page.ts';
import type {Scope} from '../scope.ts';
import {matchCondition} from './filters.ts';
import {representPartnerListItem} from './partner-row.ts';
import {partnerListing, partnerOrderings} from './store.ts';

export type PartnerPage = {data: PartnerListItem[]; total: number; next: string | null; facets: Record<string, FacetCount[]>};

/** A page of the organisations that match, with how many there are and the counts that were asked for. */
export async function listPartners(scope: Scope, query: PartnerQuery): Promise<PartnerPage> {
  const {sort = 'name', facets, cursor, limit, ...chosen} = query;
  const match = await matchCondition(scope, chosen);
  const ordering = partnerOrderings[sort];
  const {rows, ...page} = await listPage(scope, partnerListing, {match, chosen, ordering, facets, cursor, limit});
  return {...page, data: rows.map((row) => representPartnerListItem(row, scope.publicUrl))};
}
