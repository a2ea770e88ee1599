import type {OpeningHours} from '@buurtkit/contract';
import {sql} from 'kysely';
import type {TrxScope} from '../scope.ts';
import {openingWindow} from './opening-window.ts';
import {openingsBetween, type Interval} from './openings-between.ts';

type Known = {id: string; hours: OpeningHours};

const atATime = 500;

/** Works out anew when these initiatives are open, in the transaction that changed their hours. */
export async function renewOpenings(scope: TrxScope, initiativeIds: readonly string[]): Promise<void> {
  const window = openingWindow(scope.now, scope.community.timeZone);
  const calendar = calendarOf({...window, timeZone: scope.community.timeZone});
  for (let start = 0; start < initiativeIds.length; start += atATime) {
    const ids = initiativeIds.slice(start, start + atATime);
    const known = await lockHours(scope, ids);
    await deleteOpenings(scope, ids);
    await insertOpenings(scope, known, window.until, calendar);
  }
}

/** Works out anew when every initiative of the community is open, for when its clocks go differently. */
export async function renewAllOpenings(scope: TrxScope): Promise<void> {
  const rows = await scope.trx
    .selectFrom('opening_windows')
    .select('initiative_id as id')
    .where('community_id', '=', scope.community.id)
    .execute();
  await renewOpenings(
    scope,
    rows.map((row) => row.id),
  );
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

async function lockHours(scope: TrxScope, ids: readonly string[]): Promise<Known[]> {
  const rows = await scope.trx
    .selectFrom('initiatives')
    .select(['id', 'opening_hours as hours'])
    .where('community_id', '=', scope.community.id)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.flatMap(({id, hours}) => (hours ? [{id, hours}] : []));
}

async function deleteOpenings(scope: TrxScope, ids: readonly string[]): Promise<void> {
  await scope.trx
    .deleteFrom('opening_windows')
    .where('community_id', '=', scope.community.id)
    .where('initiative_id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
}

async function insertOpenings(scope: TrxScope, known: readonly Known[], filledUntil: Date, calendar: Calendar): Promise<void> {
  if (known.length === 0) return;
  const ids = known.map(({id}) => id);
  await sql`
    insert into opening_windows (community_id, initiative_id, filled_until)
    select ${scope.community.id}::uuid, id, ${filledUntil}::timestamptz from unnest(${ids}::uuid[]) id`.execute(scope.trx);
  const openings = known.flatMap(({id, hours}) => calendar(hours).map(({from, until}) => ({id, from, until})));
  if (openings.length === 0) return;
  await sql`
    insert into openings (community_id, initiative_id, opens_at, closes_at)
    select ${scope.community.id}::uuid, o.id, o."from", o.until
    from json_to_recordset(${JSON.stringify(openings)}) as o (id uuid, "from" timestamptz, until timestamptz)`.execute(scope.trx);
}
