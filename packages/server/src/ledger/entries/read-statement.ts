import type {Statement} from '@buurtkit/contract';
import {sql} from 'kysely';
import {Temporal} from 'temporal-polyfill';
import type {TrxScope} from '../../scope.ts';
import {nameOf, type AccountRow} from '../accounts/account-row.ts';
import {balanceAt} from '../accounts/balance-at.ts';
import {findLines} from './statement-lines.ts';

/** A month of an account in the community's own time: what stood there, what came and went, what stands there then. */
export async function readStatement(scope: TrxScope, account: AccountRow, month: string): Promise<Statement> {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({day: 1});
  const momentOf = (day: Temporal.PlainDate) => new Date(day.toZonedDateTime(scope.community.timeZone).epochMilliseconds);
  const [start, end] = [momentOf(first), momentOf(first.add({months: 1}))];
  const lines = await findLines(scope, account.id, {where: sql`p.occurred_at >= ${start} and p.occurred_at < ${end}`, order: 'first'});
  const moved = lines.map(({line}) => line);
  const [oldest] = moved;
  const openingMinutes = oldest
    ? oldest.balanceMinutes - oldest.minutes
    : await balanceAt(scope, account.id, new Date(start.getTime() - 1));
  const sum = (amounts: readonly number[]) => amounts.reduce((total, minutes) => total + minutes, 0);
  const receivedMinutes = sum(moved.map(({minutes}) => Math.max(0, minutes)));
  const givenMinutes = sum(moved.map(({minutes}) => Math.max(0, -minutes)));
  return {
    accountId: account.id,
    name: nameOf(account, scope.language),
    number: account.number,
    month,
    openingMinutes,
    receivedMinutes,
    givenMinutes,
    closingMinutes: moved.at(-1)?.balanceMinutes ?? openingMinutes,
    lines: moved,
  };
}
