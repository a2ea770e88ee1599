import {randomInt} from 'node:crypto';
import type {NewShift} from '@buurtkit/contract';
import {recordChanges} from '../../events/outbox.ts';
import {ProblemError} from '../../problem-error.ts';
import {inTransaction, type Scope} from '../../scope.ts';
import {requireOrganiser} from '../opportunities/organiser.ts';
import {findOpportunity, type ShiftRow} from '../signups/store.ts';
import {dateOrNull, requireSoundShift, whenOf} from './write-shift.ts';

/** Adds a shift to work; it gets a code to check in with. */
export async function createShift(scope: Scope, shift: NewShift): Promise<ShiftRow> {
  return inTransaction(scope, async (trxScope) => {
    const opportunity = await findOpportunity(trxScope, shift.opportunityId);
    if (!opportunity) throw new ProblemError('opportunity.not-found');
    await requireOrganiser(trxScope, opportunity);
    const [start, end] = [new Date(shift.start), new Date(shift.end)];
    requireSoundShift({...shift, start, end});
    const row = await trxScope.trx
      .insertInto('shifts')
      .values({
        community_id: scope.community.id,
        opportunity_id: opportunity.id,
        starts_at: start,
        ends_at: end,
        ...whenOf(start, scope.community.timeZone),
        roles: JSON.stringify(shift.roles),
        waitlist_enabled: shift.waitlist?.enabled ?? false,
        waitlist_max: shift.waitlist?.max ?? 0,
        signup_opens_at: dateOrNull(shift.signupOpens ?? null),
        signup_closes_at: dateOrNull(shift.signupCloses ?? null),
        cancel_until: dateOrNull(shift.cancelUntil ?? null),
        updated_at: scope.now,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await trxScope.trx
      .insertInto('shift_secrets')
      .values({
        community_id: scope.community.id,
        shift_id: row.id,
        note: shift.note ? JSON.stringify(shift.note) : null,
        check_in_code: String(randomInt(10_000)).padStart(4, '0'),
      })
      .execute();
    await recordChanges(trxScope, [{type: 'nl.buurtkit.shift.created', id: row.id, slug: row.id, fields: Object.keys(shift)}]);
    return row;
  });
}
