import type {Services} from '../services.ts';

/**
 * Does what is due, now and then. Whether something is due is decided by comparing its stored time with `now` in the
 * statement that does it, with its row locked (`for update skip locked`): any number of servers sweep at once, and one that
 * sweeps late or never changes no outcome.
 */
export type Sweeper = {
  name: string;
  /** How often at least; `wake` runs it sooner. From 1 to 1440, and a divisor of the hour or the day. */
  everyMinutes: number;
  sweep(services: Services, now: Date): Promise<void>;
};
