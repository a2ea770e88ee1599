import {recordActs} from '../../audit/record-acts.ts';
import {ProblemError} from '../../problem-error.ts';
import type {TrxScope} from '../../scope.ts';
import {requireSignup} from '../signups/require-signup.ts';
import {moveSignup, type KnownSignup, type ShiftRow} from '../signups/store.ts';

const hour = 3_600_000;
const opensBefore = hour;
const closesAfter = 12 * hour;

/** Somebody is there: from an hour before the shift until half a day after it. Twice is once. */
export async function checkIn(scope: TrxScope, signupId: string, code: string | undefined): Promise<KnownSignup> {
  const known = await requireSignup(scope, signupId);
  if (code !== undefined) await requireShiftCode(scope, known.signup.shift_id, code);
  return checkInKnown(scope, known);
}

export async function checkInKnown(scope: TrxScope, known: KnownSignup): Promise<KnownSignup> {
  if (known.signup.state === 'checked-in') return known;
  if (known.shift === null || !isCheckInTime(scope.now, known.shift)) throw new ProblemError('signup.not-in-state');
  const signup = await moveSignup(scope, known.signup, 'check-in', 'checked-in', {checked_in_at: scope.now});
  await recordActs(scope, [{action: 'signup.checked-in', subjectId: known.signup.id}]);
  return {...known, signup};
}

/** Whether one can be there at this moment, according to anybody's list. */
export function isCheckInTime(now: Date, {starts_at: start, ends_at: end}: Pick<ShiftRow, 'starts_at' | 'ends_at'>): boolean {
  return start.getTime() - opensBefore <= now.getTime() && now.getTime() <= end.getTime() + closesAfter;
}

/** Refuses a code that isn't this shift's own. */
export async function requireShiftCode(scope: TrxScope, shiftId: string | null, code: string): Promise<void> {
  const secrets =
    shiftId === null
      ? undefined
      : await scope.trx
          .selectFrom('shift_secrets')
          .select('check_in_code')
          .where('community_id', '=', scope.community.id)
          .where('shift_id', '=', shiftId)
          .executeTakeFirst();
  if (secrets?.check_in_code !== code) throw new ProblemError('request.invalid', {faults: [{pointer: '#/code', code: 'not-allowed'}]});
}
