import type {SignupReceipt, SignupState} from '@buurtkit/contract';
import {uuidv7} from '../../http/uuid.ts';
import type {TrxScope} from '../../scope.ts';
import type {FoundPlace} from './find-place.ts';
import type {Overlap} from './overlaps.ts';
import {emailUntil} from './signup-terms.ts';
import {waitingPosition, type KnownSignup, type ShiftRow} from './store.ts';

const steps: Partial<Record<SignupState, SignupReceipt['nextStep']>> = {
  'awaiting-email': 'confirm-email',
  'awaiting-guardian': 'ask-guardian',
  'awaiting-review': 'wait-for-answer',
  'intro-planned': 'wait-for-answer',
  waitlisted: 'wait-for-place',
  offered: 'wait-for-place',
};

/** What became of a sign-up and what comes next, for whoever sent it: nothing personal stands in it. */
export async function receiptOf(scope: TrxScope, {signup}: KnownSignup, overlaps: Overlap[] = []): Promise<SignupReceipt> {
  return {
    id: signup.id,
    state: signup.state,
    position: await waitingPosition(scope, signup),
    nextStep: steps[signup.state] ?? 'come',
    until: signup.expires_at?.toISOString() ?? null,
    overlaps,
  };
}

/** What a newcomer would be answered who found this place. */
export function receiptForAnybody(scope: TrxScope, place: FoundPlace, shift: ShiftRow | null): SignupReceipt {
  const isWaiting = place.kind === 'waiting';
  return {
    id: uuidv7(),
    state: isWaiting ? 'waitlisted' : 'awaiting-email',
    position: isWaiting ? place.position : null,
    nextStep: isWaiting ? 'wait-for-place' : 'confirm-email',
    until: isWaiting ? null : emailUntil(scope.now, shift).toISOString(),
    overlaps: [],
  };
}
