import type {Fault, ShiftChanges} from '@buurtkit/contract';
import {sql} from 'kysely';
import {recordChanges} from '../../events/outbox.ts';
import {requireRevision} from '../../http/revisions.ts';
import {ProblemError} from '../../problem-error.ts';
import {inTransaction, type Scope, type TrxScope} from '../../scope.ts';
import {requireOrganiser} from '../opportunities/organiser.ts';
import {endSignup} from '../signups/cancel-signup.ts';
import {settleShift} from '../signups/settle-shift.ts';
import {tellShiftChanged} from '../signups/signup-mails.ts';
import {countPlaces, findOpportunity, lockShift, lockSignup, type KnownSignup, type ShiftRow} from '../signups/store.ts';
import {dateOrNull, requireSoundShift, whenOf} from './write-shift.ts';

/** Changes a shift, or calls it off; everyone on it hears so, and places that come free are offered. */
export async function changeShift(scope: Scope, id: string, changes: ShiftChanges, ifMatch: string): Promise<ShiftRow> {
  return inTransaction(scope, async (trxScope) => {
    const before = await lockShift(trxScope, id);
    const opportunity = before && (await findOpportunity(trxScope, before.opportunity_id));
    if (!before || !opportunity) throw new ProblemError('shift.not-found');
    await requireOrganiser(trxScope, opportunity);
    requireRevision(ifMatch, before.revision);
    if (before.cancelled_at) throw new ProblemError('signup.cancelled');
    if (before.ends_at <= scope.now) throw new ProblemError('signup.past');
    await settleShift(trxScope, before);

    const start = changes.start === undefined ? before.starts_at : new Date(changes.start);
    const end = changes.end === undefined ? before.ends_at : new Date(changes.end);
    requireSoundShift({
      start,
      end,
      signupOpens: changes.signupOpens === undefined ? momentOf(before.signup_opens_at) : changes.signupOpens,
      signupCloses: changes.signupCloses === undefined ? momentOf(before.signup_closes_at) : changes.signupCloses,
      cancelUntil: changes.cancelUntil === undefined ? momentOf(before.cancel_until) : changes.cancelUntil,
      roles: changes.roles,
    });
    if (changes.roles) await requireRoomForAll(trxScope, before, changes.roles);
    const isMoved = start.getTime() !== before.starts_at.getTime() || end.getTime() !== before.ends_at.getTime();
    const row = await trxScope.trx
      .updateTable('shifts')
      .set({
        starts_at: start,
        ends_at: end,
        ...whenOf(start, scope.community.timeZone),
        ...(changes.roles && {roles: JSON.stringify(changes.roles)}),
        ...(changes.waitlist && {waitlist_enabled: changes.waitlist.enabled, waitlist_max: changes.waitlist.max}),
        ...(changes.signupOpens !== undefined && {signup_opens_at: dateOrNull(changes.signupOpens)}),
        ...(changes.signupCloses !== undefined && {signup_closes_at: dateOrNull(changes.signupCloses)}),
        ...(changes.cancelUntil !== undefined && {cancel_until: dateOrNull(changes.cancelUntil)}),
        ...(changes.isCancelled && {cancelled_at: scope.now}),
        ...((isMoved || changes.isCancelled) && {sequence: sql`sequence + 1`}),
        revision: sql`revision + 1`,
        updated_at: scope.now,
      })
      .where('community_id', '=', scope.community.id)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    if (changes.note !== undefined)
      await trxScope.trx
        .updateTable('shift_secrets')
        .set({note: changes.note && JSON.stringify(changes.note)})
        .where('community_id', '=', scope.community.id)
        .where('shift_id', '=', id)
        .execute();
    await recordChanges(trxScope, [{type: 'nl.buurtkit.shift.updated', id, slug: id, fields: Object.keys(changes)}]);
    if (changes.isCancelled) await endAll(trxScope, row);
    else if (isMoved) for (const known of await listKnown(trxScope, row)) await tellShiftChanged(trxScope, known, before);
    await settleShift(trxScope, row);
    return row;
  });
}

function momentOf(date: Date | null): string | null {
  return date?.toISOString() ?? null;
}

/** A role that somebody has a place in stays, with at least as many places as are taken. */
async function requireRoomForAll(scope: TrxScope, shift: ShiftRow, roles: NonNullable<ShiftChanges['roles']>): Promise<void> {
  const faults = (await countPlaces(scope, shift)).flatMap(({key, taken, waiting}): Fault[] => {
    const index = roles.findIndex((role) => role.key === key);
    if (index < 0) return taken + waiting > 0 ? [{pointer: '#/roles', code: 'not-allowed'}] : [];
    return roles[index]!.capacity < taken ? [{pointer: `#/roles/${index}/capacity`, code: 'range'}] : [];
  });
  if (faults.length > 0) throw new ProblemError('request.invalid', {faults});
}

async function endAll(scope: TrxScope, shift: ShiftRow): Promise<void> {
  for (const known of await listKnown(scope, shift)) await endSignup(scope, {...known, shift}, 'organiser', null);
}

/** Everyone on the shift or waiting for it. */
async function listKnown(scope: TrxScope, shift: ShiftRow): Promise<KnownSignup[]> {
  const rows = await scope.trx
    .selectFrom('signups')
    .select('id')
    .where('community_id', '=', scope.community.id)
    .where('shift_id', '=', shift.id)
    .where('state', 'in', ['awaiting-email', 'awaiting-guardian', 'awaiting-review', 'intro-planned', 'confirmed', 'waitlisted', 'offered'])
    .orderBy('id')
    .execute();
  const known: KnownSignup[] = [];
  for (const {id} of rows) {
    const one = await lockSignup(scope, id);
    if (one) known.push(one);
  }
  return known;
}
