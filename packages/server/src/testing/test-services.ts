import {realClock} from '../clock/clock.ts';
import {readConfig} from '../config.ts';
import type {Database} from '../db/database.ts';
import {createLog} from '../http/log.ts';
import type {Services} from '../services.ts';

// Nobody listens there: tests ask nothing of the internet.
const unreachable = 'http://127.0.0.1:9';

/** What an app runs on: no upstream, no proofs of work or limits unless asked for, nothing logged, mails lost. */
export function testServices(
  database: Database,
  {environment = {}, ...own}: Partial<Services> & {environment?: Record<string, string>} = {},
): Services {
  return {
    database,
    config: readConfig({BUURTKIT_PDOK_URL: unreachable, BUURTKIT_TILES_URL: unreachable, BUURTKIT_DEFENCES: 'off', ...environment}),
    log: createLog('silent'),
    now: realClock,
    publicUrl: 'http://localhost:8787',
    mailer: {send: async () => undefined, close: () => undefined},
    stopping: new AbortController().signal,
    ...own,
  };
}
