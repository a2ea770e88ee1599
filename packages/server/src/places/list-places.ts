import type {FacetCount, SharedPlaceListItem, SharedPlaceQuery} from '@buurtkit/contract';
import {sql} from 'kysely';
import {listPage} from '../lists/list-page.ts';
import type {Scope} from '../scope.ts';
import {searchCondition} from '../search/search-condition.ts';
import {representPlaceListItem} from './place-row.ts';
import {placeListing, placeOrdering} from './store.ts';

type PlacePage = {data: SharedPlaceListItem[]; total: number; next: string | null; facets: Record<string, FacetCount[]>};

/** A page of the places that match, by name. */
export async function listPlaces(scope: Scope, {q, available, cursor, limit}: SharedPlaceQuery): Promise<PlacePage> {
  const isWanted = available === undefined ? sql<boolean>`true` : sql<boolean>`i.is_available = ${available}`;
  const match = sql<boolean>`(${await searchCondition(scope, 'place', q)} and ${isWanted})`;
  const {rows, ...page} = await listPage(scope, placeListing, {match, chosen: {}, ordering: placeOrdering, cursor, limit});
  return {...page, data: rows.map(representPlaceListItem)};
}
