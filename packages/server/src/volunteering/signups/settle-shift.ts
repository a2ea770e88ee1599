import type {TrxScope} from '../../scope.ts';
import {tellExpired, tellOffered} from './signup-mails.ts';
import {overBy, termed} from './signup-states.ts';
import {offerUntil} from './signup-terms.ts';
import {countPlaces, findOpportunity, moveSignup, readVolunteer, type KnownSignup, type ShiftRow, type SignupRow} from './store.ts';

/**
 * Brings a locked shift up to this moment: what has expired is over, and every free place is offered to who waits longest.
 * Everyone who gives a place calls it first, so what is free after it is free for whoever asks.
 */
export async function settleShift(scope: TrxScope, shift: ShiftRow): Promise<void> {
  const opportunity = await findOpportunity(scope, shift.opportunity_id);
  if (!opportunity) return;
  for (const expired of await listExpired(scope, shift)) {
    const signup = await moveSignup(scope, expired, 'expire', 'expired');
    if (signup.volunteer_id !== null && expired.state !== 'awaiting-email')
      await tellExpired(scope, {signup, shift, opportunity, volunteer: await readVolunteer(scope, signup.volunteer_id)}, expired.state);
  }
  if (shift.cancelled_at !== null || shift.starts_at <= scope.now) return;
  for (const {key, capacity, taken, waiting} of await countPlaces(scope, shift)) {
    if (waiting === 0 || taken >= capacity) continue;
    for (const next of await listWaiting(scope, shift, key, capacity - taken)) {
      const signup = await moveSignup(scope, next, 'offer', 'offered', {expires_at: offerUntil(scope.now, shift)});
      if (signup.volunteer_id === null) continue;
      await tellOffered(scope, {signup, shift, opportunity, volunteer: await readVolunteer(scope, signup.volunteer_id)});
    }
  }
}

/** The same for a sign-up for work that has no shifts. */
export async function settleAlone(scope: TrxScope, known: KnownSignup): Promise<KnownSignup> {
  const {state, expires_at: until} = known.signup;
  if (until === null || until > scope.now || !termed.includes(state)) return known;
  const expired = {...known, signup: await moveSignup(scope, known.signup, 'expire', 'expired')};
  if (state !== 'awaiting-email') await tellExpired(scope, expired, state);
  return expired;
}

/** Whose time is over: by their own term, or because the shift is. */
async function listExpired(scope: TrxScope, shift: ShiftRow): Promise<SignupRow[]> {
  const over = overBy(scope.now, shift);
  return scope.trx
    .selectFrom('signups')
    .selectAll()
    .where('community_id', '=', scope.community.id)
    .where('shift_id', '=', shift.id)
    .where((eb) =>
      eb.or([
        eb.and([eb('state', 'in', termed), eb('expires_at', '<=', scope.now)]),
        ...(over.length > 0 ? [eb('state', 'in', over)] : []),
      ]),
    )
    .orderBy('id')
    .execute();
}

async function listWaiting(scope: TrxScope, shift: ShiftRow, role: string, count: number): Promise<SignupRow[]> {
  return scope.trx
    .selectFrom('signups')
    .selectAll()
    .where('community_id', '=', scope.community.id)
    .where('shift_id', '=', shift.id)
    .where('role', '=', role)
    .where('state', '=', 'waitlisted')
    .orderBy('waiting_since')
    .limit(count)
    .execute();
}
