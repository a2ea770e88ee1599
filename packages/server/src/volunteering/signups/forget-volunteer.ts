import type {TrxScope} from '../../scope.ts';
import {eraseVolunteers} from './erase-volunteers.ts';
import {settleShift} from './settle-shift.ts';
import {findVolunteersAt, lockShift, moveSignup} from './store.ts';

const open = ['awaiting-email', 'awaiting-guardian', 'awaiting-review', 'intro-planned', 'confirmed', 'waitlisted', 'offered'] as const;

/**
 * Erases a person: open sign-ups end, what identifies them goes, and counts stay. Everything under the same e-mail address
 * is the same person.
 */
export async function forgetVolunteer(scope: TrxScope, volunteerId: string): Promise<void> {
  const {trx, community} = scope;
  const self = await trx
    .selectFrom('volunteers')
    .select(['id', 'email'])
    .where('community_id', '=', community.id)
    .where('id', '=', volunteerId)
    .executeTakeFirst();
  if (!self) return;
  const same = self.email === null ? [] : await findVolunteersAt(scope, self.email);
  const ids = [...new Set([self.id, ...same.map(({id}) => id)])];
  const signups = await trx
    .selectFrom('signups')
    .select(['id', 'shift_id'])
    .where('community_id', '=', community.id)
    .where('volunteer_id', 'in', ids)
    .orderBy('shift_id')
    .execute();
  for (const shiftId of [...new Set(signups.map(({shift_id: id}) => id))].filter((id) => id !== null)) {
    const shift = await lockShift(scope, shiftId);
    await endOpen(
      scope,
      signups.filter((signup) => signup.shift_id === shiftId).map(({id}) => id),
    );
    if (shift) await settleShift(scope, shift);
  }
  await endOpen(
    scope,
    signups.filter((signup) => signup.shift_id === null).map(({id}) => id),
  );
  await eraseVolunteers(scope, ids);
}

async function endOpen(scope: TrxScope, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await scope.trx
    .selectFrom('signups')
    .select(['id', 'state'])
    .where('community_id', '=', scope.community.id)
    .where('id', 'in', ids)
    .where('state', 'in', open)
    .execute();
  for (const row of rows) await moveSignup(scope, row, 'cancel', 'cancelled', {cancelled_by: 'person', answered_at: scope.now});
}
