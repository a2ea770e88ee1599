import type {Hours} from '@buurtkit/contract';
import type {Selectable} from 'kysely';
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
