import {recordActs} from '../../audit/record-acts.ts';
import {dateAt} from '../../clock/in-time-zone.ts';
import {ProblemError} from '../../problem-error.ts';
import type {TrxScope} from '../../scope.ts';
import {requireSignup} from '../signups/require-signup.ts';
import type {KnownSignup} from '../signups/store.ts';

/** That somebody saw the certificate, on which day, and until when it counts: nothing of the paper itself. */
export async function recordVog(scope: TrxScope, signupId: string, seenOn: string, expiresOn: string | null): Promise<KnownSignup> {
  const known = await requireSignup(scope, signupId);
  const faults = [
    ...(seenOn > dateAt(scope.now, scope.community.timeZone).toString() ? [{pointer: '#/seenOn', code: 'range' as const}] : []),
    ...(expiresOn !== null && expiresOn <= seenOn ? [{pointer: '#/expiresOn', code: 'range' as const}] : []),
  ];
  if (faults.length > 0) throw new ProblemError('request.invalid', {faults});
  const volunteer = await scope.trx
    .updateTable('volunteers')
    .set({vog_seen_on: seenOn, vog_expires_on: expiresOn})
    .where('community_id', '=', scope.community.id)
    .where('id', '=', known.volunteer.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await recordActs(scope, [{action: 'signup.vog-seen', subjectId: signupId}]);
  return {...known, volunteer};
}
