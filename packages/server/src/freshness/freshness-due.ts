import {createHash} from 'node:crypto';
import {Temporal} from 'temporal-polyfill';
import {inTimeZone} from '../clock/in-time-zone.ts';

/** Where an initiative is in its half year. */
export type FreshnessState = {
  /** The check, creation or half year from which it is counted. */
  countedFrom: Date;
  /** How many mails are out and unanswered, and when the last one left. */
  asked: number;
  askedAt: Date | null;
};

export const mailsBeforeMark = 3;
const monthsBetweenChecks = 6;
const daysBetweenMails = 21;
const daysOfSpread = 14;
const dayStart = 9;
const minutesOfDay = 8 * 60;

/** Its own day within two weeks and its own minute between nine and five, so that a thousand imported at once are not asked at once. */
function spreadOf(initiativeId: string): {days: number; time: Temporal.PlainTime} {
  const hash = createHash('sha256').update(initiativeId).digest();
  const minutes = hash.readUInt16BE(2) % minutesOfDay;
  return {days: hash.readUInt16BE(0) % daysOfSpread, time: new Temporal.PlainTime(dayStart).add({minutes})};
}

function asDate(moment: Temporal.ZonedDateTime): Date {
  return new Date(moment.epochMilliseconds);
}

type Where = {initiativeId: string; timeZone: string};

/** When the next mail is due, or after the last one the mark on the page. */
export function freshnessDue({countedFrom, asked, askedAt}: FreshnessState, {initiativeId, timeZone}: Where): Date {
  const {days, time} = spreadOf(initiativeId);
  const day =
    askedAt && asked > 0
      ? inTimeZone(askedAt, timeZone).add({days: daysBetweenMails})
      : inTimeZone(countedFrom, timeZone).add({months: monthsBetweenChecks}).add({days});
  return asDate(day.withPlainTime(time));
}

/** Who is overdue when we hear of it first gets a turn in the coming two weeks. */
export function freshnessTurn(now: Date, {initiativeId, timeZone}: Where): Date {
  const {days, time} = spreadOf(initiativeId);
  return asDate(
    inTimeZone(now, timeZone)
      .add({days: days + 1})
      .withPlainTime(time),
  );
}

/** The half year after one in which nobody answered: the rhythm stays, what passed long ago is not made up for. */
export function nextHalfYear(state: FreshnessState, now: Date, where: Where): FreshnessState {
  let countedFrom = state.countedFrom;
  do countedFrom = asDate(inTimeZone(countedFrom, where.timeZone).add({months: monthsBetweenChecks}));
  while (freshnessDue({countedFrom, asked: 0, askedAt: null}, where) <= now);
  return {countedFrom, asked: 0, askedAt: null};
}

/** A mail that is late leaves in the daytime all the same. */
export function inDaytime(now: Date, timeZone: string): Date {
  const local = inTimeZone(now, timeZone);
  if (local.hour >= dayStart && local.hour < 20) return now;
  const day = local.hour < dayStart ? local : local.add({days: 1});
  return asDate(day.withPlainTime(new Temporal.PlainTime(dayStart)));
}
