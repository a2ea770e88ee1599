import type {TrxScope} from '../../scope.ts';
import {settleAlone, settleShift} from './settle-shift.ts';
import {lockSignup, type KnownSignup} from './store.ts';

/** A sign-up, locked, as it stands at this moment: what is over is over, and it may have been offered a place of its shift. */
export async function lockSettled(scope: TrxScope, signupId: string): Promise<KnownSignup | null> {
  const found = await lockSignup(scope, signupId);
  if (!found) return null;
  if (!found.shift) return settleAlone(scope, found);
  await settleShift(scope, found.shift);
  return lockSignup(scope, signupId);
}
