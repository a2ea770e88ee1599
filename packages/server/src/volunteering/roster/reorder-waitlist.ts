import type {Roster} from '@buurtkit/contract';
import {recordActs} from '../../audit/record-acts.ts';
import {ProblemError} from '../../problem-error.ts';
import {inTransaction, type Scope} from '../../scope.ts';
import {settleShift} from '../signups/settle-shift.ts';
import {readRoster, requireShift} from './get-roster.ts';

/** Puts those who wait in another order: all of them, each once. That it was done, and why, stays on record. */
export async function reorderWaitlist(scope: Scope, shiftId: string, signupIds: readonly string[], reason: string): Promise<Roster> {
  return inTransaction(scope, async (trxScope) => {
    const {trx, community, now} = trxScope;
    const {shift, opportunity} = await requireShift(trxScope, shiftId);
    await settleShift(trxScope, shift);
    const waiting = await trx
      .selectFrom('signups')
      .select(['id', 'waiting_since'])
      .where('community_id', '=', community.id)
      .where('shift_id', '=', shift.id)
      .where('state', '=', 'waitlisted')
      .execute();
    const asked = new Set(signupIds);
    const isWhole = asked.size === signupIds.length && asked.size === waiting.length && waiting.every(({id}) => asked.has(id));
    if (!isWhole) throw new ProblemError('request.invalid', {faults: [{pointer: '#/signupIds', code: 'not-allowed'}]});

    const turns = waiting.map(({waiting_since: since}) => BigInt(since ?? 0)).sort((one, other) => (one < other ? -1 : 1));
    for (const [index, id] of signupIds.entries())
      await trx
        .updateTable('signups')
        .set({waiting_since: String(turns[index])})
        .where('community_id', '=', community.id)
        .where('id', '=', id)
        .execute();
    await trx.insertInto('waitlist_orders').values({community_id: community.id, shift_id: shift.id, reason, ordered_at: now}).execute();
    await recordActs(trxScope, [{action: 'waitlist.reordered', subjectId: shift.id}]);
    return readRoster(trxScope, shift, opportunity);
  });
}
