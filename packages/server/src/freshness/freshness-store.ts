import {sql} from 'kysely';
import type {Database} from '../db/database.ts';
import type {TrxScope} from '../scope.ts';
import type {FreshnessState} from './freshness-due.ts';

export type FreshnessRow = FreshnessState & {
  initiativeId: string;
  slug: string;
  name: string;
  checkedAt: Date | null;
};

// Rows are made ahead, so that each is there before its moment: half a year after 31 August is 28 February, but half a year before that
// is 28 August.
const notYetPlanned = (now: Date) => sql`
  coalesce(i.checked_at, i.created_at) <= ${now}::timestamptz - interval '6 months' + interval '7 days'
  and not exists (select from freshness f where f.community_id = i.community_id and f.initiative_id = i.id)`;

export async function communitiesWithDueFreshness({owner}: Database, now: Date): Promise<string[]> {
  const {rows} = await sql<{id: string}>`
    select community_id as id from freshness where due_at <= ${now}
    union select i.community_id from initiatives i where ${notYetPlanned(now)}
    order by id`.execute(owner);
  return rows.map(({id}) => id);
}

export async function listUnplanned(scope: TrxScope): Promise<{id: string; countedFrom: Date}[]> {
  const {rows} = await sql<{id: string; countedFrom: Date}>`
    select i.id, coalesce(i.checked_at, i.created_at) as "countedFrom" from initiatives i
    where i.community_id = ${scope.community.id} and ${notYetPlanned(scope.now)} order by i.id`.execute(scope.trx);
  return rows;
}

export async function insertPlans(
  scope: TrxScope,
  plans: readonly {initiativeId: string; countedFrom: Date; dueAt: Date}[],
): Promise<void> {
  if (plans.length === 0) return;
  await sql`
    insert into freshness (community_id, initiative_id, counted_from, due_at)
    select ${scope.community.id}::uuid, p."initiativeId", p."countedFrom", p."dueAt"
    from json_to_recordset(${JSON.stringify(plans)}) p ("initiativeId" uuid, "countedFrom" timestamptz, "dueAt" timestamptz)
    on conflict do nothing`.execute(scope.trx);
}

/** The next one that is due and that nobody else is dealing with. */
export async function lockDue(scope: TrxScope): Promise<FreshnessRow | null> {
  const {rows} = await sql<FreshnessRow>`
    select f.initiative_id as "initiativeId", f.counted_from as "countedFrom", f.asked, f.asked_at as "askedAt",
      i.slug, i.name, i.checked_at as "checkedAt"
    from freshness f join initiatives i on i.community_id = f.community_id and i.id = f.initiative_id
    where f.community_id = ${scope.community.id} and f.due_at <= ${scope.now}
    order by f.due_at, f.initiative_id limit 1 for update of f skip locked`.execute(scope.trx);
  return rows[0] ?? null;
}

export async function setFreshness(scope: TrxScope, initiativeId: string, state: FreshnessState, dueAt: Date): Promise<void> {
  await sql`
    insert into freshness (community_id, initiative_id, counted_from, asked, asked_at, due_at)
    values (${scope.community.id}, ${initiativeId}, ${state.countedFrom}, ${state.asked}, ${state.askedAt}, ${dueAt})
    on conflict (community_id, initiative_id) do update
      set counted_from = excluded.counted_from, asked = excluded.asked, asked_at = excluded.asked_at, due_at = excluded.due_at`.execute(
    scope.trx,
  );
}

export type CheckedInitiative = {id: string; slug: string; name: string};

/** Says on the page when it was checked, or that this was long ago; the text itself stays as it is, and so does its date. */
export async function setChecked(
  scope: TrxScope,
  initiativeId: string,
  change: {checkedAt: Date} | {isRecentlyChecked: false},
): Promise<CheckedInitiative | null> {
  const columns = 'checkedAt' in change ? {checked_at: change.checkedAt, is_recently_checked: true} : {is_recently_checked: false};
  const row = await scope.trx
    .updateTable('initiatives')
    .set({...columns, revision: sql`revision + 1`})
    .where('community_id', '=', scope.community.id)
    .where('id', '=', initiativeId)
    .returning(['id', 'slug', 'name'])
    .executeTakeFirst();
  return row ?? null;
}

export async function findChecked(scope: TrxScope, initiativeId: string): Promise<CheckedInitiative | null> {
  const row = await scope.trx
    .selectFrom('initiatives')
    .select(['id', 'slug', 'name'])
    .where('community_id', '=', scope.community.id)
    .where('id', '=', initiativeId)
    .executeTakeFirst();
  return row ?? null;
}
