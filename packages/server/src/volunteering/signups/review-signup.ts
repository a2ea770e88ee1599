import {recordActs} from '../../audit/record-acts.ts';
import {ProblemError} from '../../problem-error.ts';
import type {TrxScope} from '../../scope.ts';
import {enterPlace} from './enter-place.ts';
import {requireNoOverlap} from './overlaps.ts';
import {settleShift} from './settle-shift.ts';
import {tellConfirmed, tellIntro, tellRefused} from './signup-mails.ts';
import {lockSignup, moveSignup, type KnownSignup} from './store.ts';

/** Yes, after the talk or without one; and to a place that came free, for who can't press the link of the mail. */
export async function approveSignup(scope: TrxScope, signupId: string): Promise<KnownSignup> {
  const known = await requireSignup(scope, signupId);
  if (known.signup.state === 'confirmed') return known;
  requireNotOver(scope, known);
  if (known.signup.state === 'offered') return takeOffer(scope, known);
  const signup = await moveSignup(scope, known.signup, 'approve', 'confirmed', {answered_at: scope.now});
  await recordActs(scope, [{action: 'signup.approved', subjectId: signupId}]);
  await tellConfirmed(scope, {...known, signup});
  return {...known, signup};
}

async function takeOffer(scope: TrxScope, known: KnownSignup): Promise<KnownSignup> {
  const {expires_at: until} = known.signup;
  if (until !== null && until <= scope.now) throw new ProblemError('signup.not-in-state');
  await requireNoOverlap(scope, known);
  const entered = await enterPlace(scope, known, 'accept');
  await recordActs(scope, [{action: 'signup.offer-accepted', subjectId: known.signup.id}]);
  return entered;
}

/** No, with a reason that the person gets to read. */
export async function refuseSignup(scope: TrxScope, signupId: string, reason: string): Promise<KnownSignup> {
  const known = await requireSignup(scope, signupId);
  if (known.signup.state === 'refused') return known;
  requireNotOver(scope, known);
  const signup = await moveSignup(scope, known.signup, 'refuse', 'refused', {reason, answered_at: scope.now});
  await recordActs(scope, [{action: 'signup.refused', subjectId: signupId}]);
  await tellRefused(scope, {...known, signup});
  if (known.shift) await settleShift(scope, known.shift);
  return {...known, signup};
}

/** When the first talk is, before the shift is over; planning it anew moves it. */
export async function planIntro(scope: TrxScope, signupId: string, at: Date): Promise<KnownSignup> {
  const known = await requireSignup(scope, signupId);
  requireNotOver(scope, known);
  if (at <= scope.now || (known.shift && at >= known.shift.ends_at))
    throw new ProblemError('request.invalid', {faults: [{pointer: '#/at', code: 'range'}]});
  const signup = await moveSignup(scope, known.signup, 'plan-intro', 'intro-planned', {intro_at: at, answered_at: scope.now});
  await recordActs(scope, [{action: 'signup.intro-planned', subjectId: signupId}]);
  await tellIntro(scope, {...known, signup});
  return {...known, signup};
}

function requireNotOver({now}: TrxScope, {shift}: KnownSignup): void {
  if (shift && shift.ends_at <= now) throw new ProblemError('signup.past');
}

async function requireSignup(scope: TrxScope, signupId: string): Promise<KnownSignup> {
  const known = await lockSignup(scope, signupId);
  if (!known) throw new ProblemError('signup.not-found');
  return known;
}
