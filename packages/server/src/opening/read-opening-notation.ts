import {weekdays, type LanguageMap, type OpeningHours, type Weekday} from '@buurtkit/contract';
import {byAppointment, months} from './opening-notation.ts';

type Rule = OpeningHours['rules'][number];
type Hours = {opens: string; closes: string};
type Days = Pick<Rule, 'weekdays' | 'nth'>;

/** What about a text is no notation of opening hours, for whoever wrote it. */
export class OpeningNotationError extends Error {}

/**
 * Reads what `writeOpeningNotation` writes, and what people write alike: `24/7`, hours without days, Dutch names of days and
 * months, `9-12` and `9.00`. Whether dates and times exist is for the contract's schema to say.
 *
 * @throws {OpeningNotationError} with the place where the text stops being one.
 */
export function readOpeningNotation(text: string): OpeningHours {
  const hours: OpeningHours = {rules: [], exceptions: [], isOpenOnHolidays: true, isByAppointment: false, note: null};
  const reader = readerOf(text);
  let isOnTop = true;
  while (!reader.isAtEnd()) {
    readPart(reader, hours, isOnTop);
    if (reader.isAtEnd()) break;
    isOnTop = reader.take(/,/) !== null;
    if (!isOnTop) reader.need(/;/, 'a semicolon');
  }
  return hours;
}

type Reader = {
  /** What stands here, and passes it; null when it doesn't. */
  take(pattern: RegExp): readonly string[] | null;
  need(pattern: RegExp, what: string): readonly string[];
  fail(detail: string): never;
  isAtEnd(): boolean;
};

function readerOf(text: string): Reader {
  let position = 0;
  const skipSpace = () => {
    while (/\s/.test(text.charAt(position))) position += 1;
  };
  const reader: Reader = {
    take(pattern) {
      skipSpace();
      const sticky = new RegExp(pattern, 'iuy');
      sticky.lastIndex = position;
      const found = sticky.exec(text);
      if (!found) return null;
      position = sticky.lastIndex;
      return found;
    },
    need: (pattern, what) => reader.take(pattern) ?? reader.fail(`Expected ${what}`),
    fail(detail) {
      const rest = text.slice(position, position + 20);
      throw new OpeningNotationError(`${detail} ${rest === '' ? 'at the end' : `before “${rest}”`}.`);
    },
    isAtEnd() {
      skipSpace();
      return position === text.length;
    },
  };
  return reader;
}

function readPart(reader: Reader, hours: OpeningHours, isOnTop: boolean): void {
  if (reader.take(/PH\b/)) {
    hours.isOpenOnHolidays = reader.take(/open\b/) !== null;
    if (!hours.isOpenOnHolidays) reader.need(/off\b|closed\b/, '“off” or “open”');
    return;
  }
  if (reader.take(/nl:(?=")/)) return setNote(reader, hours, needTexts(reader));
  const texts = takeTexts(reader);
  if (texts?.nl.toLowerCase() === byAppointment && texts.en === undefined) hours.isByAppointment = true;
  else if (texts) setNote(reader, hours, texts);
  else readHours(reader, hours, isOnTop);
}

function setNote(reader: Reader, hours: OpeningHours, note: LanguageMap): void {
  if (hours.note) reader.fail('There is a second note');
  hours.note = note;
}

function readHours(reader: Reader, hours: OpeningHours, isOnTop: boolean): void {
  const first = takeDate(reader, null);
  if (first) {
    const until = reader.take(/-/) ? (takeDate(reader, first) ?? reader.fail('Expected a date')) : first;
    const openings = readTimes(reader);
    hours.exceptions.push({from: first.date, until: until.date, openings, note: takeTexts(reader)});
    return;
  }
  const isAlways = reader.take(/24\/7/) !== null;
  const days = isAlways ? [] : readDays(reader);
  const chosen = days.length === 0 ? [{weekdays: [...weekdays], nth: null}] : days;
  const times = isAlways ? [{opens: '00:00', closes: '24:00'}] : readTimes(reader);
  if (!isOnTop) for (const each of chosen) hours.rules = replaced(reader, hours.rules, each);
  hours.rules.push(...chosen.flatMap((each) => times.map((time) => ({...each, ...time}))));
}

/** After a semicolon hours take the place of those on the same days, as in OpenStreetMap. */
function replaced(reader: Reader, rules: readonly Rule[], {weekdays: days, nth}: Days): Rule[] {
  return rules.flatMap((rule) => {
    if (!rule.weekdays.some((weekday) => days.includes(weekday))) return [rule];
    if (nth !== null && rule.nth === null) reader.fail('Hours on top of others on the same weekday follow a comma: they stand');
    if (nth !== null && rule.nth !== nth) return [rule];
    const left = rule.weekdays.filter((weekday) => !days.includes(weekday));
    return left.length === 0 ? [] : [{...rule, weekdays: left}];
  });
}

const dutchWeekdays = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'];
const dayPattern = new RegExp(`(${[...weekdays, ...dutchWeekdays].join('|')})(?![a-z])`);

/** Days with the same number in the month are one rule, in the order in which they stand. */
function readDays(reader: Reader): Days[] {
  const days: Days[] = [];
  const add = (weekday: Weekday, nth: number | null) => {
    const same = days.find((each) => each.nth === nth);
    if (same) same.weekdays.push(weekday);
    else days.push({weekdays: [weekday], nth});
  };
  do {
    const first = takeDay(reader);
    if (!first) {
      if (days.length > 0) reader.fail('Expected a day');
      return [];
    }
    const last = reader.take(/[-–]/) && (takeDay(reader) ?? reader.fail('Expected a day'));
    const numbers = last ? [null] : takeNumbers(reader);
    for (const nth of numbers) for (const weekday of last ? daysFrom(first, last) : [first]) add(weekday, nth);
  } while (reader.take(/,/));
  return days;
}

function takeDay(reader: Reader): Weekday | null {
  const [, name] = reader.take(dayPattern) ?? [];
  if (name === undefined) return null;
  const dutch = dutchWeekdays.indexOf(name.toLowerCase());
  return weekdays[dutch >= 0 ? dutch : weekdays.indexOf(name.toLowerCase() as Weekday)] ?? null;
}

function takeNumbers(reader: Reader): (number | null)[] {
  if (!reader.take(/\[/)) return [null];
  const numbers: number[] = [];
  do numbers.push(Number(reader.need(/-?\d/, 'a number')[0]));
  while (reader.take(/,/));
  reader.need(/\]/, '“]”');
  return numbers;
}

function daysFrom(first: Weekday, last: Weekday): Weekday[] {
  const start = weekdays.indexOf(first);
  const count = ((weekdays.indexOf(last) - start + 7) % 7) + 1;
  return Array.from({length: count}, (_, index) => weekdays[(start + index) % 7] ?? first);
}

function readTimes(reader: Reader): Hours[] {
  if (reader.take(/off\b|closed\b/)) return [];
  const times = [readTime(reader)];
  while (reader.take(/,(?=\s*\d{1,2}(?![\d/]))/)) times.push(readTime(reader));
  return times;
}

function readTime(reader: Reader): Hours {
  const readMoment = () => {
    const [, hour = '', minute = '00'] = reader.need(/(\d{1,2})(?:[:.](\d{2}))?/, 'a time');
    return `${hour.padStart(2, '0')}:${minute}`;
  };
  const opens = readMoment();
  reader.need(/[-–]/, '“-”');
  return {opens, closes: readMoment()};
}

type Dated = {date: string; year: string; month: number};

const otherMonths: Record<string, number> = {mrt: 3, maa: 3, mei: 5, okt: 10};

/** `2026 Dec 24`; after a date the year, and the month, may be left out. */
function takeDate(reader: Reader, before: Dated | null): Dated | null {
  const year = reader.take(/(\d{4})(?=\s+[a-z])/)?.[1] ?? before?.year;
  if (year === undefined) return null;
  const name = reader.take(/([a-z]{3})[a-z]*(?=\s+\d)/)?.[1]?.toLowerCase();
  const month = name === undefined ? before?.month : (otherMonths[name] ?? months.findIndex((each) => each.toLowerCase() === name) + 1);
  if (month === undefined || month === 0) return reader.fail('Expected a month');
  const day = reader.need(/(\d{1,2})(?![\d:.])/, 'a day of the month')[1] ?? '';
  return {date: `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`, year, month};
}

function takeTexts(reader: Reader): LanguageMap | null {
  const nl = takeText(reader);
  if (nl === null) return null;
  if (!reader.take(/en:(?=")/)) return {nl};
  return {nl, en: takeText(reader) ?? ''};
}

function needTexts(reader: Reader): LanguageMap {
  return takeTexts(reader) ?? reader.fail('Expected a text in quotes');
}

function takeText(reader: Reader): string | null {
  const [, text] = reader.take(/"((?:[^"\\]|\\[^])*)"/) ?? [];
  return text === undefined ? null : text.replaceAll(/\\([^])/g, '$1');
}
