import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {chown, open, readFile, rename} from 'node:fs/promises';
import {createServer} from 'node:net';
import {totalmem} from 'node:os';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';

import type {DatabaseHome} from './database-home.ts';
import {EmbeddedDatabaseError, errorCode} from './embedded-database-error.ts';
import {type PostgresBinaries, program} from './postgres-binaries.ts';
import {postgresEnvironment} from './postgres-environment.ts';
import type {PostgresUser} from './postgres-user.ts';
import {findPostmaster, type Postmaster, recordedPid, stopPostmaster} from './postmaster.ts';

const megabyte = 2 ** 20;

/** A quarter of the memory, as PostgreSQL advises: what a large community is searched in should stay there. It is taken as it is used. */
export function cacheMegabytes(memory: number): number {
  return Math.max(128, Math.min(2048, Math.floor(memory / 4 / megabyte)));
}

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 200,
  // A container may have less than its machine.
  shared_buffers: `${cacheMegabytes(Math.min(totalmem(), process.constrainedMemory() || Infinity))}MB`,
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  // Errors quote the values people sent in, so none of them is written down: only what PostgreSQL says about itself.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_parameter_max_length: 0,
  log_parameter_max_length_on_error: 0,
  log_checkpoints: 'off',
  log_autovacuum_min_duration: -1,
};

// Recovery after a crash under heavy writing takes its time.
const startPatience = 60_000;

/** Starts PostgreSQL in a cluster where none is alive. It goes on when our process dies, so that the next one can adopt it. */
export async function startPostmaster(home: DatabaseHome, binaries: PostgresBinaries, user: PostgresUser | null): Promise<Postmaster> {
  const logFile = join(home.folder, 'postgres.log');
  const until = Date.now() + startPatience;
  for (;;) {
    const failure = await tryStart(home, binaries, user, logFile, until);
    if ('pid' in failure) return failure;
    const isPassing = failure.reason.includes('could not bind') || failure.reason.includes('shared memory block');
    if (!isPassing || Date.now() > until) {
      throw new EmbeddedDatabaseError('start-failed', `PostgreSQL did not start: ${failure.reason} (its log: ${logFile})`);
    }
    // A port that was just taken, or the last processes of a PostgreSQL that was killed a moment ago.
    await sleep(100);
  }
}

async function tryStart(
  home: DatabaseHome,
  binaries: PostgresBinaries,
  user: PostgresUser | null,
  logFile: string,
  until: number,
): Promise<Postmaster | {reason: string}> {
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const stalePid = await recordedPid(home.cluster);
  const log = await openFreshLog(logFile, user);
  const child = spawn(program(binaries, 'postgres'), ['-D', home.cluster, '-p', String(await findFreePort()), ...options], {
    ...user,
    cwd: home.folder,
    // PostgreSQL takes any live process with the old id for a rival, unless it is this one; other signs of life it still checks.
    env: {...postgresEnvironment(), ...(stalePid && {PG_GRANDPARENT_PID: stalePid})},
    // Its own process group: a signal to ours must not reach it before we have closed our connections.
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    windowsHide: true,
  });
  let end: {reason?: string} | undefined;
  child.once('error', (error) => (end = {reason: error.message}));
  child.once('exit', () => (end ??= {}));
  child.unref();
  await log.close();

  while (!end) {
    const postmaster = await findPostmaster(home.cluster);
    if (postmaster?.status === 'ready' && postmaster.pid === child.pid) return postmaster;
    if (Date.now() > until) {
      await stopPostmaster(home.cluster, 'fast', binaries);
      return {reason: `it was not ready after ${startPatience / 1000} seconds`};
    }
    await sleep(10);
  }
  return {reason: end.reason ?? lastWords(await readFile(logFile, 'utf8'))};
}

/** One log per start and the one before it: enough to see what went wrong, and it never grows for ever. */
async function openFreshLog(logFile: string, user: PostgresUser | null) {
  await rename(logFile, `${logFile}.1`).catch((error: unknown) => {
    if (errorCode(error) !== 'ENOENT') throw error;
  });
  const log = await open(logFile, 'a', 0o600);
  if (user) await chown(logFile, user.uid, user.gid);
  return log;
}

function lastWords(log: string): string {
  const lines = log.trim().split('\n');
  return lines.findLast((line) => /(FATAL|PANIC):/.test(line)) ?? lines.at(-1) ?? '';
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string' || address.port === 5432) return findFreePort();
  return address.port;
}
