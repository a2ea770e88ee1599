import type {Language} from './wording.ts';

// `en` would write 11/24 as 24 November only in its British form.
export const locales: Record<Language, string> = {nl: 'nl-NL', en: 'en-GB'};

const daysAndMonths = {day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'} as const;

/** A number as people read it: `1.240` in Dutch, `1,240` in English. */
export function formatCount(count: number, language: Language): string {
  return new Intl.NumberFormat(locales[language]).format(count);
}

/** A date, month or year as the contract has it (`1998-04-12`, `1998-04`, `1998`): `12 april 1998`, `april 1998`, `1998`. */
export function formatDate(partialDate: string, language: Language): string {
  const [year, month, day] = partialDate.split('-').map(Number) as [number, number?, number?];
  if (!month) return String(year);
  const {day: dayStyle, ...monthAndYear} = daysAndMonths;
  const format = new Intl.DateTimeFormat(locales[language], day ? {...monthAndYear, day: dayStyle} : monthAndYear);
  return format.format(Date.UTC(year, month - 1, day ?? 1));
}

/** The date of a moment (RFC 3339) where the community is: `22 november 2026`. */
export function formatDateOfMoment(moment: string, language: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(locales[language], {...daysAndMonths, timeZone}).format(new Date(moment));
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

/** A duration in whole minutes: `2 uur en 15 minuten`. */
export function formatDuration(minutes: number, language: Language): string {
  const hours = Math.trunc(minutes / 60);
  const rest = minutes % 60;
  const parts: string[] = [];
  if (hours)
    parts.push(
      language === 'nl' ? `${formatCount(hours, language)} uur` : `${formatCount(hours, language)} ${hours === 1 ? 'hour' : 'hours'}`,
    );
  if (rest || !hours)
    parts.push(language === 'nl' ? `${rest} ${rest === 1 ? 'minuut' : 'minuten'}` : `${rest} ${rest === 1 ? 'minute' : 'minutes'}`);
  return parts.join(language === 'nl' ? ' en ' : ' and ');
}
