import {Temporal} from 'temporal-polyfill';
import {dateAt} from '../../clock/in-time-zone.ts';
import type {Scope} from '../../scope.ts';
import type {KnownSignup} from '../signups/store.ts';

const daysBack = 31;

/**
 * The days of which hours can be told, the last one first and none still to come: those of the shift once it began, or
 * once they are there; of work without shifts those of the last month, from the day on which it was agreed.
 */
export function daysToTell({now, community: {timeZone}}: Scope, {shift, signup}: Pick<KnownSignup, 'shift' | 'signup'>): string[] {
  if (shift && shift.starts_at > now && signup.state !== 'checked-in') return [];
  const today = dateAt(now, timeZone);
  const first = dateAt(shift?.starts_at ?? signup.answered_at ?? signup.created_at, timeZone);
  const last = shift ? earlier(dateAt(lastMomentOf(shift), timeZone), today) : today;
  const count = first.until(last, {largestUnit: 'days'}).days + 1;
  return Array.from({length: shift ? count : Math.min(count, daysBack)}, (_, index) => last.subtract({days: index}).toString());
}

/** A shift that ends at midnight has nothing on the day that begins then. */
function lastMomentOf({ends_at: end}: {ends_at: Date}): Date {
  return new Date(end.getTime() - 1);
}

function earlier(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) < 0 ? one : other;
}
