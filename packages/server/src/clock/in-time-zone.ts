import {Temporal} from 'temporal-polyfill';

/** A moment as the clock and the calendar of a time zone tell it. */
export function inTimeZone(moment: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone);
}

/** Which day it is in a time zone at a moment. */
export function dateAt(moment: Date, timeZone: string): Temporal.PlainDate {
  return inTimeZone(moment, timeZone).toPlainDate();
}
