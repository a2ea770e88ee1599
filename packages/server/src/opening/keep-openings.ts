import type {Services} from '../services.ts';
import {extendOpenings} from './extend-openings.ts';

const hour = 3_600_000;

/** Extends the openings every hour; `stop` waits for what is under way. */
export function keepOpenings({database, log, now}: Pick<Services, 'database' | 'log' | 'now'>): {stop(): Promise<void>} {
  let underWay = Promise.resolve();
  const extend = async () => {
    try {
      await extendOpenings(database, await now());
    } catch (error) {
      log.warn({err: error}, 'the openings could not be extended; it is tried again within the hour');
    }
  };
  const timer = setInterval(() => {
    underWay = underWay.then(extend);
  }, hour);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await underWay;
    },
  };
}
