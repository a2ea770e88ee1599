import {
  weekdays,
  type FacetCount,
  type Fault,
  type Opportunity,
  type OpportunityListItem,
  type OpportunityQuery,
  type PartOfDay,
} from '@buurtkit/contract';
import {sql} from 'kysely';
import {readPublished} from '../../db/read-published.ts';
import {listPage} from '../../lists/list-page.ts';
import {ProblemError} from '../../problem-error.ts';
import type {Scope} from '../../scope.ts';
import {readShiftRows, representShift} from '../shifts/shift-row.ts';
import {matchCondition} from './filters.ts';
import {representListItem, representOpportunity} from './opportunity-row.ts';
import {findOpportunityRow, opportunityListing, orderingOf} from './store.ts';

export type OpportunityPage = {data: OpportunityListItem[]; total: number; next: string | null; facets: Record<string, FacetCount[]>};

/** A page of the work that matches, with its coming shifts, how much there is and the counts that were asked for. */
export async function listOpportunities(scope: Scope, query: OpportunityQuery): Promise<OpportunityPage> {
  const {sort: _sort, facets, cursor, limit, ...filters} = query;
  const sort = query.sort ?? (query.near ? 'distance' : 'date');
  const {children, wheelchair, credits, free} = filters;
  const chosen = {
    ...filters,
    children: children && [children],
    wheelchair: wheelchair && [wheelchair],
    credits: credits && [credits],
    free: free && [free],
  };
  const {rows, ...page} = await listPage(scope, opportunityListing(sort, query, scope), {
    match: matchCondition(scope, filters),
    chosen,
    ordering: orderingOf(sort, query),
    facets,
    cursor,
    limit,
  });
  const shifts = await readShiftRows(scope.database.public, scope, {
    where: sql<boolean>`t.community_id = any(${scope.community.readableIds}::uuid[]) and t.opportunity_id = any(${rows.map(({id}) => id)}::uuid[])
      and t.starts_at > ${scope.now}`,
  });
  const asked = new Set(shifts.filter((shift) => isThen(shift, filters)).map(({id}) => id));
  const coming = Map.groupBy(shifts, (shift) => shift.opportunity_id);
  const data = rows.map((row) =>
    representListItem(
      row,
      (coming.get(row.id) ?? []).map((shift) => representShift(shift, scope.now)),
      scope.publicUrl,
      asked,
    ),
  );
  return {...page, data};
}

function isThen(shift: {weekday: number; part_of_day: PartOfDay}, {weekday, partOfDay}: OpportunityQuery): boolean {
  const day = weekdays[shift.weekday - 1];
  return (!weekday || (day !== undefined && weekday.includes(day))) && (!partOfDay || partOfDay.includes(shift.part_of_day));
}

/** One piece of work as anybody may see it; what is closed can be read too, and says so. */
export async function getOpportunity(scope: Scope, id: string): Promise<{opportunity: Opportunity; revision: string}> {
  const found = await readOpportunity(scope, id);
  const {visibleFrom} = found.opportunity;
  if (visibleFrom !== null && new Date(visibleFrom) > scope.now) throw new ProblemError('opportunity.not-found');
  return found;
}

/** One piece of work with all its coming shifts, for who wrote it: it may be for later. */
export async function readOpportunity(scope: Scope, id: string): Promise<{opportunity: Opportunity; revision: string}> {
  return readPublished(scope, async (db) => {
    const row = await findOpportunityRow(db, scope, id);
    if (!row) throw new ProblemError('opportunity.not-found');
    const where = sql<boolean>`t.community_id = ${row.community_id} and t.opportunity_id = ${row.id} and t.ends_at > ${scope.now}`;
    const shifts = (await readShiftRows(db, scope, {where})).map((shift) => representShift(shift, scope.now));
    return {opportunity: representOpportunity(row, shifts, scope.publicUrl), revision: row.revision};
  });
}

/** What no schema of one key can tell. */
export function opportunityQueryFaults({near, radius, sort}: Partial<OpportunityQuery>): Fault[] {
  return [
    ...(sort === 'distance' && !near ? [{parameter: 'near', code: 'required' as const}] : []),
    ...(radius !== undefined && !near ? [{parameter: 'near', code: 'required' as const}] : []),
  ];
}
