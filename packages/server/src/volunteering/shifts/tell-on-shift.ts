import {sql} from 'kysely';
import type {TrxScope} from '../../scope.ts';
import {tellChanged, type Changed} from '../signups/signup-mails.ts';
import {readSignups, type KnownSignup, type ShiftRow} from '../signups/store.ts';

/**
 * Tells everyone on a locked shift what is otherwise than they were told. Calendars take it, since SEQUENCE is higher; who was
 * reminded of a time that stays is not reminded again.
 */
export async function tellOnShift(scope: TrxScope, shift: Pick<ShiftRow, 'id'>, changed: Changed): Promise<void> {
  const {sequence} = await scope.trx
    .updateTable('shifts')
    .set({sequence: sql`sequence + 1`})
    .where('community_id', '=', scope.community.id)
    .where('id', '=', shift.id)
    .returning('sequence')
    .executeTakeFirstOrThrow();
  if (!changed.when)
    await scope.trx
      .updateTable('signups')
      .set({reminded_sequence: sequence})
      .where('community_id', '=', scope.community.id)
      .where('shift_id', '=', shift.id)
      .where('reminded_sequence', '=', sequence - 1)
      .execute();
  for (const known of await listOnShift(scope, shift)) await tellChanged(scope, known, changed);
}

/** Everyone on a locked shift or waiting for it. */
export async function listOnShift(scope: TrxScope, shift: Pick<ShiftRow, 'id'>): Promise<KnownSignup[]> {
  const rows = await scope.trx
    .selectFrom('signups')
    .select('id')
    .where('community_id', '=', scope.community.id)
    .where('shift_id', '=', shift.id)
    .where('state', 'in', ['awaiting-email', 'awaiting-guardian', 'awaiting-review', 'intro-planned', 'confirmed', 'waitlisted', 'offered'])
    .execute();
  return readSignups(
    scope,
    rows.map(({id}) => id),
  );
}
