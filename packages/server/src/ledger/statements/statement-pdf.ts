import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {buffer} from 'node:stream/consumers';
import {entryKinds, type CreditSettings, type Language, type Statement, type StatementLine} from '@buurtkit/contract';
import {areHours, creditName, formatDay, formatDuration, locales, statementMessages} from '@buurtkit/texts';
import PdfDocument from 'pdfkit';
import {readCommunity} from '../../communities/store.ts';
import type {Scope} from '../../scope.ts';

const {resolve} = createRequire(import.meta.url);
// Names from all over Europe can be written with it.
const [plain, bold] = ['DejaVuSans', 'DejaVuSans-Bold'].map((name) => readFileSync(resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`))) as [
  Buffer,
  Buffer,
];

/** A statement as a tagged PDF (PDF/UA, ISO 14289-1): headings and table are told to a screen reader, fonts come with it. */
export async function statementPdf(scope: Scope, statement: Statement): Promise<Uint8Array<ArrayBuffer>> {
  const {credits, name} = await readCommunity(scope.database.public, scope.community.id);
  const {language} = scope;
  const texts = statementMessages[language](scope.community.addressForm);
  const title = texts.title(formatMonth(statement.month, language));
  const document = new PdfDocument({
    size: 'A4',
    margin: 50,
    font: '',
    tagged: true,
    pdfVersion: '1.7',
    lang: language,
    displayTitle: true,
    info: {Title: title, Author: name, CreationDate: scope.now},
  });
  const whole = buffer(document);
  const root = document.struct('Document');
  document.addStructure(root);
  const tell = (tag: string, size: number, text: string, font = plain) =>
    root.add(document.struct(tag, {}, () => void document.font(font).fontSize(size).text(text).moveDown(0.5)));
  tell('P', 10, name);
  tell('H1', 18, title, bold);
  tell('P', 11, texts.account(statement.name, statement.number));
  const {one, other} = creditName(credits!, language);
  if (!areHours(credits!)) tell('P', 9, texts.unit(one, other, formatDuration(credits!.minutesPerCredit, language)));
  document.font(plain).fontSize(9);
  // @types/pdfkit doesn't know `structParent` yet, which makes the table one to a screen reader.
  const table: Parameters<typeof document.table>[0] & {structParent: typeof root} = {
    structParent: root,
    columnStyles: [{width: 90}, {width: '*'}, {width: 62}, {width: 68}, {width: 62}, {width: 40}],
    rowStyles: (row) => ({border: 0, padding: 4, ...(row % 2 === 1 && {backgroundColor: '#f2f2f2'})}),
    data: tableOf(statement, credits!, scope),
  };
  document.table(table);
  document.moveDown(1);
  tell('P', 9, texts.proof);
  root.end();
  document.end();
  return new Uint8Array(await whole);
}

type Cell = {
  text: string;
  type?: 'TH' | 'TD';
  scope?: 'Column' | 'Row';
  font?: {src: Buffer};
  align?: {x: 'right'; y: 'top'};
  colSpan?: number;
};

function tableOf(statement: Statement, credits: CreditSettings, {language, community}: Scope): Cell[][] {
  const texts = statementMessages[language](community.addressForm);
  const none: Cell = {text: ''};
  const aside = (text: string): Cell => ({text, align: {x: 'right', y: 'top'}});
  const number = new Intl.NumberFormat(locales[language], {minimumFractionDigits: 2, maximumFractionDigits: 2});
  const balance = (minutes: number) => aside(number.format(minutes / credits.minutesPerCredit));
  const amount = (minutes: number) => (minutes === 0 ? none : balance(minutes));
  const heads = [texts.date, texts.what, texts.given, texts.received, texts.balance, texts.receipt];
  return [
    heads.map((text, column): Cell => ({...(column < 2 ? {text} : aside(text)), type: 'TH', scope: 'Column', font: {src: bold}})),
    [none, {text: texts.opening}, none, none, balance(statement.openingMinutes), none],
    ...statement.lines.map((line) => [
      {text: formatDay(line.occurredAt, language, community.timeZone)},
      {text: [whatIs(line, language, community.addressForm), line.memo].filter(Boolean).join('. ')},
      amount(Math.max(0, -line.minutes)),
      amount(Math.max(0, line.minutes)),
      balance(line.balanceMinutes),
      aside(String(line.sequence)),
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
