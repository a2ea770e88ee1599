import {createHash, randomBytes} from 'node:crypto';
import {chmod, link, mkdir, readFile, realpath, rmdir, unlink, writeFile} from 'node:fs/promises';
import {join, resolve} from 'node:path';

import {errorCode} from './embedded-database-error.ts';
import {canEnter, type PostgresUser} from './postgres-user.ts';

/** Where the database of a data folder lives, and the password of its owner. */
export type DatabaseHome = {
  folder: string;
  /** What `initdb` made and PostgreSQL works in. */
  cluster: string;
  password: string;
};

/** Written once, in the data folder: `folder` is relative when the database lives inside, so that a data folder can be moved. */
type HomeRecord = {folder: string; password: string};

const outsideRoot = '/var/lib/buurtkit';

export async function readDatabaseHome(dataFolder: string): Promise<DatabaseHome | null> {
  const text = await readFile(recordFile(dataFolder), 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const record = JSON.parse(text) as HomeRecord;
  const folder = await realpath(resolve(dataFolder, record.folder));
  return {folder, cluster: join(folder, 'cluster'), password: record.password};
}

/** The database's home, decided at the first start: inside the data folder, or outside when PostgreSQL's user can't get there. */
export async function prepareDatabaseHome(
  dataFolder: string,
  user: PostgresUser | null,
  log: (line: string) => void,
): Promise<DatabaseHome> {
  await mkdir(dataFolder, {recursive: true});
  const existing = await readDatabaseHome(dataFolder);
  if (existing) return existing;

  const isOutside = user !== null && !(await canEnter(user, await realpath(dataFolder)));
  const folder = isOutside ? await makeHomeOutside(dataFolder) : await makeHomeInside(dataFolder, user);
  const isFirst = await writeRecord(dataFolder, {folder, password: randomBytes(24).toString('base64url')});
  if (isOutside && isFirst) log(`PostgreSQL's user can't reach ${dataFolder}; the database lives in ${folder}.`);
  if (isOutside && !isFirst) await rmdir(folder);

  const prepared = await readDatabaseHome(dataFolder);
  if (!prepared) throw new Error(`${recordFile(dataFolder)} was removed while the database was being prepared`);
  return prepared;
}

function recordFile(dataFolder: string): string {
  return join(dataFolder, 'postgres.json');
}

/** False when another process was first. */
async function writeRecord(dataFolder: string, record: HomeRecord): Promise<boolean> {
  const draft = join(dataFolder, `postgres-${randomBytes(8).toString('hex')}.json`);
  await writeFile(draft, `${JSON.stringify(record, null, 2)}\n`, {mode: 0o600, flush: true});
  try {
    await link(draft, recordFile(dataFolder));
    return true;
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    return false;
  } finally {
    await unlink(draft);
  }
}

async function makeHomeInside(dataFolder: string, user: PostgresUser | null): Promise<string> {
  const folder = join(dataFolder, 'postgres');
  await mkdir(folder, {recursive: true, mode: 0o700});
  if (user) await chmod(folder, 0o755);
  return 'postgres';
}

/** A data folder that was removed and made again starts empty: what an earlier one left outside is never taken over. */
async function makeHomeOutside(dataFolder: string): Promise<string> {
  await mkdir(outsideRoot, {recursive: true});
  await chmod(outsideRoot, 0o755);
  const hash = createHash('sha256')
    .update(await realpath(dataFolder))
    .digest('hex')
    .slice(0, 16);
  for (let attempt = 1; ; attempt += 1) {
    const folder = join(outsideRoot, attempt === 1 ? hash : `${hash}-${attempt}`);
    try {
      await mkdir(folder);
      await chmod(folder, 0o755);
      return folder;
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
}
