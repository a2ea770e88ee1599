import type {OpeningHours} from '@buurtkit/contract';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {anyOpeningHours, hoursOf, weekly} from '../testing/opening-hours.ts';
import {openingsBetween} from './openings-between.ts';
import {isPublicHoliday} from './public-holidays.ts';

const timeZone = 'Europe/Amsterdam';
const runs = Number(process.env['BUURTKIT_PROPERTY_RUNS'] ?? 40);

function openings(hours: OpeningHours, from: string, until: string): string[] {
  return openingsBetween(hours, {timeZone, from: new Date(from), until: new Date(until)}).map(
    (each) => `${each.from.toISOString().slice(0, 16)} ${each.until.toISOString().slice(0, 16)}`,
  );
}

test('a village house that is open on Mondays and Wednesdays is open on those, by the clock on its wall', () => {
  const hours = hoursOf({rules: [weekly('mo,we', '13:30', '17:00')]});

  expect(openings(hours, '2026-10-21T00:00:00Z', '2026-10-29T00:00:00Z')).toEqual([
    '2026-10-21T11:30 2026-10-21T15:00',
    '2026-10-26T12:30 2026-10-26T16:00',
    '2026-10-28T12:30 2026-10-28T16:00',
  ]);
});

test('the second Tuesday, the last Friday and the fifth Saturday are found in months that have them', () => {
  const hours = hoursOf({
    rules: [weekly('tu', '19:00', '21:00', 2), weekly('fr', '10:00', '11:00', -1), weekly('sa', '08:00', '09:00', 5)],
  });

  expect(openings(hours, '2026-08-01T00:00:00Z', '2026-10-01T00:00:00Z')).toEqual([
    '2026-08-11T17:00 2026-08-11T19:00',
    '2026-08-28T08:00 2026-08-28T09:00',
    '2026-08-29T06:00 2026-08-29T07:00',
    '2026-09-08T17:00 2026-09-08T19:00',
    '2026-09-25T08:00 2026-09-25T09:00',
  ]);
});

test('an evening past midnight is one opening, also when one asks after midnight', () => {
  const hours = hoursOf({rules: [weekly('sa', '20:00', '02:00')]});

  expect(openings(hours, '2026-11-20T00:00:00Z', '2026-11-23T00:00:00Z')).toEqual(['2026-11-21T19:00 2026-11-22T01:00']);
  expect(openings(hours, '2026-11-22T00:30:00Z', '2026-11-23T00:00:00Z')).toEqual(['2026-11-22T00:30 2026-11-22T01:00']);
});

test('it is closed on Dutch holidays, unless it says that it is open then or an exception has other hours', () => {
  const rules = [weekly('mo,tu,we,th,fr,sa,su', '10:00', '12:00')];
  const exceptions = [{from: '2026-12-26', until: '2026-12-26', openings: [{opens: '14:00', closes: '16:00'}], note: null}];
  const christmas = ['2026-12-24T00:00:00Z', '2026-12-28T00:00:00Z'] as const;

  expect(openings(hoursOf({rules}), ...christmas)).toEqual(['2026-12-24T09:00 2026-12-24T11:00', '2026-12-27T09:00 2026-12-27T11:00']);
  expect(openings(hoursOf({rules, exceptions}), ...christmas)).toContain('2026-12-26T13:00 2026-12-26T15:00');
  expect(openings(hoursOf({rules, isOpenOnHolidays: true}), ...christmas)).toHaveLength(4);
});

test('King’s Day moves when it would be a Sunday, and Liberation Day is a working day for most', () => {
  expect(['2026-04-27', '2025-04-26', '2026-05-25', '2026-01-01'].map(isPublicHoliday)).toEqual([true, true, true, true]);
  expect(['2025-04-27', '2026-05-05', '2026-12-31', '2026-12-05'].map(isPublicHoliday)).toEqual([false, false, false, false]);
});

test('an exception takes the place of the rules on its days, first and last included, and the last that names a day decides', () => {
  const hours = hoursOf({
    rules: [weekly('mo,tu,we,th,fr', '09:00', '17:00')],
    exceptions: [
      {from: '2026-07-20', until: '2026-07-23', openings: [], note: {nl: 'Vakantie'}},
      {
        from: '2026-07-22',
        until: '2026-07-22',
        openings: [
          {opens: '10:00', closes: '11:00'},
          {opens: '12:00', closes: '13:00'},
        ],
        note: null,
      },
    ],
  });

  expect(openings(hours, '2026-07-17T00:00:00Z', '2026-07-25T00:00:00Z')).toEqual([
    '2026-07-17T07:00 2026-07-17T15:00',
    '2026-07-22T08:00 2026-07-22T09:00',
    '2026-07-22T10:00 2026-07-22T11:00',
    '2026-07-24T07:00 2026-07-24T15:00',
  ]);
});

test('an evening that began before a closed day still ends when it would have', () => {
  const hours = hoursOf({
    rules: [weekly('sa,su', '20:00', '02:00')],
    exceptions: [{from: '2026-11-22', until: '2026-11-22', openings: [], note: null}],
  });

  expect(openings(hours, '2026-11-21T00:00:00Z', '2026-11-24T00:00:00Z')).toEqual(['2026-11-21T19:00 2026-11-22T01:00']);
});

test('hours that touch or overlap are one opening, and day and night open is one that never ends', () => {
  const mornings = hoursOf({rules: [weekly('mo', '09:00', '12:00'), weekly('mo', '12:00', '13:00'), weekly('mo', '12:30', '14:00')]});
  const always = hoursOf({rules: [weekly('mo,tu,we,th,fr,sa,su', '00:00', '24:00')], isOpenOnHolidays: true});

  expect(openings(mornings, '2026-11-23T00:00:00Z', '2026-11-24T00:00:00Z')).toEqual(['2026-11-23T08:00 2026-11-23T13:00']);
  expect(openings(always, '2026-10-20T05:00:00Z', '2026-10-30T07:00:00Z')).toEqual(['2026-10-20T05:00 2026-10-30T07:00']);
});

test('on the day that has 23 hours a night is an hour shorter, and a time that is skipped is an hour later', () => {
  const sunday = (opens: string, closes: string) =>
    openings(hoursOf({rules: [weekly('su', opens, closes)]}), '2026-03-28T12:00:00Z', '2026-03-29T20:00:00Z');

  expect(sunday('00:00', '06:00')).toEqual(['2026-03-28T23:00 2026-03-29T04:00']);
  expect(sunday('02:30', '04:00')).toEqual(['2026-03-29T01:30 2026-03-29T02:00']);
  expect(sunday('01:00', '02:30')).toEqual(['2026-03-29T00:00 2026-03-29T01:30']);
  expect(sunday('02:30', '03:15')).toEqual([]);
});

test('on the day that has 25 hours a night is an hour longer, and of a time that comes twice it is the first', () => {
  const sunday = (opens: string, closes: string) =>
    openings(hoursOf({rules: [weekly('su', opens, closes)]}), '2026-10-24T12:00:00Z', '2026-10-25T20:00:00Z');

  expect(sunday('00:00', '06:00')).toEqual(['2026-10-24T22:00 2026-10-25T05:00']);
  expect(sunday('02:30', '04:00')).toEqual(['2026-10-25T00:30 2026-10-25T03:00']);
  expect(sunday('01:00', '02:30')).toEqual(['2026-10-24T23:00 2026-10-25T00:30']);
});

test('elsewhere the clocks differ: on Bonaire ten in the morning is two in the afternoon in UTC', () => {
  const window = {timeZone: 'America/Kralendijk', from: new Date('2026-11-23T00:00:00Z'), until: new Date('2026-11-24T00:00:00Z')};

  expect(openingsBetween(hoursOf({rules: [weekly('mo', '10:00', '11:00')]}), window)).toEqual([
    {from: new Date('2026-11-23T14:00:00Z'), until: new Date('2026-11-23T15:00:00Z')},
  ]);
});

type Minute = {moment: number; date: string; minute: number};

/** Every minute of a window with what the clock on the wall shows. */
function minutesOf(from: string, until: string): Minute[] {
  const clock = new Intl.DateTimeFormat('sv-SE', {timeZone, dateStyle: 'short', timeStyle: 'short'});
  const minutes: Minute[] = [];
  for (let moment = Date.parse(from); moment < Date.parse(until); moment += 60_000) {
    const [date = '', time = ''] = clock.format(moment).split(' ');
    minutes.push({moment, date, minute: Number(time.slice(0, 2)) * 60 + Number(time.slice(3))});
  }
  return minutes;
}

const dayLength = 86_400_000;
const dayNames = ['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa'];

function isRuleDay({weekdays, nth}: OpeningHours['rules'][number], date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`);
  if (!weekdays.includes(dayNames[day.getUTCDay()] as 'mo')) return false;
  if (nth === null) return true;
  if (nth === -1) return new Date(day.getTime() + 7 * dayLength).getUTCMonth() !== day.getUTCMonth();
  return Math.ceil(day.getUTCDate() / 7) === nth;
}

/** Whether it is open in a minute, worked out as slowly and plainly as one would at a kitchen table. */
function isOpenIn({date, minute}: Minute, hours: OpeningHours): boolean {
  return [0, 1, 2].some((daysAgo) => {
    const day = new Date(Date.parse(`${date}T00:00:00Z`) - daysAgo * dayLength).toISOString().slice(0, 10);
    const exception = hours.exceptions.filter(({from, until}) => from <= day && day <= until).at(-1);
    const ruled = isPublicHoliday(day) && !hours.isOpenOnHolidays ? [] : hours.rules.filter((rule) => isRuleDay(rule, day));
    return (exception?.openings ?? ruled).some(({opens, closes}) => {
      const inMinutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
      const end = inMinutes(closes) > inMinutes(opens) ? inMinutes(closes) : inMinutes(closes) + 1440;
      return inMinutes(opens) <= minute + daysAgo * 1440 && minute + daysAgo * 1440 < end;
    });
  });
}

// A time that a clock change skips or repeats is a decision, not arithmetic: the tests above hold it.
const times = fc.constantFrom('00:00', '00:45', '02:00', '03:00', '07:10', '12:00', '13:30', '18:59', '22:00', '23:59', '24:00');

test.each([
  ['the clocks go forward', '2026-03-27T22:00:00Z', '2026-03-31T01:00:00Z'],
  ['the clocks go back', '2026-10-23T22:00:00Z', '2026-10-27T00:13:00Z'],
  ['it is Christmas', '2026-12-24T05:00:00Z', '2026-12-28T00:00:00Z'],
])('whatever the hours, when %s it is open in just the minutes in which anybody would say so', (_name, from, until) => {
  const minutes = minutesOf(from, until);
  const dates = fc.constantFrom(...new Set(minutes.map(({date}) => date)));
  const window = {timeZone, from: new Date(from), until: new Date(until)};
  fc.assert(
    fc.property(anyOpeningHours({times, dates}), (hours) => {
      const found = openingsBetween(hours, window);

      for (const [index, interval] of found.entries()) {
        expect(interval.from < interval.until && interval.from >= window.from && interval.until <= window.until).toBe(true);
        expect(index === 0 || interval.from > (found[index - 1]?.until ?? interval.from)).toBe(true);
      }
      const wrong = minutes.filter(
        (each) => found.some((one) => one.from.getTime() <= each.moment && each.moment < one.until.getTime()) !== isOpenIn(each, hours),
      );
      expect(wrong).toEqual([]);
    }),
    {numRuns: runs},
  );
});
