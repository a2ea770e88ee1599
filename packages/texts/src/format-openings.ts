import {formatDay, formatTime, hoursBetween, timeOfDay} from './formats.ts';
import type {Language} from './wording.ts';

const dayLength = 86_400_000;

/**
 * When something is open, day by day where the community is: `dinsdag 24 november` with `10.00–12.00 uur` and
 * `19.00–00.30 uur`. What goes on past midnight is told on the day on which it begins; what lasts a day or longer says on
 * which day it ends.
 *
 * @param openings - In order, with RFC 3339 moments.
 */
export function formatOpenings(
  openings: readonly {from: string; until: string}[],
  language: Language,
  timeZone: string,
): {day: string; hours: string[]}[] {
  const days: {day: string; hours: string[]}[] = [];
  for (const {from, until} of openings) {
    const day = formatDay(from, language, timeZone);
    const isLong = Date.parse(until) - Date.parse(from) >= dayLength;
    const hours = isLong
      ? `${timeOfDay(from, language, timeZone)} – ${formatDay(until, language, timeZone)}, ${formatTime(until, language, timeZone)}`
      : hoursBetween(from, until, language, timeZone);
    const last = days.at(-1);
    if (last?.day === day) last.hours.push(hours);
    else days.push({day, hours: [hours]});
  }
  return days;
}
