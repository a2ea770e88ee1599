import {defaultLimit, type FacetCount, type InitiativeFilters, type InitiativeListItem, type InitiativeQuery} from '@buurtkit/contract';
import type {Scope} from '../scope.ts';
import {readCursor, writeCursor, type Sort} from './cursor.ts';
import {facetCounts} from './facet-counts.ts';
import {representListItem, representRecord, type InitiativeRecord} from './initiative-row.ts';
import {eachInitiativeRow, listInitiativeRows, sortKeyOf, type ListedRow} from './store.ts';

export type InitiativePage = {data: InitiativeListItem[]; total: number; next: string | null; facets: Record<string, FacetCount[]>};

export function filtersOf(query: InitiativeQuery): InitiativeFilters {
  const {sort: _sort, facets: _facets, fields: _fields, cursor: _cursor, limit: _limit, format: _format, ...filters} = query;
  return filters;
}

/** Around a point the nearest come first, unless somebody asks otherwise. */
function sortOf({sort, near}: InitiativeQuery): Sort {
  return sort ?? (near ? 'distance' : 'name');
}

/** A page of the initiatives that match, with how many there are and the counts that were asked for. */
export async function listInitiatives(scope: Scope, query: InitiativeQuery): Promise<InitiativePage> {
  const filters = filtersOf(query);
  const sort = sortOf(query);
  const limit = query.limit ?? defaultLimit;
  const facets = [...new Set(query.facets ?? [])];
  const after = query.cursor === undefined ? null : readCursor(query.cursor, sort);

  const list = await listInitiativeRows(scope, filters, {sort, after, limit: limit + 1, facets});

  const page = list.rows.slice(0, limit);
  const last = list.rows.length > limit ? page.at(-1) : undefined;
  return {
    data: page.map((row) => representListItem(row, scope.publicUrl)),
    total: list.total,
    next: last ? cursorAfter(last, sort) : null,
    facets: Object.fromEntries(facets.map((key) => [key, facetCounts(key, list.facets[key] ?? {}, filters)])),
  };
}

/** Everything that matches, one after the other, however much it is. */
export async function* eachInitiative(scope: Scope, query: InitiativeQuery): AsyncGenerator<InitiativeRecord> {
  for await (const row of eachInitiativeRow(scope, filtersOf(query), {sort: sortOf(query)})) yield representRecord(row, scope.publicUrl);
}

function cursorAfter(row: ListedRow, sort: Sort): string {
  return writeCursor({sort, key: sortKeyOf(row, sort), id: row.id});
}
