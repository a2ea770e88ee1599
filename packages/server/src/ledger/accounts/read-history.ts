import type {AccountHistory} from '@buurtkit/contract';
import {sql} from 'kysely';
import {dateAt} from '../../clock/in-time-zone.ts';
import type {TrxScope} from '../../scope.ts';
import {balanceAt} from './balance-at.ts';

type Week = {week: string; received: string; given: string};

/** Per week what came and went, and what stood there at its end; weeks begin on Monday in the community's own time. */
export async function readHistory(scope: TrxScope, accountId: string, weeks: number): Promise<AccountHistory> {
  const {timeZone} = scope.community;
  const today = dateAt(scope.now, timeZone);
  const first = today.subtract({days: today.dayOfWeek - 1, weeks: weeks - 1});
  const start = new Date(first.toZonedDateTime(timeZone).epochMilliseconds);
  const {rows} = await sql<Week>`
    select to_char(date_trunc('week', occurred_at at time zone ${timeZone}), 'YYYY-MM-DD') as week,
      coalesce(sum(minutes) filter (where minutes > 0), 0) as received, coalesce(-sum(minutes) filter (where minutes < 0), 0) as given
    from postings
    where community_id = ${scope.community.id} and account_id = ${accountId} and occurred_at >= ${start}
    group by 1`.execute(scope.trx);
  const byWeek = new Map(rows.map((row) => [row.week, row]));
  let minutes = await balanceAt(scope, accountId, new Date(start.getTime() - 1));
  const data = Array.from({length: weeks}, (_, index) => {
    const from = first.add({weeks: index}).toString();
    const receivedMinutes = Number(byWeek.get(from)?.received ?? 0);
    const givenMinutes = Number(byWeek.get(from)?.given ?? 0);
    minutes += receivedMinutes - givenMinutes;
    return {from, receivedMinutes, givenMinutes, minutes};
  });
  return {data};
}
