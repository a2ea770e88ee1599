import type {Hold} from '@buurtkit/contract';
import {sql} from 'kysely';
import {ProblemError} from '../../problem-error.ts';
import {inTransaction, type Scope, type TrxScope} from '../../scope.ts';
import {requireOpen, requireRole} from './find-place.ts';
import {settleShift} from './settle-shift.ts';
import {holdUntil} from './signup-terms.ts';
import {countPlaces, findOpportunity, insertSignup, lockShift} from './store.ts';

const holdsPerAddress = 3;

/**
 * Keeps a place for ten minutes while somebody fills in the form. Holds never take more than half of what is free, and an
 * address has three at most, of all shifts together: who is in a hurry can always still sign up. `heldBy` is the address, as a
 * keyed hash; null for who shows a key.
 */
export async function holdPlace(scope: Scope, shiftId: string, role: string | undefined, heldBy: Buffer | null): Promise<Hold> {
  return inTransaction(scope, async (trxScope) => {
    const shift = await lockShift(trxScope, shiftId);
    const opportunity = shift && (await findOpportunity(trxScope, shift.opportunity_id));
    if (!shift || !opportunity) throw new ProblemError('shift.not-found');
    const roleKey = requireRole(shift, role);
    requireOpen(trxScope, opportunity, shift);
    if (heldBy) await requireHoldLeft(trxScope, heldBy);
    await settleShift(trxScope, shift);

    const [places] = (await countPlaces(trxScope, shift)).filter(({key}) => key === roleKey);
    const held = await trxScope.trx
      .selectFrom('signups')
      .select('id')
      .where('community_id', '=', scope.community.id)
      .where('shift_id', '=', shift.id)
      .where('role', '=', roleKey)
      .where('state', '=', 'held')
      .execute();
    const free = places && places.waiting === 0 ? places.capacity - places.taken : 0;
    // Half of what would be free without any hold.
    if (free === 0 || held.length + 1 > (free + held.length) / 2) throw new ProblemError('signup.full');

    const expiresAt = holdUntil(scope.now, shift);
    const {id} = await insertSignup(trxScope, {
      volunteerId: null,
      opportunityId: shift.opportunity_id,
      shiftId: shift.id,
      role: roleKey,
      state: 'held',
      expiresAt,
      ...(heldBy && {heldBy}),
    });
    return {id, expiresAt: expiresAt.toISOString()};
  });
}

/** Counts the holds of an address on all shifts, one request after the other: two shifts wouldn't see each other's. */
async function requireHoldLeft(scope: TrxScope, heldBy: Buffer): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('holds of ' || ${heldBy.toString('hex')}, 0))`.execute(scope.trx);
  const held = await scope.trx
    .selectFrom('signups')
    .select('expires_at')
    .where('community_id', '=', scope.community.id)
    .where('state', '=', 'held')
    .where('held_by', '=', heldBy)
    .where('expires_at', '>', scope.now)
    .orderBy('expires_at')
    .execute();
  const [first] = held;
  if (!first?.expires_at || held.length < holdsPerAddress) return;
  const seconds = Math.ceil((first.expires_at.getTime() - scope.now.getTime()) / 1000);
  throw new ProblemError('request.rate-limited', {headers: {'Retry-After': String(seconds)}});
}
