import type {Language} from './wording.ts';

// `en` would write 11/24 as 24 November only in its British form.
export const locales: Record<Language, string> = {nl: 'nl-NL', en: 'en-GB'};

/** A whole number as people read it: `1.240` in Dutch, `1,240` in English. */
export function formatCount(count: number, language: Language): string {
  // The browser's own takes a slow phone longer than a frame, just to begin.
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, language === 'nl' ? '.' : ',');
}

/**
 * A stretch of time within one day where the community is: `dinsdag 24 november, 14.00–16.00 uur`.
 *
 * @param from - RFC 3339.
 * @param until - RFC 3339.
 */
export function formatPeriod(from: string, until: string, language: Language, timeZone: string): string {
  return `${formatDay(from, language, timeZone)}, ${hoursBetween(from, until, language, timeZone)}`;
}

/** The day of a moment (RFC 3339) where the community is: `dinsdag 24 november`. */
export function formatDay(moment: string, language: Language, timeZone: string): string {
  // Two formats: with one, browsers differ in whether a comma stands between.
  const parts = [{weekday: 'long'} as const, {day: 'numeric', month: 'long'} as const];
  return parts.map((part) => new Intl.DateTimeFormat(locales[language], {...part, timeZone}).format(new Date(moment))).join(' ');
}

/** The time of day of a moment (RFC 3339) where the community is: `14.00 uur`. */
export function formatTime(moment: string, language: Language, timeZone: string): string {
  const time = timeOfDay(moment, language, timeZone);
  return language === 'nl' ? `${time} uur` : time;
}

export function hoursBetween(from: string, until: string, language: Language, timeZone: string): string {
  return `${timeOfDay(from, language, timeZone)}–${formatTime(until, language, timeZone)}`;
}

export function timeOfDay(moment: string, language: Language, timeZone: string): string {
  const time = new Intl.DateTimeFormat(locales[language], {hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone}).format(
    new Date(moment),
  );
  return language === 'nl' ? time.replace(':', '.') : time;
}
