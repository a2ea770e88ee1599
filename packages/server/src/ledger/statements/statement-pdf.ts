import {entryKinds, type CreditSettings, type Language, type Statement, type StatementLine} from '@buurtkit/contract';
import {areHours, creditName, formatDay, formatDuration, locales, statementMessages} from '@buurtkit/texts';
import {readCommunity} from '../../communities/store.ts';
import type {Scope} from '../../scope.ts';
import {taggedPdf, type Cell} from './tagged-pdf.ts';

/** A statement to print and to keep. */
export async function statementPdf(scope: Scope, statement: Statement): Promise<Uint8Array<ArrayBuffer>> {
  const {credits, name} = await readCommunity(scope.database.public, scope.community.id);
  const {language, community, now} = scope;
  const texts = statementMessages[language](community.addressForm);
  const title = texts.title(formatMonth(statement.month, language));
  const {one, other} = creditName(credits!, language);
  return taggedPdf({title, author: name, language, now}, [
    {text: name},
    {heading: title},
    {text: texts.account(statement.name, statement.number), size: 11},
    ...(areHours(credits!) ? [] : [{text: texts.unit(one, other, formatDuration(credits!.minutesPerCredit, language)), size: 9}]),
    {columns: [90, null, 62, 68, 62, 40], rows: rowsOf(statement, credits!, scope)},
    {text: texts.proof, size: 9},
  ]);
}

function rowsOf(statement: Statement, credits: CreditSettings, {language, community}: Scope): Cell[][] {
  const texts = statementMessages[language](community.addressForm);
  const number = new Intl.NumberFormat(locales[language], {minimumFractionDigits: 2, maximumFractionDigits: 2});
  const none: Cell = {text: ''};
  const balance = (minutes: number): Cell => ({text: number.format(minutes / credits.minutesPerCredit), isRight: true});
  const amount = (minutes: number) => (minutes === 0 ? none : balance(minutes));
  const heads = [texts.date, texts.what, texts.given, texts.received, texts.balance, texts.receipt];
  return [
    heads.map((text, column): Cell => ({text, isHead: 'Column', isRight: column > 1})),
    [none, {text: texts.opening}, none, none, balance(statement.openingMinutes), none],
    ...statement.lines.map((line): Cell[] => [
      {text: formatDay(line.occurredAt, language, community.timeZone)},
      {text: [whatIs(line, language, community.addressForm), line.memo].filter(Boolean).join('. ')},
      amount(Math.max(0, -line.minutes)),
      amount(Math.max(0, line.minutes)),
      balance(line.balanceMinutes),
      {text: String(line.sequence), isRight: true},
    ]),
    [none, {text: texts.total}, amount(statement.givenMinutes), amount(statement.receivedMinutes), none, none],
    [none, {text: texts.closing}, none, none, balance(statement.closingMinutes), none],
  ];
}

function whatIs({kind, counterparty, minutes}: StatementLine, language: Language, form: 'je' | 'u'): string {
  const texts = statementMessages[language](form);
  if (kind === 'reversal' || counterparty === null) return entryKinds[kind][language];
  return minutes > 0 ? texts.receivedFrom(counterparty.name) : texts.givenTo(counterparty.name);
}

function formatMonth(month: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], {month: 'long', year: 'numeric', timeZone: 'UTC'}).format(
    new Date(`${month}-15T12:00:00Z`),
  );
}
