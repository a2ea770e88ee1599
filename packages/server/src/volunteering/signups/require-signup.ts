import {ProblemError} from '../../problem-error.ts';
import type {TrxScope} from '../../scope.ts';
import {requireOrganiser} from '../opportunities/organiser.ts';
import {lockSettled} from './lock-settled.ts';
import type {KnownSignup} from './store.ts';

/** The sign-up for staff who may see it, as it stands at this moment. */
export async function requireSignup(scope: TrxScope, id: string): Promise<KnownSignup> {
  const known = await lockSettled(scope, id);
  if (!known) throw new ProblemError('signup.not-found');
  await requireOrganiser(scope, known.opportunity);
  return known;
}
