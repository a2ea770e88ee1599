const minute = 60_000;
const hour = 60 * minute;

/** How long each state that waits for somebody holds its place. */
export const holdMinutes = 10;
export const emailHours = 24;
export const guardianHours = 72;
export const offerHours = 24;

export function holdUntil(now: Date): Date {
  return new Date(now.getTime() + holdMinutes * minute);
}

export function emailUntil(now: Date): Date {
  return new Date(now.getTime() + emailHours * hour);
}

export function guardianUntil(now: Date): Date {
  return new Date(now.getTime() + guardianHours * hour);
}

/** An offer stands for a day, and never for more than half of the time that is left: the next one needs time too. */
export function offerUntil(now: Date, startsAt: Date): Date {
  const left = Math.max(0, startsAt.getTime() - now.getTime());
  return new Date(now.getTime() + Math.min(offerHours * hour, left / 2));
}
