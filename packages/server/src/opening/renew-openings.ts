import type {OpeningHours} from '@buurtkit/contract';
import {sql} from 'kysely';
import type {TrxScope} from '../scope.ts';
import {openedTables, type Opened} from './opened.ts';
import {openingWindow} from './opening-window.ts';
import {openingsBetween, type Interval} from './openings-between.ts';

type Known = {id: string; hours: OpeningHours};

const atATime = 500;

/** Works out anew when these are open, in the transaction that changed their hours. */
export async function renewOpenings(scope: TrxScope, opened: Opened, ids: readonly string[]): Promise<void> {
  const window = openingWindow(scope.now, scope.community.timeZone);
  const calendar = calendarOf({...window, timeZone: scope.community.timeZone});
  for (let start = 0; start < ids.length; start += atATime) {
    const some = ids.slice(start, start + atATime);
    const known = await lockHours(scope, opened, some);
    await deleteOpenings(scope, opened, some);
    await insertOpenings(scope, opened, known, {filledUntil: window.until, calendar});
  }
}

/** Works out anew when everything of the community is open, for when its clocks go differently. */
export async function renewAllOpenings(scope: TrxScope): Promise<void> {
  for (const opened of Object.keys(openedTables) as Opened[]) {
    const {windows, id} = openedTables[opened];
    const {rows} = await sql<{id: string}>`select ${id} as id from ${windows} where community_id = ${scope.community.id}`.execute(
      scope.trx,
    );
    await renewOpenings(
      scope,
      opened,
      rows.map((row) => row.id),
    );
  }
}

type Calendar = (hours: OpeningHours) => Interval[];

/** Many have the same hours: they are worked out once. */
function calendarOf(window: Interval & {timeZone: string}): Calendar {
  const worked = new Map<string, Interval[]>();
  return (hours) => {
    const key = JSON.stringify(hours);
    const openings = worked.get(key) ?? openingsBetween(hours, window);
    worked.set(key, openings);
    return openings;
  };
}

async function lockHours(scope: TrxScope, opened: Opened, ids: readonly string[]): Promise<Known[]> {
  const {things, isThere} = openedTables[opened];
  const {rows} = await sql<Known>`
    select id, opening_hours as hours from ${things}
    where community_id = ${scope.community.id} and id = any(${ids}::uuid[]) and opening_hours is not null and ${isThere}
    order by id for update`.execute(scope.trx);
  return rows;
}

async function deleteOpenings(scope: TrxScope, opened: Opened, ids: readonly string[]): Promise<void> {
  const {windows, id} = openedTables[opened];
  await sql`delete from ${windows} where community_id = ${scope.community.id} and ${id} = any(${ids}::uuid[])`.execute(scope.trx);
}

async function insertOpenings(
  scope: TrxScope,
  opened: Opened,
  known: readonly Known[],
  {filledUntil, calendar}: {filledUntil: Date; calendar: Calendar},
): Promise<void> {
  if (known.length === 0) return;
  const {windows, openings, id} = openedTables[opened];
  const ids = known.map((each) => each.id);
  await sql`
    insert into ${windows} (community_id, ${id}, filled_until)
    select ${scope.community.id}::uuid, id, ${filledUntil}::timestamptz from unnest(${ids}::uuid[]) id`.execute(scope.trx);
  const stretches = known.flatMap((each) => calendar(each.hours).map(({from, until}) => ({id: each.id, from, until})));
  if (stretches.length === 0) return;
  await sql`
    insert into ${openings} (community_id, ${id}, opens_at, closes_at)
    select ${scope.community.id}::uuid, o.id, o."from", o.until
    from json_to_recordset(${JSON.stringify(stretches)}) as o (id uuid, "from" timestamptz, until timestamptz)`.execute(scope.trx);
}
