import {recordActs} from '../../audit/record-acts.ts';
import type {TrxScope} from '../../scope.ts';
import {endSignup} from './cancel-signup.ts';
import {enterPlace} from './enter-place.ts';
import {lockSettled} from './lock-settled.ts';
import type {KnownSignup} from './store.ts';

export type GuardianAnswer = {outcome: 'done' | 'already' | 'late'; known: KnownSignup};

/** A guardian consents, within the term. */
export async function agreeAsGuardian(scope: TrxScope, signupId: string): Promise<GuardianAnswer | null> {
  const known = await lockSettled(scope, signupId);
  if (!known) return null;
  if (known.signup.state === 'expired') return {outcome: 'late', known};
  if (known.signup.state !== 'awaiting-guardian') return {outcome: 'already', known};
  const agreed = {...known, signup: {...known.signup, guardian_agreed_at: scope.now}};
  const entered = await enterPlace(scope, agreed, 'guardian-agrees', {guardian_agreed_at: scope.now});
  await recordActs(scope, [{action: 'signup.guardian-agreed', subjectId: signupId}]);
  return {outcome: 'done', known: entered};
}

/** A guardian says no, or takes back an earlier yes. */
export async function refuseAsGuardian(scope: TrxScope, signupId: string): Promise<GuardianAnswer | null> {
  const known = await lockSettled(scope, signupId);
  if (!known) return null;
  const open = ['awaiting-guardian', 'awaiting-review', 'intro-planned', 'confirmed'];
  if (!open.includes(known.signup.state)) return {outcome: 'already', known};
  return {outcome: 'done', known: await endSignup(scope, known, 'guardian', null)};
}
