import {locales} from './formats.ts';
import type {Language} from './wording.ts';

const daysAndMonths = {day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'} as const;

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
