import {recordActs} from '../../audit/record-acts.ts';
import {recordChanges} from '../../events/outbox.ts';
import {ProblemError} from '../../problem-error.ts';
import {callerName, type TrxScope} from '../../scope.ts';
import {requireSignup} from '../signups/require-signup.ts';
import {lockHours, type HoursRow} from './store.ts';

/** Approves hours that somebody else submitted; from then on they count, and an event says so. */
export async function approveHours(scope: TrxScope, id: string): Promise<HoursRow> {
  const row = await requireUndecided(scope, id, 'approved');
  if (row.state === 'approved') return row;
  if (row.submitted_by === callerName(scope.caller)) throw new ProblemError('hours.own-approval');
  const approved = await decide(scope, row, {state: 'approved', reason: null});
  await recordChanges(scope, [{type: 'nl.buurtkit.hours.created', id: row.id, slug: row.id, fields: ['state']}]);
  return approved;
}

/** Refuses hours, with a reason that the person gets to read. */
export async function refuseHours(scope: TrxScope, id: string, reason: string): Promise<HoursRow> {
  const row = await requireUndecided(scope, id, 'refused');
  if (row.state === 'refused') return row;
  const refused = await decide(scope, row, {state: 'refused', reason});
  await recordActs(scope, [{action: 'hours.refused', subjectId: row.id}]);
  return refused;
}

/** Deciding the same twice is deciding once. */
async function requireUndecided(scope: TrxScope, id: string, to: 'approved' | 'refused'): Promise<HoursRow> {
  const row = await lockHours(scope, id);
  if (!row) throw new ProblemError('hours.not-found');
  await requireSignup(scope, row.signup_id);
  if (row.state !== 'submitted' && row.state !== to) throw new ProblemError('hours.decided');
  return row;
}

async function decide(scope: TrxScope, row: HoursRow, columns: {state: 'approved' | 'refused'; reason: string | null}): Promise<HoursRow> {
  return scope.trx
    .updateTable('hours')
    .set({...columns, decided_by: callerName(scope.caller), decided_at: scope.now})
    .where('community_id', '=', scope.community.id)
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
