import {ProblemError} from '../../problem-error.ts';
import {inTransaction, type Scope} from '../../scope.ts';
import {findVolunteersAt, lockShift, lockSignup} from '../signups/store.ts';
import {checkInKnown, requireShiftCode} from './check-in.ts';

/**
 * Somebody at the door says who it is. A wrong code is a fault; whether the address is on the list stays between the list and
 * whoever it is of.
 */
export async function checkInByCode(scope: Scope, shiftId: string, email: string, code: string): Promise<void> {
  await inTransaction(scope, async (trxScope) => {
    const shift = await lockShift(trxScope, shiftId);
    if (!shift) throw new ProblemError('shift.not-found');
    await requireShiftCode(trxScope, shift.id, code);
    const same = (await findVolunteersAt(trxScope, email)).map(({id}) => id);
    if (same.length === 0) return;
    const rows = await trxScope.trx
      .selectFrom('signups')
      .select('id')
      .where('community_id', '=', scope.community.id)
      .where('shift_id', '=', shift.id)
      .where('state', '=', 'confirmed')
      .where('volunteer_id', 'in', same)
      .execute();
    for (const {id} of rows) {
      const known = await lockSignup(trxScope, id);
      if (known) await checkInKnown(trxScope, known);
    }
  });
}
