import type {Logger} from 'pino';
import type {Clock} from './clock/clock.ts';
import type {Config} from './config.ts';
import type {Database} from './db/database.ts';
import type {Mailer} from './mail/mailer.ts';

/** What a running server is made of; the HTTP edge makes a scope of it for every request. */
export type Services = {
  database: Database;
  config: Config;
  log: Logger;
  /** The moment it is. Nothing else reads the clock. */
  now: Clock;
  /** Where our own pages are, without a slash at the end. */
  publicUrl: string;
  mailer: Mailer;
  /** Aborted when the server ends: what can wait for the next start leaves off. */
  stopping: AbortSignal;
};
