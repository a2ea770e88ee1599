import type {Fault, LanguageMap, ShiftChanges} from '@buurtkit/contract';
import {sql} from 'kysely';
import {recordChanges} from '../../events/outbox.ts';
import {requireRevision} from '../../http/revisions.ts';
import {ProblemError} from '../../problem-error.ts';
import {inTransaction, type Scope, type TrxScope} from '../../scope.ts';
import {requireOrganiser} from '../opportunities/organiser.ts';
import {endSignup} from '../signups/cancel-signup.ts';
import {settleShift} from '../signups/settle-shift.ts';
import {countPlaces, findOpportunity, lockShift, type ShiftRow} from '../signups/store.ts';
import {listOnShift, tellOnShift} from './tell-on-shift.ts';
import {dateOrNull, requireSoundShift, whenOf} from './write-shift.ts';

/** Changes a shift, or calls it off; everyone on it hears so, and places that come free are offered. */
export async function changeShift(scope: Scope, id: string, changes: ShiftChanges, ifMatch: string): Promise<void> {
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
    const isNoteNew = changes.note !== undefined && (await setNote(trxScope, id, changes.note));
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
        ...(changes.isCancelled && {sequence: sql`sequence + 1`}),
        revision: sql`revision + 1`,
        updated_at: scope.now,
      })
      .where('community_id', '=', scope.community.id)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await recordChanges(trxScope, [{type: 'nl.buurtkit.shift.updated', id, slug: id, fields: Object.keys(changes)}]);
    if (changes.isCancelled) await endAll(trxScope, row);
    // First who loses by the new time: that is what they hear, and not when it is.
    await settleShift(trxScope, row);
    if (!changes.isCancelled && (isMoved || isNoteNew)) await tellOnShift(trxScope, row, {...(isMoved && {when: before}), isNoteNew});
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
  for (const known of await listOnShift(scope, shift)) await endSignup(scope, {...known, shift}, 'organiser', null);
}

/** Writes what only who comes may read; whether it is another text than it was. */
async function setNote(scope: TrxScope, shiftId: string, note: LanguageMap | null): Promise<boolean> {
  const text = note && JSON.stringify(note);
  const {numUpdatedRows} = await scope.trx
    .updateTable('shift_secrets')
    .set({note: text})
    .where('community_id', '=', scope.community.id)
    .where('shift_id', '=', shiftId)
    .where(sql<boolean>`note is distinct from ${text}::jsonb`)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
