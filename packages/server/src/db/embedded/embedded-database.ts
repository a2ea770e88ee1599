import {resolve} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';

import {prepareCluster} from './cluster.ts';
import {canConnect, connectionUrl, ensureDatabase} from './connection.ts';
import {type DatabaseHome, prepareDatabaseHome, readDatabaseHome} from './database-home.ts';
import {EmbeddedDatabaseError, errorCode} from './embedded-database-error.ts';
import {claimOwnership, type Owner} from './ownership.ts';
import {findBinaries, type PostgresBinaries} from './postgres-binaries.ts';
import {findPostgresUser, type PostgresUser} from './postgres-user.ts';
import {findPostmaster, type Postmaster, stopPostmaster} from './postmaster.ts';
import {startPostmaster} from './start-postmaster.ts';

export type EmbeddedDatabase = {
  /** The owner's connection string of database `buurtkit`. */
  url: string;
  /** True when this process started or adopted PostgreSQL, and so has to stop it. */
  isOwner: boolean;
  /**
   * Ends PostgreSQL when we own it: `fast` is over within 4 seconds, `smart` first gives others who are connected 10 seconds.
   * Close your own connections before. Nothing happens when we don't own it.
   */
  stop(how?: 'fast' | 'smart'): Promise<void>;
};

export type OpenOptions = {
  dataFolder: string;
  /** `serve` wants the data folder for itself; `command` is content with the PostgreSQL of whoever has it. */
  mode: 'serve' | 'command';
  /** One line for people. */
  log: (line: string) => void;
};

// A command that finishes gives others 10 seconds; whoever starts meanwhile waits a little longer than that.
const patienceWithCommand = 15_000;
const patienceWithStart = 30_000;

/**
 * The PostgreSQL of a data folder: started, adopted from a process that died, or that of the process that has it.
 *
 * @throws {EmbeddedDatabaseError} `data-in-use` when mode is `serve` and another process has the data folder.
 */
export async function openEmbeddedDatabase({dataFolder, mode, log}: OpenOptions): Promise<EmbeddedDatabase> {
  const folder = resolve(dataFolder);
  try {
    const binaries = await findBinaries(folder);
    const user = await findPostgresUser();
    const home = await prepareDatabaseHome(folder, user, log);
    return await openHome({home, binaries, user}, {dataFolder: folder, mode, log});
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error) ?? '')) throw error;
    throw new EmbeddedDatabaseError(
      'not-permitted',
      `The data folder ${folder} can't be read and written by this user: run as the user that made it, or choose another folder (BUURTKIT_DATA).`,
      {cause: error},
    );
  }
}

/** Only looks: the connection string of the live PostgreSQL of a data folder, or null. */
export async function findEmbeddedDatabase(dataFolder: string): Promise<string | null> {
  const home = await readDatabaseHome(resolve(dataFolder));
  return home ? findUrl(home) : null;
}

type Installation = {
  home: DatabaseHome;
  binaries: PostgresBinaries;
  user: PostgresUser | null;
};

async function openHome(installation: Installation, {dataFolder, mode, log}: OpenOptions): Promise<EmbeddedDatabase> {
  const {home} = installation;
  const startedAt = Date.now();
  let hasSaidSo = false;
  for (;;) {
    const claim = await claimOwnership(home.folder, mode);
    if (claim.isOurs) return openOwn(installation, claim.release, log);

    const {owner} = claim;
    const waited = Date.now() - startedAt;
    if (mode === 'serve' && (owner.mode === 'serve' || waited > patienceWithCommand)) throw inUse(dataFolder, owner);
    const url = mode === 'command' ? await findUrl(home) : null;
    if (url) return {url, isOwner: false, stop: async () => {}};
    if (waited > patienceWithStart) throw noAnswer(dataFolder, owner);
    if (waited > 1000 && !hasSaidSo) {
      log(`Waiting for process ${owner.pid}, which has the data folder ${dataFolder}.`);
      hasSaidSo = true;
    }
    await sleep(25);
  }
}

async function openOwn(installation: Installation, release: () => Promise<void>, log: OpenOptions['log']): Promise<EmbeddedDatabase> {
  const {home, binaries} = installation;
  const stop = async (how: 'fast' | 'smart' = 'fast') => {
    await stopPostmaster(home.cluster, how, binaries);
    await release();
  };
  try {
    const postmaster = await startOrAdopt(installation, log);
    const url = connectionUrl(postmaster.port, home.password);
    await ensureDatabase(url);
    return {url, isOwner: true, stop};
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startOrAdopt({home, binaries, user}: Installation, log: OpenOptions['log']): Promise<Postmaster> {
  const clusterUser = await prepareCluster(home, binaries, user);
  const until = Date.now() + patienceWithStart;
  for (;;) {
    const postmaster = await findPostmaster(home.cluster);
    if (!postmaster) return startPostmaster(home, binaries, clusterUser);
    if (postmaster.status === 'ready') {
      log(`Took over the PostgreSQL (process ${postmaster.pid}) of a Buurtkit that ended without stopping it.`);
      return postmaster;
    }
    if (postmaster.status === 'stopping' || Date.now() > until) await stopPostmaster(home.cluster, 'fast', binaries);
    await sleep(25);
  }
}

async function findUrl(home: DatabaseHome): Promise<string | null> {
  const postmaster = await findPostmaster(home.cluster);
  if (postmaster?.status !== 'ready') return null;
  const url = connectionUrl(postmaster.port, home.password);
  return (await canConnect(url)) ? url : null;
}

function inUse(dataFolder: string, owner: Owner): EmbeddedDatabaseError {
  const who = owner.mode === 'serve' ? 'a Buurtkit server' : 'a Buurtkit command';
  return new EmbeddedDatabaseError(
    'data-in-use',
    `The data folder ${dataFolder} is in use by ${who} (process ${owner.pid}): stop it first, or choose another folder (BUURTKIT_DATA).`,
  );
}

function noAnswer(dataFolder: string, owner: Owner): EmbeddedDatabaseError {
  return new EmbeddedDatabaseError(
    'start-failed',
    `Process ${owner.pid} has the data folder ${dataFolder}, but its PostgreSQL does not answer: stop that process and try again.`,
  );
}
