import type {Hold} from '@buurtkit/contract';
import {sql} from 'kysely';
import {ProblemError} from '../../problem-error.ts';
import {inTransaction, type Scope} from '../../scope.ts';
import {requireOpen, requireRole} from './find-place.ts';
import {settleShift} from './settle-shift.ts';
import {holdUntil} from './signup-terms.ts';
import {countPlaces, findOpportunity, insertSignup, lockShift} from './store.ts';

const holdsPerAddress = 3;

/**
 * Keeps a place for ten minutes while somebody fills in the form. Holds never take more than half of what is free, and an
 * address has three at most, of all shifts together: who is in a hurry can always still sign up. `heldBy` is the address, as a
 * keyed hash.
 */
export async function holdPlace(scope: Scope, shiftId: string, role: string | undefined, heldBy: Buffer): Promise<Hold> {
  return inTransaction(scope, async (trxScope) => {
    // Two holds of one address on two shifts would not see each other.
    await sql`select pg_advisory_xact_lock(hashtextextended('holds of ' || ${heldBy.toString('hex')}, 0))`.execute(trxScope.trx);
    const shift = await lockShift(trxScope, shiftId);
    const opportunity = shift && (await findOpportunity(trxScope, shift.opportunity_id));
    if (!shift || !opportunity) throw new ProblemError('shift.not-found');
    const roleKey = requireRole(shift, role);
    requireOpen(trxScope, opportunity, shift);
    await settleShift(trxScope, shift);

    const [places] = (await countPlaces(trxScope, shift)).filter(({key}) => key === roleKey);
    const held = await trxScope.trx
      .selectFrom('signups')
      .select(['shift_id', 'role', 'held_by', 'expires_at'])
      .where('community_id', '=', scope.community.id)
      .where('state', '=', 'held')
      .where('expires_at', '>', scope.now)
      .where((eb) => eb.or([eb('shift_id', '=', shift.id), eb('held_by', '=', heldBy)]))
      .orderBy('expires_at')
      .execute();
    const own = held.filter((hold) => hold.held_by?.equals(heldBy));
    if (own.length >= holdsPerAddress) throw waitFor(own[0]?.expires_at ?? scope.now, scope.now);
    const free = places && places.waiting === 0 ? places.capacity - places.taken : 0;
    const heldOfRole = held.filter((hold) => hold.shift_id === shift.id && hold.role === roleKey).length;
    // Half of what would be free without any hold.
    if (free === 0 || heldOfRole + 1 > (free + heldOfRole) / 2) throw new ProblemError('signup.full');

    const expiresAt = holdUntil(scope.now, shift);
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

/** Until the first of the holds that there are is over. */
function waitFor(until: Date, now: Date): ProblemError {
  const seconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000));
  return new ProblemError('request.rate-limited', {headers: {'Retry-After': String(seconds)}});
}
