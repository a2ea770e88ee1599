import {execFile, spawn} from 'node:child_process';
import {chmod, mkdtemp, readFile, readdir, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir, totalmem} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';

import pg from 'pg';
import {afterAll, afterEach, beforeAll, expect, test} from 'vitest';

import {readDatabaseHome} from './database-home.ts';
import {type EmbeddedDatabase, findEmbeddedDatabase, openEmbeddedDatabase} from './embedded-database.ts';
import {findBinaries} from './postgres-binaries.ts';
import {findPostmaster, stopPostmaster} from './postmaster.ts';
import {processStart} from './process-start.ts';
import {cacheMegabytes} from './start-postmaster.ts';
import {anotherProcess, type OwnerProcess} from './testing/owner-process.ts';

const cleanUps: (() => Promise<unknown>)[] = [];

/** A folder that was used and stopped before: copied where a test is not about the very first start. */
let usedFolder: string;
/** For the tests that only look at a running database. */
let running: {dataFolder: string; database: EmbeddedDatabase};

beforeAll(async () => {
  usedFolder = await makeDataFolder();
  await (await open(usedFolder)).stop();
  const dataFolder = await copyOf(usedFolder);
  running = {dataFolder, database: await open(dataFolder)};
});

afterAll(async () => {
  await removeDataFolder(running.dataFolder);
  await removeDataFolder(usedFolder);
});

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

test('what was written is still there after a restart', async () => {
  const dataFolder = await aNewDataFolder();
  const first = await open(dataFolder);
  await write(first.url, 'soep op dinsdag');
  await first.stop();

  const second = await open(dataFolder);

  expect(await notes(second.url)).toEqual(['soep op dinsdag']);
});

test('the database keeps as much in memory as suits the machine', async () => {
  const gigabyte = 2 ** 30;

  expect([gigabyte / 4, gigabyte, 4 * gigabyte, 64 * gigabyte].map(cacheMegabytes)).toEqual([128, 256, 1024, 2048]);
  const [{shared_buffers: kept}] = await run(running.database.url, 'show shared_buffers');
  expect(kept).toMatch(/^\d+[MG]B$/);
  expect(kept).not.toBe(cacheMegabytes(totalmem()) > 128 ? '128MB' : '');
});

test('a folder without a running database has no address, one with it has, and after stopping it is gone', async () => {
  const dataFolder = await aNewDataFolder();
  const before = await findEmbeddedDatabase(dataFolder);

  const database = await open(dataFolder);
  const during = await findEmbeddedDatabase(dataFolder);
  await database.stop();

  expect([before, during, await findEmbeddedDatabase(dataFolder)]).toEqual([null, database.url, null]);
  expect(await readdir((await homeOf(dataFolder)).folder)).not.toContain('owner.json');
});

test('a second server on the same folder is refused', async () => {
  const {dataFolder} = running;

  const second = await other(dataFolder, 'serve');

  expect(second.answer.code).toBe('data-in-use');
  await expect(openEmbeddedDatabase({dataFolder, mode: 'serve', log: ignoreLine})).rejects.toMatchObject({code: 'data-in-use'});
});

test('a command works in the database of the running server and leaves it running', async () => {
  const {dataFolder, database: server} = running;

  const command = await other(dataFolder, 'command');
  await write(command.answer.url!, 'van de opdracht');
  await command.stop('smart');

  expect(command.answer).toEqual({url: server.url, isOwner: false});
  expect(await notes(server.url)).toEqual(['van de opdracht']);
});

test('after a server was killed the next one takes over its database as it runs', async () => {
  const dataFolder = await aDataFolder();
  const killed = await other(dataFolder, 'serve');
  await write(killed.answer.url!, 'net bewaard');
  const before = await postmasterOf(dataFolder);
  await killed.kill();

  const next = await open(dataFolder);

  expect(next).toMatchObject({url: killed.answer.url, isOwner: true});
  expect(await postmasterOf(dataFolder)).toEqual(before);
  expect(await notes(next.url)).toEqual(['net bewaard']);
  await next.stop();
  expect(await processStart(before.pid)).toBeNull();
});

test('after server and database were killed nothing that was acknowledged is lost', async () => {
  const dataFolder = await aDataFolder();
  const killed = await other(dataFolder, 'serve');
  await write(killed.answer.url!, 'net bewaard');
  await killPostmaster(dataFolder);
  await killed.kill();

  const next = await open(dataFolder);

  expect(await notes(next.url)).toEqual(['net bewaard']);
});

test('when only the database was killed, a command says so and stopping the server works', async () => {
  const dataFolder = await aDataFolder();
  const server = await open(dataFolder);
  await write(server.url, 'net bewaard');
  await killPostmaster(dataFolder);

  const address = await findEmbeddedDatabase(dataFolder);
  await server.stop();
  const next = await open(dataFolder);

  expect(address).toBeNull();
  expect(await notes(next.url)).toEqual(['net bewaard']);
});

test('of six commands that start at once on a new folder one starts the database, and all can use it', async () => {
  const dataFolder = await aNewDataFolder();

  const crowd = await Promise.all(Array.from({length: 6}, () => other(dataFolder, 'command')));

  expect(crowd.filter(({answer}) => answer.isOwner)).toHaveLength(1);
  await Promise.all(crowd.map(({answer}, i) => write(answer.url!, `van ${i}`)));
  expect(await notes(crowd[0]!.answer.url!)).toHaveLength(6);
});

test('of five servers that start at once after a crash one gets the folder and the others are refused', async () => {
  const dataFolder = await aDataFolder();
  const killed = await other(dataFolder, 'serve');
  await killPostmaster(dataFolder);
  await killed.kill();

  const crowd = await Promise.all(Array.from({length: 5}, () => other(dataFolder, 'serve')));

  expect(crowd.filter(({answer}) => answer.isOwner)).toHaveLength(1);
  expect(crowd.filter(({answer}) => answer.code === 'data-in-use')).toHaveLength(4);
});

test('a command that is done lets the others who use its database finish first', async () => {
  const dataFolder = await aDataFolder();
  const first = await other(dataFolder, 'command');
  const second = await other(dataFolder, 'command');
  const work = aClient(second.answer.url!);
  await work.connect();

  const stopping = first.stop('smart');
  const result = await work.query(`select pg_sleep(0.5), 'af' as state`);
  await work.end();
  await stopping;

  expect(result.rows[0].state).toBe('af');
  expect(await findEmbeddedDatabase(dataFolder)).toBeNull();
});

test('a server stops within four seconds, also when somebody is busy in its database', async () => {
  const dataFolder = await aDataFolder();
  const database = await open(dataFolder);
  const busy = aClient(database.url);
  await busy.connect();
  const query = busy.query('select pg_sleep(60)').catch((error: unknown) => error);

  const startedAt = performance.now();
  await database.stop('fast');

  expect(performance.now() - startedAt).toBeLessThan(4000);
  expect(await query).toBeInstanceOf(Error);
});

test('a database of another PostgreSQL version is refused and left alone', async () => {
  const dataFolder = await aDataFolder();
  const {cluster, folder} = await homeOf(dataFolder);
  await writeFile(join(cluster, 'PG_VERSION'), '16\n');

  const opening = openEmbeddedDatabase({dataFolder, mode: 'serve', log: ignoreLine});

  await expect(opening).rejects.toMatchObject({code: 'version-mismatch'});
  expect(await readFile(join(cluster, 'PG_VERSION'), 'utf8')).toBe('16\n');
  expect(await readdir(folder)).not.toContain('owner.json');
});

test('another program that got the process ids of a killed server and database is neither believed nor harmed', async () => {
  const dataFolder = await aDataFolder();
  const killed = await other(dataFolder, 'serve');
  const {folder, cluster} = await homeOf(dataFolder);
  await killPostmaster(dataFolder);
  await killed.kill();
  const {uid, gid} = await stat(cluster);
  const stranger = spawn('sleep', ['60'], {uid, gid, stdio: 'ignore', cwd: '/'});
  cleanUps.push(async () => stranger.kill());
  await replaceIn(join(cluster, 'postmaster.pid'), /^\d+/, String(stranger.pid));
  await replaceIn(join(folder, 'owner.json'), /"pid":\d+/, `"pid":${stranger.pid}`);

  const next = await open(dataFolder);

  expect(next.isOwner).toBe(true);
  expect((await postmasterOf(dataFolder)).pid).not.toBe(stranger.pid);
  expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
});

test('the database starts below a folder that only one user can enter, too', async () => {
  const parent = await aNewDataFolder();
  await chmod(parent, 0o700);
  const dataFolder = join(parent, 'data');
  const lines: string[] = [];

  const database = await openEmbeddedDatabase({dataFolder, mode: 'serve', log: (line) => lines.push(line)});
  cleanUps.push(() => removeDataFolder(dataFolder));
  await write(database.url, 'bereikbaar');

  const isRoot = process.getuid?.() === 0;
  expect((await homeOf(dataFolder)).folder.startsWith('/var/lib/buurtkit/')).toBe(isRoot);
  expect(lines).toHaveLength(isRoot ? 1 : 0);
  expect(await notes(database.url)).toEqual(['bereikbaar']);
});

test('the password is for the owner of the folder only, and without it nobody gets in', async () => {
  const {dataFolder, database} = running;
  const withoutPassword = new URL(database.url);
  withoutPassword.password = 'guess';

  await expect(notes(withoutPassword.href)).rejects.toMatchObject({code: '28P01'});
  expect((await stat(join(dataFolder, 'postgres.json'))).mode & 0o777).toBe(0o600);
});

test('a crash in the database passes, and what people wrote never ends up in its log', async () => {
  const dataFolder = await aDataFolder();
  const {url} = await open(dataFolder);
  const canary = 'kanarie@voorbeeld.example';
  await write(url, canary);

  const client = aClient(url);
  await client.connect();
  await client.query('create unique index on note (text)');
  await expect(client.query('insert into note values ($1)', [canary])).rejects.toMatchObject({code: '23505'});
  await expect(client.query(`select '${canary}'::int`)).rejects.toMatchObject({code: '22P02'});
  await expect(client.query('select $1::int', [canary])).rejects.toMatchObject({code: '22P02'});
  const crash = client.query(`select pg_sleep(60), '${canary}'`).catch((error: unknown) => error);
  const {pid} = await sleepingBackend(url);
  process.kill(pid, 'SIGKILL');
  await crash;

  await expect.poll(() => findEmbeddedDatabase(dataFolder)).toBe(url);
  const {folder} = await homeOf(dataFolder);
  const log = await readFile(join(folder, 'postgres.log'), 'utf8');
  expect(log).toContain('was terminated by signal 9');
  expect(log).not.toContain('kanarie');
});

test('Dutch words with accents are whole words, in capitals and in likeness', async () => {
  const {url} = running.database;
  await run(url, 'create extension pg_trgm');

  const rows = await run(url, `select lower('CAFÉ') as small, similarity('één', 'één') as same, similarity('één', 'en') as other`);

  expect(rows).toEqual([{small: 'café', same: 1, other: 0}]);
});

function ignoreLine(): void {}

async function aDataFolder(): Promise<string> {
  const folder = await copyOf(usedFolder);
  cleanUps.push(() => removeDataFolder(folder));
  return folder;
}

async function aNewDataFolder(): Promise<string> {
  const folder = await makeDataFolder();
  cleanUps.push(() => removeDataFolder(folder));
  return folder;
}

async function copyOf(dataFolder: string): Promise<string> {
  const copy = await makeDataFolder();
  // Unlike fs.cp it keeps the owner, which PostgreSQL insists on.
  await promisify(execFile)('cp', ['-a', `${dataFolder}/.`, copy]);
  return copy;
}

async function makeDataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'buurtkit-embedded-'));
  await chmod(folder, 0o755);
  return folder;
}

async function removeDataFolder(folder: string): Promise<void> {
  const home = await readDatabaseHome(folder);
  if (home) {
    await stopPostmaster(home.cluster, 'fast', await findBinaries(folder));
    await rm(home.folder, {recursive: true});
  }
  await rm(folder, {recursive: true, force: true});
}

function open(dataFolder: string) {
  return openEmbeddedDatabase({dataFolder, mode: 'serve', log: ignoreLine});
}

async function other(dataFolder: string, mode: 'serve' | 'command'): Promise<OwnerProcess> {
  const process = await anotherProcess(dataFolder, mode);
  cleanUps.push(() => process.kill());
  return process;
}

async function homeOf(dataFolder: string) {
  const home = await readDatabaseHome(dataFolder);
  if (!home) throw new Error(`no database in ${dataFolder}`);
  return home;
}

async function postmasterOf(dataFolder: string) {
  const postmaster = await findPostmaster((await homeOf(dataFolder)).cluster);
  if (!postmaster) throw new Error(`no PostgreSQL for ${dataFolder}`);
  return postmaster;
}

async function killPostmaster(dataFolder: string): Promise<void> {
  const {pid} = await postmasterOf(dataFolder);
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => processStart(pid), {interval: 5}).toBeNull();
}

async function replaceIn(file: string, pattern: RegExp, replacement: string): Promise<void> {
  await writeFile(file, (await readFile(file, 'utf8')).replace(pattern, replacement));
}

function aClient(url: string): pg.Client {
  const client = new pg.Client({connectionString: url});
  client.on('error', () => {});
  cleanUps.push(() => client.end());
  return client;
}

async function run(url: string, statement: string, values: string[] = []) {
  const client = new pg.Client({connectionString: url});
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query(statement, values)).rows;
  } finally {
    await client.end();
  }
}

async function write(url: string, text: string): Promise<void> {
  await run(url, 'do $$ begin perform pg_advisory_xact_lock(1); create table if not exists note (text text); end $$');
  await run(url, 'insert into note values ($1)', [text]);
}

async function notes(url: string): Promise<string[]> {
  return (await run(url, 'select text from note order by text')).map(({text}) => text);
}

async function sleepingBackend(url: string): Promise<{pid: number}> {
  const statement = `select pid from pg_stat_activity where query like 'select pg_sleep%' and pid <> pg_backend_pid()`;
  await expect.poll(() => run(url, statement)).toHaveLength(1);
  return (await run(url, statement))[0];
}
