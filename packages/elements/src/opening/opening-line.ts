import {formatPeriod, formatTime, type Language, type OpeningMessages} from '@buurtkit/texts';

/** When something is open, as the server worked it out. */
export type Openings = readonly {from: string; until: string}[];

/** How times are told. */
export type TimeContext = {words: OpeningMessages; language: Language; timeZone: string};

const day = 86_400_000;

/** In a line whether it is open, or else when it opens next; null when that isn't known. */
export function openingLine(openings: Openings, {words, language, timeZone}: TimeContext): string | null {
  const now = Date.now();
  const next = openings.find(({until}) => Date.parse(until) > now);
  if (!next) return null;
  const {from, until} = next;
  const time = (moment: string) => formatTime(moment, language, timeZone);
  if (Date.parse(from) <= now) return Date.parse(until) - now < day ? words.openUntil(time(until)) : words.openNow;
  // Swedes write 2026-11-24, which is read as such: days between dates are all of the same length, days between moments are not.
  const dateOf = (moment: string | number) => Date.parse(new Intl.DateTimeFormat('sv', {timeZone}).format(new Date(moment)));
  const daysAway = (dateOf(from) - dateOf(now)) / day;
  if (daysAway === 0) return words.opensToday(time(from));
  return daysAway === 1 ? words.opensTomorrow(time(from)) : formatPeriod(from, until, language, timeZone);
}
