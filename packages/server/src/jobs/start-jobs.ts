import {setTimeout as sleep} from 'node:timers/promises';
import {PgBoss} from 'pg-boss';
import {DatabaseError} from '../db/migrate.ts';
import type {Services} from '../services.ts';
import {listenForWakes} from './listen-for-wakes.ts';
import type {Sweeper} from './sweeper.ts';
import {sweepers} from './sweepers.ts';

export type Jobs = {stop(): Promise<void>};

const schema = 'pgboss';
const patience = 1500;

/**
 * Sweeps now and then, until it is stopped: pg-boss wakes one of the servers on the database each time, and a transaction
 * that says `wake` all of them as soon as it is committed.
 */
export async function startJobs(services: Services, ownerUrl: string): Promise<Jobs> {
  const run = sweepRunner(services);
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema,
    max: 2,
    application_name: 'buurtkit jobs',
    cronWorkerIntervalSeconds: 5,
    cronMonitorIntervalSeconds: 30,
    monitorVacuum: false,
    reindex: false,
  });
  boss.on('error', (error) => {
    if (!services.stopping.aborted) services.log.warn({err: error}, 'jobs could not reach the database; they try again');
  });
  await boss.start().catch((cause: unknown) => Promise.reject(startError(cause)));
  await Promise.all(sweepers.map((sweeper) => scheduleSweeper(boss, sweeper, run)));
  const listener = listenForWakes(ownerUrl, run);

  return {
    async stop() {
      const stopped = Promise.allSettled([listener.stop(), run.idle(), boss.stop({graceful: false})]);
      await Promise.race([stopped, sleep(patience, undefined, {ref: false})]);
    },
  };
}

function startError(cause: unknown): unknown {
  if ((cause as {code?: unknown}).code !== '42501') return cause;
  return new DatabaseError(
    'database-rights',
    `The owner may not make the schema ${schema}, where jobs are kept: have an administrator run “create schema ${schema} authorization” with that login.`,
    {cause},
  );
}

async function scheduleSweeper(boss: PgBoss, {name, everyMinutes}: Sweeper, run: SweepRunner): Promise<void> {
  const queue = `sweep-${name}`;
  // One that waits is enough, and a sweep that failed comes again by itself.
  await boss.createQueue(queue, {policy: 'short', retryLimit: 0, expireInSeconds: 900, retentionSeconds: 3600, deleteAfterSeconds: 3600});
  await boss.schedule(queue, cronOf(everyMinutes));
  await boss.work(queue, {pollingIntervalSeconds: 5}, () => run(name));
}

function cronOf(everyMinutes: number): string {
  if (everyMinutes < 60) return `*/${everyMinutes} * * * *`;
  return everyMinutes < 1440 ? `7 */${everyMinutes / 60} * * *` : '7 3 * * *';
}

export type SweepRunner = {(name: string): Promise<void>; idle(): Promise<void>};

/** Runs each sweeper once at a time in this process; who asks meanwhile gets one more run after it. */
function sweepRunner(services: Services): SweepRunner {
  const underWay = new Map<string, Promise<void>>();
  const asked = new Set<string>();

  const sweepAsLongAsAsked = async ({name, sweep}: Sweeper) => {
    while (asked.delete(name) && !services.stopping.aborted) {
      try {
        await sweep(services, await services.now());
      } catch (error) {
        if (!services.stopping.aborted) services.log.warn({err: error, sweeper: name}, 'a sweep failed; it comes again');
      }
    }
    underWay.delete(name);
  };
  const run = (name: string) => {
    const sweeper = sweepers.find((each) => each.name === name);
    if (!sweeper) return Promise.resolve();
    asked.add(name);
    const running = underWay.get(name) ?? sweepAsLongAsAsked(sweeper);
    if (asked.has(name) || !underWay.has(name)) underWay.set(name, running);
    return running;
  };
  return Object.assign(run, {idle: async () => void (await Promise.allSettled(underWay.values()))});
}
