import type {Temporal} from 'temporal-polyfill';
import {inTimeZone} from '../../clock/in-time-zone.ts';
import {isPublicHoliday} from '../../opening/public-holidays.ts';

/** The moment that many working days before now: weekends and public holidays don't count. */
export function workingDaysBefore(now: Date, days: number, timeZone: string): Date {
  let moment = inTimeZone(now, timeZone);
  for (let left = days; left > 0;) {
    moment = moment.subtract({days: 1});
    if (isWorkingDay(moment)) left -= 1;
  }
  return new Date(moment.epochMilliseconds);
}

function isWorkingDay(moment: Temporal.ZonedDateTime): boolean {
  return moment.dayOfWeek <= 5 && !isPublicHoliday(moment.toPlainDate().toString());
}
