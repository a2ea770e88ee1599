import type {TrxScope} from '../../scope.ts';
import {settleShift} from './settle-shift.ts';
import {lockSignup, type KnownSignup} from './store.ts';

/** A sign-up, locked, as it stands at this moment: what is over on its shift is over, and it may have been offered a place. */
export async function lockSettled(scope: TrxScope, signupId: string): Promise<KnownSignup | null> {
  const found = await lockSignup(scope, signupId);
  if (!found?.shift) return found;
  await settleShift(scope, found.shift);
  return lockSignup(scope, signupId);
}
