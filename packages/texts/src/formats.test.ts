import {describe, expect, test} from 'vitest';
import {formatDate, formatDateOfMoment} from './format-dates.ts';
import {formatDistance} from './format-distance.ts';
import {formatOpenings} from './format-openings.ts';
import {formatShortCount} from './format-short-count.ts';
import {formatLanguage} from './format-language.ts';
import {formatDuration} from './format-duration.ts';
import {formatCount, formatPeriod, formatTime} from './formats.ts';

const amsterdam = 'Europe/Amsterdam';

test('a language is told by its name, and one without a name by its code', () => {
  expect([formatLanguage('tr', 'nl'), formatLanguage('nl', 'en'), formatLanguage('zzz', 'nl')]).toEqual(['Turks', 'Dutch', 'zzz']);
});

test.each(['nl', 'en'] as const)('a short count reads as the browser would write it (%s)', (language) => {
  const own = new Intl.NumberFormat(language, {notation: 'compact'});
  const counts = [10_000, 10_499, 10_500, 28_123, 999_499, 999_500, 1_000_000, 1_049_999, 1_234_567, 9_949_999, 9_950_000, 17_900_000];

  expect(counts.map((count) => formatShortCount(count, language))).toEqual(counts.map((count) => own.format(count)));
  expect(formatShortCount(9999, language)).toBe(formatCount(9999, language));
});

describe('dates', () => {
  test.each([
    ['1998', '1998', '1998'],
    ['1998-04', 'april 1998', 'April 1998'],
    ['1998-04-12', '12 april 1998', '12 April 1998'],
  ])('%s reads as a person would say it', (date, dutch, english) => {
    expect(formatDate(date, 'nl')).toBe(dutch);
    expect(formatDate(date, 'en')).toBe(english);
  });

  test('a moment just before midnight in UTC is already the next day in the village', () => {
    expect(formatDateOfMoment('2026-11-22T23:30:00Z', 'nl', amsterdam)).toBe('23 november 2026');
  });

  test('a period names the day and the hours of the village, in winter and in summer', () => {
    expect(formatPeriod('2026-11-24T13:00:00Z', '2026-11-24T15:00:00Z', 'nl', amsterdam)).toBe('dinsdag 24 november, 14.00–16.00 uur');
    expect(formatPeriod('2026-07-07T07:05:00Z', '2026-07-07T10:00:00Z', 'nl', amsterdam)).toBe('dinsdag 7 juli, 09.05–12.00 uur');
    expect(formatPeriod('2026-11-24T13:00:00Z', '2026-11-24T15:00:00Z', 'en', amsterdam)).toBe('Tuesday 24 November, 14:00–16:00');
  });
});

describe('openings', () => {
  test('they are told day by day, and an evening past midnight belongs to the day on which it begins', () => {
    const openings = [
      {from: '2026-11-24T09:00:00Z', until: '2026-11-24T11:00:00Z'},
      {from: '2026-11-24T18:00:00Z', until: '2026-11-24T23:30:00Z'},
      {from: '2026-11-25T09:00:00Z', until: '2026-11-25T11:00:00Z'},
    ];

    expect(formatOpenings(openings, 'nl', amsterdam)).toEqual([
      {day: 'dinsdag 24 november', hours: ['10.00–12.00 uur', '19.00–00.30 uur']},
      {day: 'woensdag 25 november', hours: ['10.00–12.00 uur']},
    ]);
    expect(formatOpenings(openings, 'en', amsterdam)[0]).toEqual({day: 'Tuesday 24 November', hours: ['10:00–12:00', '19:00–00:30']});
  });

  test('what lasts for days says on which day it ends', () => {
    expect(formatOpenings([{from: '2026-11-24T09:00:00Z', until: '2026-11-26T11:00:00Z'}], 'nl', amsterdam)).toEqual([
      {day: 'dinsdag 24 november', hours: ['10.00 – donderdag 26 november, 12.00 uur']},
    ]);
  });

  test('a time is that of the village', () => {
    expect(formatTime('2026-11-24T16:00:00Z', 'nl', amsterdam)).toBe('17.00 uur');
    expect(formatTime('2026-11-24T16:00:00Z', 'en', amsterdam)).toBe('17:00');
  });
});

describe('numbers', () => {
  test('a count has the separator of the language', () => {
    expect(formatCount(1240, 'nl')).toBe('1.240');
    expect(formatCount(1240, 'en')).toBe('1,240');
  });

  test.each([
    [42, '40 m'],
    [351, '350 m'],
    [990, '1 km'],
    [1234, '1,2 km'],
    [14_400, '14 km'],
  ])('%d metres is rounded to what a walker can use', (metres, dutch) => {
    expect(formatDistance(metres, 'nl').replace(/\s/g, ' ')).toBe(dutch);
  });

  test.each([
    [0, '0 minuten', '0 minutes'],
    [1, '1 minuut', '1 minute'],
    [60, '1 uur', '1 hour'],
    [135, '2 uur en 15 minuten', '2 hours and 15 minutes'],
  ])('%d minutes are hours and minutes', (minutes, dutch, english) => {
    expect(formatDuration(minutes, 'nl')).toBe(dutch);
    expect(formatDuration(minutes, 'en')).toBe(english);
  });
});
