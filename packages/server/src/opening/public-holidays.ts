import Holidays from 'date-holidays';

const holidays = new Holidays('NL', {types: ['public']});
const byYear = new Map<number, ReadonlySet<string>>();

/** Whether a date (`2026-12-25`) is a public holiday in the Netherlands. */
export function isPublicHoliday(date: string): boolean {
  const year = Number(date.slice(0, 4));
  let dates = byYear.get(year);
  if (!dates) {
    dates = new Set(holidays.getHolidays(year).map((holiday) => holiday.date.slice(0, 10)));
    byYear.set(year, dates);
  }
  return dates.has(date);
}
