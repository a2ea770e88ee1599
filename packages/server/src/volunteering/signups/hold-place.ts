import type {Hold} from '@buurtkit/contract';
import {ProblemError} from '../../problem-error.ts';
import {inTransaction, type Scope} from '../../scope.ts';
import {requireOpen, requireRole} from './find-place.ts';
import {settleShift} from './settle-shift.ts';
import {holdUntil} from './signup-terms.ts';
import {countPlaces, findOpportunity, insertSignup, lockShift} from './store.ts';

const holdsPerAddress = 3;

/**
 * Keeps a place for ten minutes while somebody fills in the form. Holds never take more than half of what is free, and an
 * address has three at most: who is in a hurry can always still sign up. `heldBy` is the address, as a keyed hash.
 */
export async function holdPlace(scope: Scope, shiftId: string, role: string | undefined, heldBy: Buffer): Promise<Hold> {
  return inTransaction(scope, async (trxScope) => {
    const shift = await lockShift(trxScope, shiftId);
    const opportunity = shift && (await findOpportunity(trxScope, shift.opportunity_id));
    if (!shift || !opportunity) throw new ProblemError('shift.not-found');
    const roleKey = requireRole(shift, role);
    requireOpen(trxScope, opportunity, shift);
    await settleShift(trxScope, shift);

    const [places] = (await countPlaces(trxScope, shift)).filter(({key}) => key === roleKey);
    const held = await trxScope.trx
      .selectFrom('signups')
      .select(['role', 'held_by'])
      .where('community_id', '=', scope.community.id)
      .where('shift_id', '=', shift.id)
      .where('state', '=', 'held')
      .execute();
    const free = places && places.waiting === 0 ? places.capacity - places.taken : 0;
    const heldOfRole = held.filter((hold) => hold.role === roleKey).length;
    const isTooMany = held.filter((hold) => hold.held_by?.equals(heldBy)).length >= holdsPerAddress;
    // Half of what would be free without any hold.
    if (free === 0 || isTooMany || heldOfRole + 1 > (free + heldOfRole) / 2) throw new ProblemError('signup.full');

    const expiresAt = holdUntil(scope.now);
    const {id} = await insertSignup(trxScope, {
      volunteerId: null,
      opportunityId: shift.opportunity_id,
      shiftId: shift.id,
      role: roleKey,
      state: 'held',
      expiresAt,
      heldBy,
    });
    return {id, expiresAt: expiresAt.toISOString()};
  });
}
