import type {ShiftRow} from './store.ts';

const minute = 60_000;
const hour = 60 * minute;

/** How long each state that waits for somebody holds its place. */
export const holdMinutes = 10;
export const emailHours = 24;
export const guardianHours = 72;
export const offerHours = 24;

type Begins = Pick<ShiftRow, 'starts_at'>;

export function holdUntil(now: Date, shift: Begins): Date {
  return untilItBegins(now, holdMinutes * minute, shift);
}

export function emailUntil(now: Date, shift: Begins | null): Date {
  return untilItBegins(now, emailHours * hour, shift);
}

export function guardianUntil(now: Date, shift: Begins | null): Date {
  return untilItBegins(now, guardianHours * hour, shift);
}

/** An offer stands for a day, and never for more than half of the time that is left: the next one needs time too. */
export function offerUntil(now: Date, {starts_at: startsAt}: Begins): Date {
  const left = Math.max(0, startsAt.getTime() - now.getTime());
  return new Date(now.getTime() + Math.min(offerHours * hour, left / 2));
}

function untilItBegins(now: Date, length: number, shift: Begins | null): Date {
  const until = now.getTime() + length;
  return new Date(shift ? Math.min(until, shift.starts_at.getTime()) : until);
}
