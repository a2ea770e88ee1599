import type {Updateable} from 'kysely';
import type {Tables} from '../../db/tables.ts';
import type {TrxScope} from '../../scope.ts';
import type {SignupAct} from './signup-states.ts';
import {stateOfConfirmed} from './signup-states.ts';
import {tellConfirmed, tellGuardian, tellToReview} from './signup-mails.ts';
import {guardianUntil} from './signup-terms.ts';
import {moveSignup, type KnownSignup} from './store.ts';

/** Where somebody stands who is known and has a place: the guardian is asked, the organiser looks, or it is settled. */
export async function enterPlace(
  scope: TrxScope,
  known: KnownSignup,
  act: SignupAct,
  columns: Updateable<Tables['signups']> = {},
): Promise<KnownSignup> {
  const to = stateOfConfirmed({
    ageBand: known.volunteer.age_band,
    hasGuardianAgreed: known.signup.guardian_agreed_at !== null,
    approval: known.opportunity.approval,
  });
  const signup = await moveSignup(scope, known.signup, act, to, {
    ...columns,
    expires_at: to === 'awaiting-guardian' ? guardianUntil(scope.now, known.shift) : null,
    ...(to === 'confirmed' && {answered_at: scope.now}),
  });
  const entered = {...known, signup};
  if (to === 'awaiting-guardian') await tellGuardian(scope, entered);
  else if (to === 'awaiting-review') await tellToReview(scope, entered);
  else await tellConfirmed(scope, entered);
  return entered;
}
