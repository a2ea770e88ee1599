import type {NewSignup, SignupReceipt} from '@buurtkit/contract';
import {recordActs} from '../../audit/record-acts.ts';
import {ProblemError} from '../../problem-error.ts';
import {inTransaction, type Scope, type TrxScope} from '../../scope.ts';
import {findPlace, requireOpen, requireRole, type FoundPlace} from './find-place.ts';
import {enterPlace} from './enter-place.ts';
import {listOverlaps} from './overlaps.ts';
import {receiptOf} from './receipt.ts';
import {settleShift} from './settle-shift.ts';
import {signupFaults} from './signup-faults.ts';
import {tellAgain, tellToConfirm, tellWaitlisted} from './signup-mails.ts';
import {emailUntil} from './signup-terms.ts';
import {
  findOpportunity,
  insertSignup,
  insertVolunteer,
  lockShift,
  lockSignup,
  moveSignup,
  type KnownSignup,
  type ShiftRow,
  type Target,
  type VolunteerRow,
} from './store.ts';

/**
 * Signs somebody up: a place when there is one, else the waiting list when it has room. The place counts from now on; the
 * e-mail address is confirmed by a link. Somebody without an address comes by the desk, and is known.
 */
export async function signUp(scope: Scope, asked: NewSignup): Promise<SignupReceipt> {
  return inTransaction(scope, async (trxScope) => {
    const target = await lockTarget(trxScope, asked);
    const faults = await signupFaults(trxScope, asked, target);
    if (faults.length > 0) throw new ProblemError('request.invalid', {faults});
    requireOpen(trxScope, target.opportunity, target.shift);
    const role = target.shift && requireRole(target.shift, asked.role);
    if (target.shift) await settleShift(trxScope, target.shift);

    const before = await findStanding(trxScope, asked, target);
    if (before) {
      await tellAgain(trxScope, before);
      return receiptOf(trxScope, before);
    }
    const overlaps = await listOverlaps(trxScope, asked.email, target.shift);
    if (overlaps.length > 0 && (await refusesOverlap(trxScope))) throw new ProblemError('signup.overlap');

    const held = target.shift && role !== null && asked.holdId ? await findHold(trxScope, target.shift, role, asked.holdId) : null;
    const place: FoundPlace = held || !target.shift || role === null ? {kind: 'place'} : await findPlace(trxScope, target.shift, role);
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
    return receiptOf(trxScope, known, scope.caller.kind === 'anonymous' ? [] : overlaps);
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
  const expiresAt = emailUntil(scope.now);
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

const standing = [
  'awaiting-email',
  'awaiting-guardian',
  'awaiting-review',
  'intro-planned',
  'confirmed',
  'checked-in',
  'waitlisted',
  'offered',
] as const;

/** The same person for the same work: signed up once, however often the form is sent. */
async function findStanding(scope: TrxScope, {email, name}: NewSignup, target: Target): Promise<KnownSignup | null> {
  if (email === undefined) return null;
  const row = await scope.trx
    .selectFrom('signups as s')
    .innerJoin('volunteers as v', (join) => join.onRef('v.community_id', '=', 's.community_id').onRef('v.id', '=', 's.volunteer_id'))
    .select('s.id')
    .where('s.community_id', '=', scope.community.id)
    .where('s.opportunity_id', '=', target.opportunity.id)
    .where('s.shift_id', target.shift ? '=' : 'is', target.shift?.id ?? null)
    .where('s.state', 'in', standing)
    .where((eb) => eb(eb.fn<string>('lower', ['v.email']), '=', email.toLowerCase()))
    .where((eb) => eb(eb.fn<string>('lower', ['v.name']), '=', name.toLowerCase()))
    .executeTakeFirst();
  return row ? lockSignup(scope, row.id) : null;
}

async function refusesOverlap(scope: TrxScope): Promise<boolean> {
  const {refuses_overlap: refuses} = await scope.trx
    .selectFrom('communities')
    .select('refuses_overlap')
    .where('community_id', '=', scope.community.id)
    .executeTakeFirstOrThrow();
  return refuses;
}
