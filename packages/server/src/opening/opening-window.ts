import {inTimeZone} from '../clock/in-time-zone.ts';
import type {Interval} from './openings-between.ts';

/** How far ahead one can ask what is open, in days. */
export const daysAhead = 60;
/** How many days of openings an answer tells. */
export const daysTold = 14;
// A week of slack: an initiative is worked out anew once a week, and a server that was away for days still knows it all.
const daysKept = daysAhead + 8;

/** Of which stretch of time the openings are kept: whole days where the community is, from yesterday on. */
export function openingWindow(now: Date, timeZone: string): Interval {
  const today = inTimeZone(now, timeZone).startOfDay();
  return {
    from: new Date(today.subtract({days: 1}).epochMilliseconds),
    until: new Date(today.add({days: daysKept}).epochMilliseconds),
  };
}

/** Until when openings must at least, and can at most, have been worked out at this moment; else they are of another time. */
export function filledBetween(now: Date): Interval {
  const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);
  return {from: inDays(daysAhead + 1), until: inDays(daysKept + 1)};
}
