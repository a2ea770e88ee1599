import {areaWithAncestors, type Fault, type Listing, type ListingChanges} from '@buurtkit/contract';
import type {Updateable} from 'kysely';
import type {Tables} from '../../db/tables.ts';
import {parseTexts} from '../../initiatives/parse-markdown.ts';
import {ProblemError} from '../../problem-error.ts';
import type {TrxScope} from '../../scope.ts';

const day = 86_400_000;
export const usualTerm = 60 * day;
const longestTerm = 366 * day;

type Columns = Updateable<Tables['listings']>;

/** The columns that a change touches; what it leaves out is not in the result. */
export async function columnsOf(scope: TrxScope, changes: Omit<ListingChanges, 'isClosed'>): Promise<Columns> {
  const {title, text, category, area, minutes, until, tellsMatches} = changes;
  const found = area ? await findArea(scope, area) : null;
  const faults: Fault[] = [
    ...(area && !found ? [{pointer: '#/area', code: 'unknown' as const}] : []),
    ...(until !== undefined && !isWithinTerm(scope, until) ? [{pointer: '#/until', code: 'range' as const}] : []),
  ];
  if (faults.length > 0) throw new ProblemError('request.invalid', {faults});
  return {
    ...(title !== undefined && {title: JSON.stringify(title)}),
    ...(text !== undefined && {text: text && JSON.stringify(text), blocks: text && JSON.stringify(parseTexts(text))}),
    ...(category !== undefined && {category}),
    ...(area !== undefined && {area: found && JSON.stringify(found), area_codes: found ? areaWithAncestors(found.code) : []}),
    ...(minutes !== undefined && {minutes}),
    ...(until !== undefined && {until: new Date(until)}),
    ...(tellsMatches !== undefined && {tells_matches: tellsMatches}),
  };
}

function isWithinTerm({now}: TrxScope, until: string): boolean {
  const moment = new Date(until);
  return moment > now && moment.getTime() <= now.getTime() + longestTerm;
}

async function findArea(scope: TrxScope, code: string): Promise<NonNullable<Listing['area']> | null> {
  const area = await scope.trx
    .selectFrom('areas')
    .select(['code', 'year', 'name'])
    .where('community_id', '=', scope.community.id)
    .where('code', '=', code)
    .executeTakeFirst();
  return area ?? null;
}
