import {execFile} from 'node:child_process';
import {chown, mkdir, readFile, rename, rm, stat, unlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';

import type {DatabaseHome} from './database-home.ts';
import {EmbeddedDatabaseError, errorCode} from './embedded-database-error.ts';
import {type PostgresBinaries, program} from './postgres-binaries.ts';
import {postgresEnvironment} from './postgres-environment.ts';
import {canEnter, type PostgresUser} from './postgres-user.ts';

/** Makes the cluster when there is none, and says whom PostgreSQL has to run as there. Only its owner may call this. */
export async function prepareCluster(
  home: DatabaseHome,
  binaries: PostgresBinaries,
  user: PostgresUser | null,
): Promise<PostgresUser | null> {
  const madeBy = await clusterVersion(home);
  if (madeBy === null) {
    await initialise(home, binaries, user);
    return user;
  }
  if (madeBy !== String(binaries.majorVersion)) {
    throw new EmbeddedDatabaseError(
      'version-mismatch',
      `The database in ${home.cluster} was made by PostgreSQL ${madeBy} and this Buurtkit brings PostgreSQL ${binaries.majorVersion}: ` +
        'run "buurtkit backup FILE" with the Buurtkit that made it, then "buurtkit restore FILE" with this one and an empty data folder (BUURTKIT_DATA).',
    );
  }
  if (!user) return null;

  // Root may look after a database that an ordinary user began.
  const {uid, gid} = await stat(home.cluster);
  const owner = {uid, gid};
  if (await canEnter(owner, home.cluster)) return owner;
  throw new EmbeddedDatabaseError(
    'not-permitted',
    `The user that owns ${home.cluster} (${uid}) can't reach it any more: give the folders above it execute permission for others (chmod o+x).`,
  );
}

async function clusterVersion({cluster}: DatabaseHome): Promise<string | null> {
  try {
    return (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return null;
  }
}

/** Works in a folder of its own and renames, so that a cluster that is there is a whole one. */
async function initialise(home: DatabaseHome, binaries: PostgresBinaries, user: PostgresUser | null): Promise<void> {
  const draft = join(home.folder, 'cluster-draft');
  const passwordFile = join(home.folder, 'initdb-password');
  await rm(draft, {recursive: true, force: true});
  await mkdir(draft, {mode: 0o700});
  await writeFile(passwordFile, home.password, {mode: 0o600});
  if (user) await Promise.all([draft, passwordFile].map((path) => chown(path, user.uid, user.gid)));

  try {
    await runInitdb([`--pwfile=${passwordFile}`, '-D', draft], home, binaries, user);
    await rename(draft, home.cluster);
  } catch (error) {
    if (error instanceof EmbeddedDatabaseError) throw error;
    throw new EmbeddedDatabaseError('start-failed', `The database could not be made in ${home.folder}: ${whatWasSaid(error)}`, {
      cause: error,
    });
  } finally {
    await unlink(passwordFile);
  }
}

/**
 * Order and case are PostgreSQL's own, the same on every computer; Dutch order is asked for by name where it matters.
 * pg_trgm asks the system whether é is a letter, and the locale C says no, so the character types come from the first system locale that knows.
 */
async function runInitdb(paths: string[], home: DatabaseHome, binaries: PostgresBinaries, user: PostgresUser | null): Promise<void> {
  const options = ['--username=buurtkit', '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C'];
  options.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8');
  const characterTypes = ['C.UTF-8', 'en_US.UTF-8', 'C'];
  for (const characterType of characterTypes) {
    try {
      await promisify(execFile)(program(binaries, 'initdb'), [...options, `--lc-ctype=${characterType}`, ...paths], {
        ...user,
        cwd: home.folder,
        env: postgresEnvironment(),
        windowsHide: true,
      });
      return;
    } catch (error) {
      if (errorCode(error) === 'ENOENT') throw cannotRun(binaries, error);
      if (!whatWasSaid(error).includes('invalid locale name') || characterType === characterTypes.at(-1)) throw error;
    }
  }
}

function whatWasSaid(error: unknown): string {
  const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
  return said || String(error);
}

function cannotRun(binaries: PostgresBinaries, cause: unknown): EmbeddedDatabaseError {
  return new EmbeddedDatabaseError(
    'binaries-missing',
    `PostgreSQL's programs in ${binaries.folder} can't run on this system (on Linux they need glibc, which Alpine has not): ` +
      'set DATABASE_URL to a PostgreSQL of your own.',
    {cause},
  );
}
