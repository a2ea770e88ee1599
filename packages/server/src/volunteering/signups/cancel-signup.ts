import type {SignupState} from '@buurtkit/contract';
import {recordActs} from '../../audit/record-acts.ts';
import {ProblemError} from '../../problem-error.ts';
import type {TrxScope} from '../../scope.ts';
import {settleShift} from './settle-shift.ts';
import {tellCancelled} from './signup-mails.ts';
import {lockSignup, moveSignup, type KnownSignup, type SignupRow} from './store.ts';

type CancelledBy = NonNullable<SignupRow['cancelled_by']>;

/** By the person until the shift's own term, by an organiser always; the place goes to who waits. Twice is once. */
export async function cancelSignup(
  scope: TrxScope,
  signupId: string,
  by: 'person' | 'organiser',
  reason: string | null,
): Promise<KnownSignup> {
  const known = await lockSignup(scope, signupId);
  if (!known) throw new ProblemError('signup.not-found');
  if (known.signup.state === 'cancelled') return known;
  if (by === 'person' && isTooLate(scope, known)) throw new ProblemError('signup.too-late-to-cancel');
  return endSignup(scope, known, by, reason);
}

const withAPlace: readonly SignupState[] = ['confirmed', 'intro-planned', 'awaiting-review', 'awaiting-guardian'];

/** Somebody who has a place leaves it until `cancelUntil`, else until it begins; who has none yet can always say so. */
function isTooLate(scope: TrxScope, {signup, shift}: KnownSignup): boolean {
  if (!shift || !withAPlace.includes(signup.state)) return false;
  return (shift.cancel_until ?? shift.starts_at) <= scope.now;
}

/** Ends a locked sign-up, tells whom it concerns, and offers the place to the next. */
export async function endSignup(scope: TrxScope, known: KnownSignup, by: CancelledBy, reason: string | null): Promise<KnownSignup> {
  const before = known.signup.state;
  const signup = await moveSignup(scope, known.signup, 'cancel', 'cancelled', {
    cancelled_by: by,
    reason,
    answered_at: known.signup.answered_at ?? scope.now,
  });
  const ended = {...known, signup};
  await recordActs(scope, [{action: 'signup.cancelled', subjectId: signup.id}]);
  await tellCancelled(scope, ended, before);
  if (known.shift) await settleShift(scope, known.shift);
  return ended;
}
