import type {NewHours} from '@buurtkit/contract';
import {recordActs} from '../../audit/record-acts.ts';
import {ProblemError} from '../../problem-error.ts';
import {callerName, type TrxScope} from '../../scope.ts';
import type {KnownSignup} from '../signups/store.ts';
import {daysToTell} from './days-to-tell.ts';
import type {HoursRow} from './store.ts';

const worked = ['confirmed', 'checked-in', 'done'];

/**
 * Minutes that somebody helped on a day on which they can have, to be approved by someone else. One line per sign-up and day:
 * submitted again it is the new figure, until it is decided.
 */
export async function submitHours(scope: TrxScope, known: KnownSignup, {minutes, on}: Omit<NewHours, 'signupId'>): Promise<HoursRow> {
  if (!worked.includes(known.signup.state)) throw new ProblemError('signup.not-in-state');
  if (!daysToTell(scope, known).includes(on)) throw new ProblemError('request.invalid', {faults: [{pointer: '#/on', code: 'range'}]});
  const row = await scope.trx
    .insertInto('hours')
    .values({
      community_id: scope.community.id,
      signup_id: known.signup.id,
      minutes,
      worked_on: on,
      state: 'submitted',
      submitted_by: callerName(scope.caller),
      submitted_at: scope.now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['community_id', 'signup_id', 'worked_on'])
        .doUpdateSet({minutes, submitted_by: callerName(scope.caller), submitted_at: scope.now})
        .where('hours.state', '=', 'submitted'),
    )
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new ProblemError('hours.decided');
  await recordActs(scope, [{action: 'hours.submitted', subjectId: row.id}]);
  return row;
}
