import type {FacetCount, InitiativeFilters, InitiativeListItem, InitiativeQuery} from '@buurtkit/contract';
import type {Sort} from '../lists/cursor.ts';
import {listPage} from '../lists/list-page.ts';
import type {Scope} from '../scope.ts';
import {byReading, type Lookup} from '../map/where-condition.ts';
import {matchCondition} from './filters.ts';
import {representListItem, representRecord, type InitiativeRecord} from './initiative-row.ts';
import {countOnTheMap, countedOnTheMap, eachInitiativeRow, listingNear, orderingOf} from './store.ts';

export type InitiativePage = {data: InitiativeListItem[]; total: number; next: string | null; facets: Record<string, FacetCount[]>};

export function filtersOf(query: InitiativeQuery): InitiativeFilters {
  const {sort: _sort, facets: _facets, fields: _fields, cursor: _cursor, limit: _limit, format: _format, ...filters} = query;
  return filters;
}

/** Around a point the nearest come first, unless somebody asks otherwise. */
function sortOf({sort, near}: InitiativeQuery): Sort {
  return sort ?? (near ? 'distance' : 'name');
}

/** So many in a box that their order finds the first of them sooner than the box does. */
const crowd = 3000;

async function lookupFor(scope: Scope, chosen: InitiativeFilters, sort: Sort): Promise<Lookup | undefined> {
  // No index has the items of several communities in one order.
  if (sort === 'distance' || scope.community.readableIds.length > 1) return undefined;
  return (await countOnTheMap(scope, chosen)) > crowd ? byReading : undefined;
}

/** A page of the initiatives that match, with how many there are and the counts that were asked for. */
export async function listInitiatives(scope: Scope, query: InitiativeQuery): Promise<InitiativePage> {
  const {facets, cursor, limit} = query;
  const chosen = filtersOf(query);
  const sort = sortOf(query);
  const {rows, ...page} = await listPage(scope, listingNear(sort, chosen), {
    match: await matchCondition(scope, chosen, await lookupFor(scope, chosen, sort)),
    counted: countedOnTheMap(scope, chosen),
    chosen,
    ordering: orderingOf(sort, chosen),
    facets,
    cursor,
    limit,
  });
  return {...page, data: rows.map((row) => representListItem(row, scope.publicUrl))};
}

/** Everything that matches, one after the other, however much it is. */
export async function* eachInitiative(scope: Scope, query: InitiativeQuery): AsyncGenerator<InitiativeRecord> {
  for await (const row of eachInitiativeRow(scope, filtersOf(query), {sort: sortOf(query)})) yield representRecord(row, scope.publicUrl);
}
