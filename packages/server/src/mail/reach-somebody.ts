import {ProblemError} from '../problem-error.ts';
import type {TrxScope} from '../scope.ts';
import {queueMail, type Mail} from './queue-mail.ts';

/**
 * Queues a mail to each of several who all hear the same. When none of them gets more mail today, what was written is refused:
 * whoever is told that it went out must be able to count on that.
 */
export async function reachSomebody(scope: TrxScope, mails: readonly Mail[]): Promise<void> {
  let reached = 0;
  for (const mail of mails) if (await queueMail(scope, mail)) reached += 1;
  if (mails.length > 0 && reached === 0)
    throw new ProblemError('request.rate-limited', {headers: {'Retry-After': String(secondsOfToday(scope.now))}});
}

/** Until mails are counted anew: at midnight, UTC. */
function secondsOfToday(now: Date): number {
  return Math.ceil((new Date(now).setUTCHours(24, 0, 0, 0) - now.getTime()) / 1000);
}
