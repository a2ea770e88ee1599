import type {OpeningHours, Weekday} from '@buurtkit/contract';
import {RRuleTemporal} from 'rrule-temporal';
import {Temporal} from 'temporal-polyfill';
import {dateAt} from '../clock/in-time-zone.ts';
import {isPublicHoliday} from './public-holidays.ts';

export type Interval = {from: Date; until: Date};

type Hours = {opens: string; closes: string};
type Rule = OpeningHours['rules'][number];

/**
 * When it is open between two moments: intervals in order, none touching another, cut off where the window ends. The rules
 * hold from the day on which they begin, so what began before an exception's first midnight still ends as it was. The last
 * exception that names a day decides. A time of day that a clock change skips or has twice is what Temporal calls compatible:
 * the skipped one is as much later, of two it is the first.
 */
export function openingsBetween(hours: OpeningHours, {timeZone, from, until}: Interval & {timeZone: string}): Interval[] {
  // An opening that is past midnight when the window begins began at most two days before (24:00 until 24:00).
  const first = dateAt(from, timeZone).subtract({days: 2});
  const last = dateAt(until, timeZone);
  const regular = regularHours(hours.rules, first, last);
  const found: Interval[] = [];
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({days: 1}))
    for (const each of hoursOn(day.toString(), hours, regular)) found.push(intervalOn(day, each, timeZone));
  return merged(found.filter((interval) => interval.from < interval.until)).flatMap((interval) => within(interval, {from, until}));
}

/** The hours of the rules for each date that has some; which dates those are has nothing to do with clocks, so in UTC. */
function regularHours(rules: readonly Rule[], first: Temporal.PlainDate, last: Temporal.PlainDate): Map<string, Hours[]> {
  const byDate = new Map<string, Hours[]>();
  for (const rule of rules) {
    const recurrence = new RRuleTemporal({
      freq: rule.nth === null ? 'WEEKLY' : 'MONTHLY',
      byDay: [...new Set(rule.weekdays)].map((weekday: Weekday) => `${rule.nth ?? ''}${weekday.toUpperCase()}`),
      dtstart: first.toZonedDateTime('UTC'),
      until: last.toZonedDateTime('UTC'),
      temporal: Temporal,
    });
    for (const date of recurrence.all().map((day) => day.toPlainDate().toString())) {
      const known = byDate.get(date);
      if (known) known.push(rule);
      else byDate.set(date, [rule]);
    }
  }
  return byDate;
}

function hoursOn(date: string, {exceptions, isOpenOnHolidays}: OpeningHours, regular: ReadonlyMap<string, Hours[]>): readonly Hours[] {
  const exception = exceptions.findLast((each) => each.from <= date && date <= each.until);
  if (exception) return exception.openings;
  return !isOpenOnHolidays && isPublicHoliday(date) ? [] : (regular.get(date) ?? []);
}

function intervalOn(day: Temporal.PlainDate, {opens, closes}: Hours, timeZone: string): Interval {
  const start = minutesOf(opens);
  const end = minutesOf(closes);
  return {from: momentOn(day, start, timeZone), until: momentOn(day, end > start ? end : end + minutesADay, timeZone)};
}

const minutesADay = 24 * 60;

function minutesOf(timeOfDay: string): number {
  return Number(timeOfDay.slice(0, 2)) * 60 + Number(timeOfDay.slice(3));
}

function momentOn(day: Temporal.PlainDate, minutes: number, timeZone: string): Date {
  const local = day.toPlainDateTime().add({minutes});
  return new Date(local.toZonedDateTime(timeZone, {disambiguation: 'compatible'}).epochMilliseconds);
}

function merged(intervals: readonly Interval[]): Interval[] {
  const result: Interval[] = [];
  for (const {from, until} of intervals.toSorted((one, other) => one.from.getTime() - other.from.getTime())) {
    const last = result.at(-1);
    if (!last || from > last.until) result.push({from, until});
    else if (until > last.until) last.until = until;
  }
  return result;
}

function within({from, until}: Interval, window: Interval): Interval[] {
  const cut = {from: from < window.from ? window.from : from, until: until > window.until ? window.until : until};
  return cut.from < cut.until ? [cut] : [];
}
