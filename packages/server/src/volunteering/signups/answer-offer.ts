import {recordActs} from '../../audit/record-acts.ts';
import type {TrxScope} from '../../scope.ts';
import {enterPlace} from './enter-place.ts';
import {lockSettled} from './lock-settled.ts';
import {requireNoOverlap} from './overlaps.ts';
import {settleShift} from './settle-shift.ts';
import {confirmAddress, moveSignup, type KnownSignup} from './store.ts';

export type OfferAnswer = {outcome: 'done' | 'already' | 'late'; known: KnownSignup};

/** Takes the place that came free, while the offer stands. */
export async function acceptOffer(scope: TrxScope, signupId: string): Promise<OfferAnswer | null> {
  return answerOffer(scope, signupId, async (known) => {
    await requireNoOverlap(scope, known);
    await confirmAddress(scope, known.volunteer.id);
    const entered = await enterPlace(scope, known, 'accept');
    await recordActs(scope, [{action: 'signup.offer-accepted', subjectId: signupId}]);
    return entered;
  });
}

/** Leaves the place to the next. */
export async function declineOffer(scope: TrxScope, signupId: string): Promise<OfferAnswer | null> {
  return answerOffer(scope, signupId, async (known) => {
    const signup = await moveSignup(scope, known.signup, 'decline', 'declined');
    await recordActs(scope, [{action: 'signup.offer-declined', subjectId: signupId}]);
    if (known.shift) await settleShift(scope, known.shift);
    return {...known, signup};
  });
}

async function answerOffer(
  scope: TrxScope,
  signupId: string,
  answer: (known: KnownSignup) => Promise<KnownSignup>,
): Promise<OfferAnswer | null> {
  const known = await lockSettled(scope, signupId);
  if (!known) return null;
  if (known.signup.state === 'expired') return {outcome: 'late', known};
  if (known.signup.state !== 'offered') return {outcome: 'already', known};
  return {outcome: 'done', known: await answer(known)};
}
