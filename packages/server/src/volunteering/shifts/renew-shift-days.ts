import type {TrxScope} from '../../scope.ts';
import {whenOf} from './write-shift.ts';

/** On which day, and in which part of it, the shifts of a community begin now that it has another time zone. */
export async function renewShiftDays({trx, community, now}: TrxScope): Promise<void> {
  const shifts = await trx
    .selectFrom('shifts')
    .select(['id', 'starts_at'])
    .where('community_id', '=', community.id)
    .where('ends_at', '>', now)
    .execute();
  for (const {id, starts_at: start} of shifts)
    await trx
      .updateTable('shifts')
      .set(whenOf(start, community.timeZone))
      .where('community_id', '=', community.id)
      .where('id', '=', id)
      .execute();
}
