import {recordActs} from '../../audit/record-acts.ts';
import {recordChanges} from '../../events/outbox.ts';
import {ProblemError} from '../../problem-error.ts';
import {takeUpHours, takeUpHoursTogether} from '../../ledger/hours/take-up-hours.ts';
import {callerName, type TrxScope} from '../../scope.ts';
import {requireShift} from '../roster/get-roster.ts';
import {requireSignup} from '../signups/require-signup.ts';
import {lockHours, lockHoursOfShift, workedBy, type HoursRow} from './store.ts';

/** Approves hours that somebody else submitted; from then on they count, and an event says so. */
export async function approveHours(scope: TrxScope, id: string): Promise<HoursRow> {
  const row = await requireUndecided(scope, id, 'approved');
  if (row.state === 'approved') return row;
  if (await isOwn(scope, row)) throw new ProblemError('hours.own-approval');
  const approved = await decide(scope, row, {state: 'approved', reason: null});
  await takeUpHours(scope, [row.id]);
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

/** Approves all that waits of a shift, save the approver's own: whoever has an account gets credits in one entry. */
export async function approveHoursOfShift(scope: TrxScope, shiftId: string): Promise<HoursRow[]> {
  await requireShift(scope, shiftId);
  const waiting = await lockHoursOfShift(scope, shiftId, 'submitted');
  const approved: HoursRow[] = [];
  for (const row of waiting) if (!(await isOwn(scope, row))) approved.push(await decide(scope, row, {state: 'approved', reason: null}));
  if (approved.length === 0 && waiting.length > 0) throw new ProblemError('hours.own-approval');
  const ids = approved.map(({id}) => id);
  await takeUpHoursTogether(scope, ids, shiftId);
  await recordChanges(
    scope,
    ids.map((id) => ({type: 'nl.buurtkit.hours.created', id, slug: id, fields: ['state']})),
  );
  return lockHoursOfShift(scope, shiftId);
}

/** Whether the caller submitted them, or is the very person who worked them. */
async function isOwn(scope: TrxScope, row: HoursRow): Promise<boolean> {
  if (row.submitted_by === callerName(scope.caller)) return true;
  return scope.caller.kind === 'member' && (await workedBy(scope, row.signup_id)) === scope.caller.id;
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
