import {Temporal} from 'temporal-polyfill';

/** Which day it is in a time zone at a moment. */
export function dateAt(moment: Date, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
}
