import type {Hours} from '@buurtkit/contract';
import {sql, type Selectable} from 'kysely';
import type {Tables} from '../../db/tables.ts';
import type {TrxScope} from '../../scope.ts';

export type HoursRow = Selectable<Tables['hours']>;

export function representHours(row: HoursRow): Hours {
  return {
    id: row.id,
    signupId: row.signup_id,
    minutes: row.minutes,
    on: row.worked_on,
    state: row.state,
    reason: row.reason,
    submittedAt: row.submitted_at.toISOString(),
  };
}

export async function lockHours(scope: TrxScope, id: string): Promise<HoursRow | null> {
  const row = await scope.trx
    .selectFrom('hours')
    .selectAll()
    .where('community_id', '=', scope.community.id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** The hours of a shift, oldest first and locked; in one state when told. */
export async function lockHoursOfShift(scope: TrxScope, shiftId: string, state?: HoursRow['state']): Promise<HoursRow[]> {
  const {rows} = await sql<HoursRow>`
    select h.* from hours h join signups s on s.community_id = h.community_id and s.id = h.signup_id
    where h.community_id = ${scope.community.id} and s.shift_id = ${shiftId} and (${state ?? null}::text is null or h.state = ${state ?? null}::text)
    order by h.id for update of h`.execute(scope.trx);
  return rows;
}

/** Which member signed up for this, by their confirmed address; null when no member did. */
export async function workedBy(scope: TrxScope, signupId: string): Promise<string | null> {
  const {rows} = await sql<{id: string}>`
    select m.id from signups s
      join volunteers v on v.community_id = s.community_id and v.id = s.volunteer_id
      join members m on m.community_id = v.community_id and lower(m.email) = lower(v.email)
    where s.community_id = ${scope.community.id} and s.id = ${signupId}`.execute(scope.trx);
  return rows[0]?.id ?? null;
}
