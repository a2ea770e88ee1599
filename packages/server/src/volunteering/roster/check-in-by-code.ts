import {ProblemError} from '../../problem-error.ts';
import {inTransaction, type Scope} from '../../scope.ts';
import {findVolunteersAt, lockShift, lockSignup} from '../signups/store.ts';
import {checkInKnown, isCheckInTime, requireShiftCode} from './check-in.ts';

/**
 * Somebody at the door says who it is. A wrong code is a fault; whether the address is on the list stays between the list and
 * whoever it is of. Of several people with one address only who is named is there; no name is told, since whoever knows the code
 * may know the address too.
 */
export async function checkInByCode(
  scope: Scope,
  shiftId: string,
  {email, code, name}: {email: string; code: string; name: string},
): Promise<void> {
  await inTransaction(scope, async (trxScope) => {
    const shift = await lockShift(trxScope, shiftId);
    if (!shift) throw new ProblemError('shift.not-found');
    if (!isCheckInTime(scope.now, shift)) throw new ProblemError('signup.not-in-state');
    await requireShiftCode(trxScope, shift.id, code);
    const same = await findVolunteersAt(trxScope, email);
    if (same.length === 0) return;
    const rows = await trxScope.trx
      .selectFrom('signups')
      .select(['id', 'volunteer_id'])
      .where('community_id', '=', scope.community.id)
      .where('shift_id', '=', shift.id)
      .where('state', 'in', ['confirmed', 'checked-in'])
      .where(
        'volunteer_id',
        'in',
        same.map(({id}) => id),
      )
      .execute();
    const isMeant = ({volunteer_id: id}: {volunteer_id: string | null}) => answersTo(same.find((one) => one.id === id)?.name, name);
    const meant = rows.length > 1 ? rows.filter(isMeant) : rows;
    if (rows.length > 1 && meant.length !== 1)
      throw new ProblemError('request.invalid', {faults: [{pointer: '#/name', code: name === '' ? 'required' : 'not-allowed'}]});
    for (const {id} of meant) {
      const known = await lockSignup(trxScope, id);
      if (known) await checkInKnown(trxScope, known);
    }
  });
}

/** A first name is enough, as one says it at a door. */
function answersTo(known: string | null | undefined, said: string): boolean {
  const [full, asked] = [folded(known ?? ''), folded(said)];
  return asked !== '' && (full === asked || full.startsWith(`${asked} `));
}

function folded(name: string): string {
  return name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim().replaceAll(/\s+/g, ' ');
}
