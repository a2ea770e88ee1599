import type {NewSignup, SignupReceipt} from '@buurtkit/contract';
import {recordActs} from '../../audit/record-acts.ts';
import {ProblemError} from '../../problem-error.ts';
import {inTransaction, type Scope, type TrxScope} from '../../scope.ts';
import {isStaffOf, ownersOf} from '../opportunities/organiser.ts';
import {findPlace, requireOpen, requireRole, requireToCome, type FoundPlace} from './find-place.ts';
import {enterPlace} from './enter-place.ts';
import {findStanding} from './find-standing.ts';
import {listOverlaps, refuseOverlaps} from './overlaps.ts';
import {receiptForAnybody, receiptOf} from './receipt.ts';
import {settleShift} from './settle-shift.ts';
import {signupFaults} from './signup-faults.ts';
import {tellAgain, tellToConfirm, tellWaitlisted} from './signup-mails.ts';
import {emailUntil} from './signup-terms.ts';
import {
  findOpportunity,
  insertSignup,
  insertVolunteer,
  lockShift,
  moveSignup,
  type KnownSignup,
  type ShiftRow,
  type Target,
  type VolunteerRow,
} from './store.ts';

/**
 * Signs somebody up: a place when there is one, else the waiting list when it has room. The place counts from now on; the
 * e-mail address is confirmed by a link. Somebody without an address comes by the desk, and is known; whoever has no say in this
 * work signs up as anybody does, with whatever key. Who signs up again is
 * answered as a newcomer, since it may be somebody else who asks: how the first one stands goes to the address by mail.
 */
export async function signUp(scope: Scope, asked: NewSignup): Promise<SignupReceipt> {
  return inTransaction(scope, async (caller) => {
    const target = await lockTarget(caller, asked);
    const isStaff = await isStaffOf(caller, target.opportunity);
    const trxScope: TrxScope = isStaff ? caller : {...caller, caller: {kind: 'anonymous'}};
    const faults = await signupFaults(trxScope, asked, target);
    if (faults.length > 0) throw new ProblemError('request.invalid', {faults});
    requireOpen(trxScope, target.opportunity, target.shift);
    if (!target.shift) await requireToCome(trxScope, target.opportunity);
    const role = target.shift && requireRole(target.shift, asked.role);
    if (target.shift) await settleShift(trxScope, target.shift);

    const before = await findStanding(trxScope, asked, target);
    if (before && isStaff) {
      await tellAgain(trxScope, before);
      return receiptOf(trxScope, before);
    }
    const overlaps = isStaff ? await listOverlaps(trxScope, asked.email, target.shift, await ownersOf(trxScope)) : [];
    if (overlaps.length > 0) await refuseOverlaps(trxScope);

    const held = target.shift && role !== null && asked.holdId ? await findHold(trxScope, target.shift, role, asked.holdId) : null;
    const place: FoundPlace = held || !target.shift || role === null ? {kind: 'place'} : await findPlace(trxScope, target.shift, role);
    if (before) {
      await tellAgain(trxScope, before);
      return receiptForAnybody(trxScope, place, target.shift);
    }
    const volunteer = await insertVolunteer(trxScope, {
      name: asked.name,
      email: asked.email ?? null,
      phone: asked.phone ?? null,
      ageBand: asked.ageBand,
      guardianEmail: asked.guardianEmail ?? null,
      language: asked.locale,
    });
    const known = await placed(trxScope, target, {asked, role, volunteer, place, held});
    await recordActs(trxScope, [{action: 'signup.created', subjectId: known.signup.id}]);
    return receiptOf(trxScope, known, overlaps);
  });
}

async function lockTarget(scope: TrxScope, {shiftId, opportunityId}: NewSignup): Promise<Target> {
  const shift = shiftId === undefined ? null : await lockShift(scope, shiftId);
  if (shiftId !== undefined && !shift) throw new ProblemError('shift.not-found');
  const opportunity = await findOpportunity(scope, shift?.opportunity_id ?? opportunityId ?? '');
  if (!opportunity) throw new ProblemError('opportunity.not-found');
  return {opportunity, shift};
}

type Entry = {asked: NewSignup; role: string | null; volunteer: VolunteerRow; place: FoundPlace; held: {id: string; state: 'held'} | null};

async function placed(scope: TrxScope, target: Target, {asked, role, volunteer, place, held}: Entry): Promise<KnownSignup> {
  const more = {children: asked.children ?? 0, answers: asked.answers ?? {}};
  const rest = {volunteerId: volunteer.id, opportunityId: target.opportunity.id, shiftId: target.shift?.id ?? null, role, ...more};
  if (place.kind === 'waiting') {
    const signup = await insertSignup(scope, {...rest, state: 'waitlisted', expiresAt: null, waitingSince: place.since});
    const known = {...target, signup, volunteer};
    await tellWaitlisted(scope, known);
    return known;
  }
  const expiresAt = emailUntil(scope.now, target.shift);
  const signup = held
    ? await moveSignup(scope, held, 'sign-up', 'awaiting-email', {
        volunteer_id: volunteer.id,
        children: more.children,
        answers: JSON.stringify(more.answers),
        expires_at: expiresAt,
        held_by: null,
      })
    : await insertSignup(scope, {...rest, state: 'awaiting-email', expiresAt});
  const known = {...target, signup, volunteer};
  if (volunteer.email === null) return enterPlace(scope, known, 'confirm-email');
  await tellToConfirm(scope, known);
  return known;
}

/** A hold for this very role that still stands. */
async function findHold(scope: TrxScope, shift: ShiftRow, role: string, id: string): Promise<{id: string; state: 'held'} | null> {
  const hold = await scope.trx
    .selectFrom('signups')
    .select('id')
    .where('community_id', '=', scope.community.id)
    .where('id', '=', id)
    .where('shift_id', '=', shift.id)
    .where('role', '=', role)
    .where('state', '=', 'held')
    .executeTakeFirst();
  return hold ? {id: hold.id, state: 'held'} : null;
}
