import {sql} from 'kysely';
import {dateAt} from '../../clock/in-time-zone.ts';
import {ProblemError} from '../../problem-error.ts';
import {inTransaction, type Scope} from '../../scope.ts';
import {systemAccount} from '../accounts/system-account.ts';
import {isWritten} from '../entries/is-written.ts';
import {ownRequest} from '../own-request.ts';
import {recordEntry} from '../entries/record-entry.ts';
import type {GiftRow} from './recurring-gifts.ts';

/**
 * Gives what the fund gives every month, once a month each: the entry is named after the gift and the month. A fund that has
 * nothing is tried again the next time.
 */
export async function giveGifts(scope: Scope): Promise<void> {
  const today = dateAt(scope.now, scope.community.timeZone);
  const due = await inTransaction(scope, async ({trx}) => {
    const {rows} = await sql<GiftRow>`
      select * from recurring_gifts g
      where community_id = ${scope.community.id} and ended_at is null and starts_on <= ${today.toString()}
        and (ends_on is null or ends_on >= ${today.toString()})`.execute(trx);
    return rows.filter(({starts_on}) => today.day >= Math.min(Number(starts_on.slice(8)), today.daysInMonth));
  });
  for (const gift of due) await givenOnce(scope, gift, today.toPlainYearMonth().toString());
}

async function givenOnce(scope: Scope, gift: GiftRow, month: string): Promise<void> {
  const request = ownRequest('recurring-gift', gift.id, month);
  try {
    await inTransaction(scope, async (trxScope) => {
      if (await isWritten(trxScope, request.id)) return;
      await recordEntry(trxScope, {
        request,
        kind: 'gift',
        lines: [
          {accountId: await systemAccount(trxScope, 'fund'), minutes: -Number(gift.minutes)},
          {accountId: gift.account_id, minutes: Number(gift.minutes)},
        ],
        reference: `recurring-gift:${gift.id}`,
      });
    });
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
  }
}
