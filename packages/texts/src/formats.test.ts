import {describe, expect, test} from 'vitest';
import {formatCount, formatDate, formatDateOfMoment, formatDistance, formatDuration, formatPeriod} from './formats.ts';

const amsterdam = 'Europe/Amsterdam';

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
