import type {Roster} from '@buurtkit/contract';
import {ProblemError} from '../../problem-error.ts';
import {inTransaction, type Scope, type TrxScope} from '../../scope.ts';
import {requireOrganiser} from '../opportunities/organiser.ts';
import {representSignups} from '../signups/represent-signup.ts';
import {contactLine} from '../signups/organisers-of.ts';
import {settleShift} from '../signups/settle-shift.ts';
import {findOpportunity, lockShift, type OpportunityRow, type ShiftRow} from '../signups/store.ts';
import {whereToBe} from '../signups/where-to-be.ts';

const withAPlace = [
  'awaiting-email',
  'awaiting-guardian',
  'awaiting-review',
  'intro-planned',
  'confirmed',
  'checked-in',
  'done',
  'no-show',
  'offered',
];

/** Who comes to a shift and who waits for it, for who may see that. */
export async function getRoster(scope: Scope, shiftId: string): Promise<Roster> {
  return inTransaction(scope, async (trxScope) => {
    const {shift, opportunity} = await requireShift(trxScope, shiftId);
    await settleShift(trxScope, shift);
    return readRoster(trxScope, shift, opportunity);
  });
}

/** Where a shift is and whom to call about it. */
export async function aboutShift(scope: Scope, shiftId: string): Promise<{where: string | null; contact: string | null}> {
  return inTransaction(scope, async (trxScope) => {
    const {opportunity} = await requireShift(trxScope, shiftId);
    return {where: whereToBe(opportunity), contact: await contactLine(trxScope, opportunity)};
  });
}

/** The shift, locked, for staff who may see who is on it. */
export async function requireShift(scope: TrxScope, shiftId: string): Promise<{shift: ShiftRow; opportunity: OpportunityRow}> {
  const shift = await lockShift(scope, shiftId);
  const opportunity = shift && (await findOpportunity(scope, shift.opportunity_id));
  if (!shift || !opportunity) throw new ProblemError('shift.not-found');
  await requireOrganiser(scope, opportunity);
  return {shift, opportunity};
}

export async function readRoster(scope: TrxScope, shift: ShiftRow, opportunity: OpportunityRow): Promise<Roster> {
  const rows = await scope.trx
    .selectFrom('signups')
    .selectAll()
    .where('community_id', '=', scope.community.id)
    .where('shift_id', '=', shift.id)
    .where('volunteer_id', 'is not', null)
    .orderBy('waiting_since')
    .orderBy('id')
    .execute();
  const secrets = await scope.trx
    .selectFrom('shift_secrets')
    .select(['note', 'check_in_code'])
    .where('community_id', '=', scope.community.id)
    .where('shift_id', '=', shift.id)
    .executeTakeFirstOrThrow();
  return {
    shiftId: shift.id,
    title: opportunity.title,
    start: shift.starts_at.toISOString(),
    end: shift.ends_at.toISOString(),
    note: secrets.note,
    checkInCode: secrets.check_in_code,
    places: await representSignups(
      scope,
      rows.filter(({state}) => withAPlace.includes(state)),
    ),
    waiting: await representSignups(
      scope,
      rows.filter(({state}) => state === 'waitlisted'),
    ),
  };
}
