import {ProblemError} from '../../problem-error.ts';
import {inTransaction, type Scope} from '../../scope.ts';
import {lockShift, lockSignup} from '../signups/store.ts';
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
    const rows = await trxScope.trx
      .selectFrom('signups as s')
      .innerJoin('volunteers as v', (join) => join.onRef('v.community_id', '=', 's.community_id').onRef('v.id', '=', 's.volunteer_id'))
      .select('s.id')
      .where('s.community_id', '=', scope.community.id)
      .where('s.shift_id', '=', shift.id)
      .where('s.state', '=', 'confirmed')
      .where((eb) => eb(eb.fn<string>('lower', ['v.email']), '=', email.toLowerCase()))
      .execute();
    for (const {id} of rows) {
      const known = await lockSignup(trxScope, id);
      if (known) await checkInKnown(trxScope, known);
    }
  });
}
