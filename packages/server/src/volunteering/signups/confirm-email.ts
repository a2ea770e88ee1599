import {recordActs} from '../../audit/record-acts.ts';
import type {TrxScope} from '../../scope.ts';
import {enterPlace} from './enter-place.ts';
import {findPlace, requireOpen} from './find-place.ts';
import {findStanding} from './find-standing.ts';
import {lockSettled} from './lock-settled.ts';
import {requireNoOverlap} from './overlaps.ts';
import {tellWaitlisted} from './signup-mails.ts';
import {confirmAddress, insertSignup, type KnownSignup} from './store.ts';

/** What a click on the link in the mail came to. */
export type Confirmation = {outcome: 'confirmed' | 'already' | 'late'; known: KnownSignup};

/** The address is right: the place is somebody's. Who clicks too late lost it, and can sign up anew with `signUpAgain`. */
export async function confirmEmail(scope: TrxScope, signupId: string): Promise<Confirmation | null> {
  const known = await lockSettled(scope, signupId);
  if (!known) return null;
  const {signup} = known;
  if (signup.state === 'expired') return {outcome: 'late', known};
  if (signup.state !== 'awaiting-email') return {outcome: 'already', known};
  await requireNoOverlap(scope, known);
  const entered = await enterPlace(scope, known, 'confirm-email');
  await confirmAddress(scope, known.volunteer.id);
  await recordActs(scope, [{action: 'signup.email-confirmed', subjectId: signup.id}]);
  return {outcome: 'confirmed', known: entered};
}

/** A new sign-up of somebody whose first one expired: a place if there is one, else the end of the waiting list. */
export async function signUpAgain(scope: TrxScope, signupId: string): Promise<KnownSignup | null> {
  const known = await lockSettled(scope, signupId);
  if (!known) return null;
  const {opportunity, shift, volunteer, signup: before} = known;
  if (before.state !== 'expired') return known;
  requireOpen(scope, opportunity, shift);
  const standing = await findStanding(scope, volunteer, known);
  if (standing) return standing;
  await requireNoOverlap(scope, known);
  const place = shift && before.role !== null ? await findPlace(scope, shift, before.role) : {kind: 'place' as const};
  const isWaiting = place.kind === 'waiting';
  await confirmAddress(scope, volunteer.id);
  const signup = await insertSignup(scope, {
    volunteerId: volunteer.id,
    opportunityId: opportunity.id,
    shiftId: shift?.id ?? null,
    role: before.role,
    state: isWaiting ? 'waitlisted' : 'awaiting-email',
    expiresAt: null,
    waitingSince: isWaiting ? place.since : null,
    children: before.children,
    answers: before.answers,
  });
  await recordActs(scope, [{action: 'signup.created', subjectId: signup.id}]);
  const again = {...known, signup};
  if (!isWaiting) return enterPlace(scope, again, 'confirm-email');
  await tellWaitlisted(scope, again);
  return again;
}
