import {expect, test} from 'vitest';
import {creditAmounts, formatCredits, formatCreditsAndTime} from './time-credit-formats.ts';

const points = {
  name: {nl: {one: 'tijdspunt', other: 'tijdspunten'}, en: {one: 'time credit', other: 'time credits'}},
  minutesPerCredit: 60,
};
const coins = {name: {nl: {one: 'happy coin', other: 'happy coins'}}, minutesPerCredit: 30};
const hours = {name: {nl: {one: 'uur', other: 'uur'}}, minutesPerCredit: 60};

test.each([
  [90, '1,5 tijdspunten', '1.5 time credits'],
  [60, '1 tijdspunt', '1 time credit'],
  [0, '0 tijdspunten', '0 time credits'],
  [-60, '−1 tijdspunt', '−1 time credit'],
  [75_000, '1.250 tijdspunten', '1,250 time credits'],
])('%d minutes are told in what the community counts', (minutes, dutch, english) => {
  expect(formatCredits(minutes, points, 'nl')).toBe(dutch);
  expect(formatCredits(minutes, points, 'en')).toBe(english);
});

test('a community that has no English name for its credits keeps its own', () => {
  expect(formatCredits(45, coins, 'en')).toBe('1.5 happy coins');
});

test('behind the credits stands how much time that is, unless they are hours', () => {
  expect(formatCreditsAndTime(135, points, 'nl')).toBe('2,25 tijdspunten (2 uur en 15 minuten)');
  expect(formatCreditsAndTime(135, hours, 'nl')).toBe('2 uur en 15 minuten');
  expect(formatCreditsAndTime(-135, hours, 'nl')).toBe('−2 uur en 15 minuten');
});

test('what one can choose is always in the step of the community', () => {
  for (const step of [15, 30]) expect(creditAmounts(step).filter((minutes) => minutes % step !== 0)).toEqual([]);
  expect(creditAmounts(30).slice(0, 3)).toEqual([30, 60, 90]);
  expect(creditAmounts(15).slice(30, 35)).toEqual([465, 480, 540, 600, 660]);
});
