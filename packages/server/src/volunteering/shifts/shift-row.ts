import type {Shift} from '@buurtkit/contract';
import {sql, type Kysely, type RawBuilder} from 'kysely';
import type {Tables} from '../../db/tables.ts';
import type {Scope} from '../../scope.ts';
import type {ShiftRow} from '../signups/store.ts';

type RoleCount = {role: string | null; taken: number; waiting: number};
/** A shift with how its places stand, and whether its work takes anybody at all. */
export type ToldShiftRow = ShiftRow & {community: string; counts: RoleCount[]; is_work_open: boolean};

export function representShift(row: ToldShiftRow, now: Date): Shift {
  const countOf = (key: string) => row.counts.find(({role}) => role === key) ?? {taken: 0, waiting: 0};
  // A free place that people wait for is theirs: it is offered to them first.
  const roles = row.roles.map(({key, label, capacity}) => {
    const {taken, waiting} = countOf(key);
    return {key, label, capacity, free: waiting > 0 ? 0 : Math.max(0, capacity - taken)};
  });
  const length = row.counts.reduce((sum, {waiting}) => sum + waiting, 0);
  return {
    id: row.id,
    opportunityId: row.opportunity_id,
    community: row.community,
    start: row.starts_at.toISOString(),
    end: row.ends_at.toISOString(),
    roles,
    waitlist: {enabled: row.waitlist_enabled, max: row.waitlist_max, length},
    signupOpens: row.signup_opens_at?.toISOString() ?? null,
    signupCloses: row.signup_closes_at?.toISOString() ?? null,
    cancelUntil: row.cancel_until?.toISOString() ?? null,
    state: stateOf(
      row,
      now,
      roles.some(({free}) => free > 0),
      length,
    ),
    updatedAt: row.updated_at.toISOString(),
  };
}

function stateOf(row: ToldShiftRow, now: Date, isFree: boolean, waiting: number): Shift['state'] {
  if (row.cancelled_at) return 'cancelled';
  if (row.starts_at <= now) return 'past';
  if (row.signup_opens_at && row.signup_opens_at > now) return 'not-yet';
  if (!row.is_work_open || (row.signup_closes_at && row.signup_closes_at <= now)) return 'closed';
  if (isFree) return 'open';
  return row.waitlist_enabled && waiting < row.waitlist_max ? 'waitlist' : 'full';
}

/** Whether the work `o` takes anybody at this moment. */
export function workIsOpen(now: Date) {
  return sql<boolean>`(not o.is_closed and coalesce(o.visible_from <= ${now}, true) and coalesce(o.visible_until > ${now}, true))`;
}

type Found = {where: RawBuilder<boolean>; limit?: number};

/** Shifts `t` that meet a condition, the first to begin first, with their counts: one statement. */
export async function readShiftRows(db: Kysely<Tables>, {now}: Pick<Scope, 'now'>, {where, limit}: Found): Promise<ToldShiftRow[]> {
  const {rows} = await sql<Omit<ToldShiftRow, 'counts'> & {counts: {role: string | null; taken: string; waiting: string}[]}>`
    select t.*, c.slug as community, ${workIsOpen(now)} as is_work_open, coalesce((
      select json_agg(n) from shift_counts(t.community_id, t.id, ${now}::timestamptz) n), '[]') as counts
    from shifts t join communities c using (community_id) join opportunities o on o.community_id = t.community_id and o.id = t.opportunity_id
    where ${where}
    order by t.starts_at, t.id
    limit ${limit ?? 10_000}`.execute(db);
  return rows.map((row) => ({
    ...row,
    counts: row.counts.map(({role, taken, waiting}) => ({role, taken: Number(taken), waiting: Number(waiting)})),
  }));
}
