import {
  findCounterparty,
  freezeAccount,
  getAccount,
  getAccountHistory,
  getBalance,
  getMyAccount,
  getStatement,
  listAccountEntries,
  listCounterparties,
  setAccountLimits,
  type AccountHistory,
  type Statement,
  type StatementLine,
} from '@buurtkit/contract';
import {accountFor, accountNamed, whoAsks, balanceOf, counterpartyOf, fundOf, ownAccount, representAccount} from '../ledger/accounts.ts';
import {linesOf} from '../ledger/entries.ts';
import type {Ledger} from '../ledger/ledger.ts';
import {MockProblem} from '../mock-problem.ts';
import {communityOf} from '../mock-state.ts';
import {operation} from '../operation.ts';
import {pageOf} from '../pages.ts';
import {describeAccount} from '../samples/describe-account.ts';
import {csvFile} from './csv.ts';
import {emptyPdf} from './pdf.ts';

/** The calendar day of a moment, where the community is. */
function dayIn(timeZone: string, moment: string): string {
  return new Date(moment).toLocaleDateString('sv-SE', {timeZone});
}

function sum(lines: readonly StatementLine[], sign: 1 | -1): number {
  return lines.reduce((total, {minutes}) => total + Math.max(0, sign * minutes), 0);
}

const week = 7 * 86_400_000;

/** The Monday of a day's week, as a moment that only counts days. */
function mondayOf(day: string): number {
  const moment = Date.parse(day);
  return moment - ((new Date(moment).getUTCDay() + 6) % 7) * 86_400_000;
}

/** Up to the week of the last entry, so that a picture of the sample is the same next year. */
function historyOf({entries}: Ledger, lines: readonly StatementLine[], weeks: number, timeZone: string): AccountHistory {
  const last = mondayOf(dayIn(timeZone, entries.at(-1)?.occurredAt ?? new Date().toISOString()));
  const data = Array.from({length: weeks}, (_, index) => {
    const monday = last - (weeks - 1 - index) * week;
    const inWeek = lines.filter(({occurredAt}) => mondayOf(dayIn(timeZone, occurredAt)) === monday);
    const before = lines.filter(({occurredAt}) => mondayOf(dayIn(timeZone, occurredAt)) <= monday);
    return {
      from: new Date(monday).toISOString().slice(0, 10),
      receivedMinutes: sum(inWeek, 1),
      givenMinutes: sum(inWeek, -1),
      minutes: before.at(-1)?.balanceMinutes ?? 0,
    };
  });
  return {data};
}

/** A file of the right form; how it looks is the server's to say. */
const files: Record<'csv' | 'pdf', (statement: Statement) => string> = {
  csv: ({lines}) =>
    csvFile([
      ['date', 'kind', 'counterparty', 'memo', 'minutes', 'balance'],
      ...lines.map(({occurredAt, kind, counterparty, memo, minutes, balanceMinutes}) => [
        occurredAt,
        kind,
        counterparty?.name,
        memo,
        minutes,
        balanceMinutes,
      ]),
    ]),
  pdf: ({name, month}) => emptyPdf(`${name} ${month}`),
};

export const accountOperations = [
  operation(getMyAccount, (call) => {
    const who = whoAsks(call);
    return {status: 200, content: representAccount(who.ledger, ownAccount(who))};
  }),

  operation(getAccount, (call) => {
    const who = whoAsks(call);
    return {status: 200, content: representAccount(who.ledger, accountFor(who, call.params.id, 'see'))};
  }),

  operation(getBalance, (call) => {
    const who = whoAsks(call);
    const {id: accountId} = accountFor(who, call.params.id, 'see');
    const at = new Date(call.query.at ?? Date.now());
    const entries = who.ledger.entries.filter(({occurredAt}) => Date.parse(occurredAt) <= at.getTime());
    return {status: 200, content: {accountId, at: at.toISOString(), minutes: balanceOf({entries}, accountId)}};
  }),

  operation(listAccountEntries, (call) => {
    const who = whoAsks(call);
    const {id} = accountFor(who, call.params.id, 'see');
    const {timeZone} = communityOf(call.state, call.params.community);
    const {direction, from = '', until = '9999', cursor, limit} = call.query;
    const found = linesOf(who.ledger, id)
      .filter(({minutes}) => direction === undefined || minutes > 0 === (direction === 'received'))
      .filter(({occurredAt}) => from <= dayIn(timeZone, occurredAt) && dayIn(timeZone, occurredAt) <= until)
      .toReversed()
      .map((line) => ({id: line.entryId, line}));
    const {headers, data, ...page} = pageOf(found, {cursor, limit}, call.url);
    return {status: 200, content: {...page, data: data.map(({line}) => line), facets: {}}, headers};
  }),

  operation(getStatement, (call) => {
    const who = whoAsks(call);
    const {id: accountId, name, number} = accountFor(who, call.params.id, 'see');
    const {timeZone} = communityOf(call.state, call.params.community);
    const {month} = call.params;
    const all = linesOf(who.ledger, accountId);
    const lines = all.filter(({occurredAt}) => dayIn(timeZone, occurredAt).startsWith(month));
    const openingMinutes = all.findLast(({occurredAt}) => dayIn(timeZone, occurredAt) < month)?.balanceMinutes ?? 0;
    const [receivedMinutes, givenMinutes] = [sum(lines, 1), sum(lines, -1)];
    const closingMinutes = openingMinutes + receivedMinutes - givenMinutes;
    const statement = {accountId, name, number, month, openingMinutes, receivedMinutes, givenMinutes, closingMinutes, lines};
    const isFile = call.format === 'csv' || call.format === 'pdf';
    return {status: 200, content: isFile ? files[call.format as 'csv' | 'pdf'](statement) : statement};
  }),

  operation(getAccountHistory, (call) => {
    const who = whoAsks(call);
    const {id} = accountFor(who, call.params.id, 'see');
    const {timeZone} = communityOf(call.state, call.params.community);
    return {status: 200, content: historyOf(who.ledger, linesOf(who.ledger, id), call.query.weeks ?? 52, timeZone)};
  }),

  operation(listCounterparties, (call) => {
    const who = whoAsks(call);
    const known = linesOf(who.ledger, ownAccount(who).id)
      .toReversed()
      .flatMap(({counterparty}) => counterparty ?? [])
      .filter(({kind}) => kind !== 'fund');
    const data = new Map([counterpartyOf(fundOf(who.ledger)), ...known].map((one) => [one.accountId, one]));
    return {status: 200, content: {data: [...data.values()]}};
  }),

  operation(findCounterparty, (call) => {
    const {ledger} = whoAsks(call);
    const found = ledger.accounts.find(
      ({number, kind, closedAt}) => number === call.body.number && kind !== 'issuance' && closedAt === null,
    );
    if (!found) throw new MockProblem('account.not-found');
    return {status: 200, content: counterpartyOf(found)};
  }),

  operation(setAccountLimits, (call) => {
    const {ledger} = whoAsks(call);
    const {min, max} = call.body;
    const account = accountNamed(ledger, call.params.id);
    const {minMinutes} = describeAccount(0, account);
    Object.assign(account, {minMinutes: min ?? minMinutes, maxMinutes: max});
    return {status: 200, content: representAccount(ledger, account)};
  }),

  operation(freezeAccount, (call) => {
    const {ledger} = whoAsks(call);
    const account = Object.assign(accountNamed(ledger, call.params.id), {isFrozen: call.body.isFrozen});
    return {status: 200, content: representAccount(ledger, account)};
  }),
];
