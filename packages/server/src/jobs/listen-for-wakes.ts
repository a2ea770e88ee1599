import {setTimeout as sleep} from 'node:timers/promises';
import pg from 'pg';
import {wakeChannel} from './wake.ts';

const shortestPause = 500;
const longestPause = 10_000;

/** Hears `wake` of every server on the database, on a connection of its own that is made again when it breaks. */
export function listenForWakes(ownerUrl: string, onWake: (name: string) => Promise<void>): {stop(): Promise<void>} {
  const stopping = new AbortController();
  const listening = keepListening(ownerUrl, onWake, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await listening;
    },
  };
}

async function keepListening(ownerUrl: string, onWake: (name: string) => Promise<void>, stopping: AbortSignal): Promise<void> {
  let pause = shortestPause;
  while (!stopping.aborted) {
    const client = new pg.Client({
      connectionString: ownerUrl,
      application_name: 'buurtkit wakes',
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    });
    const over = Promise.withResolvers<void>();
    client.on('end', over.resolve).on('error', () => over.resolve());
    stopping.addEventListener('abort', () => over.resolve());
    client.on('notification', ({payload = ''}) => void onWake(payload));
    try {
      await client.connect();
      await client.query(`listen ${wakeChannel}`);
      pause = shortestPause;
      // What was said while nobody listened.
      void onWake('mails');
      await over.promise;
    } catch {
      // The database is away: after the pause it may be back.
    }
    void client.end().catch(() => undefined);
    await sleep(pause, undefined, {ref: false, signal: stopping}).catch(() => undefined);
    pause = Math.min(pause * 2, longestPause);
  }
}
