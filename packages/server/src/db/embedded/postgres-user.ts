import {execFile} from 'node:child_process';
import {setTimeout as sleep} from 'node:timers/promises';
import {promisify} from 'node:util';

import {EmbeddedDatabaseError, errorCode} from './embedded-database-error.ts';

const run = promisify(execFile);

/** Whom PostgreSQL runs as. */
export type PostgresUser = {uid: number; gid: number};

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** PostgreSQL refuses to run as root, so then it is the system's user `postgres`, made when absent. Otherwise null: just ourselves. */
export async function findPostgresUser(): Promise<PostgresUser | null> {
  if (!isRoot()) return null;
  const existing = await lookUp();
  if (existing) return existing;

  // Another process may be making the same user at this moment, and have the system's list of users locked.
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    await createUser();
    const created = await lookUp();
    if (created) return created;
    await sleep(100);
  }
  throw new EmbeddedDatabaseError(
    'not-permitted',
    'PostgreSQL may not run as root and a user "postgres" could not be made: make one, or start Buurtkit as an ordinary user.',
  );
}

async function lookUp(): Promise<PostgresUser | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])]);
    return {uid: Number(uid.stdout), gid: Number(gid.stdout)};
  } catch {
    return null;
  }
}

async function createUser(): Promise<void> {
  const home = '/var/lib/buurtkit';
  const useradd = ['--system', '--user-group', '--no-create-home', '--home-dir', home, '--shell', '/usr/sbin/nologin', 'postgres'];
  const adduserOfBusybox = ['-S', '-D', '-H', '-h', home, '-s', '/sbin/nologin', 'postgres'];
  // A failure shows in the look-up that follows: it may well mean that somebody else was first.
  await run('useradd', useradd).catch(async (error: unknown) => {
    if (errorCode(error) === 'ENOENT') await run('adduser', adduserOfBusybox).catch(() => {});
  });
}

/** Whether this user can enter the folder. A folder above it with mode 700 is enough to keep it out. */
export async function canEnter(user: PostgresUser, folder: string): Promise<boolean> {
  return run('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], {...user, cwd: '/'}).then(
    () => true,
    () => false,
  );
}
