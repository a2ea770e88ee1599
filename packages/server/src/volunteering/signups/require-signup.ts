import {ProblemError} from '../../problem-error.ts';
import type {TrxScope} from '../../scope.ts';
import {requireOrganiser} from '../opportunities/organiser.ts';
import {settleShift} from './settle-shift.ts';
import {lockSignup, type KnownSignup} from './store.ts';

/** The sign-up for staff who may see it, with its shift brought up to this moment. */
export async function requireSignup(scope: TrxScope, id: string): Promise<KnownSignup> {
  const found = await lockSignup(scope, id);
  if (!found) throw new ProblemError('signup.not-found');
  await requireOrganiser(scope, found.opportunity);
  if (!found.shift) return found;
  await settleShift(scope, found.shift);
  const known = await lockSignup(scope, id);
  if (!known) throw new ProblemError('signup.not-found');
  return known;
}
