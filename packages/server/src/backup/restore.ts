import {createReadStream} from 'node:fs';
import {stat} from 'node:fs/promises';
import {Writable} from 'node:stream';
import {DatabaseError as PostgresError, type Client} from 'pg';
import {extract} from 'tar-stream';
import {CommandError} from '../command-error.ts';
import {connectOwner, migrate, newestMigration} from '../db/migrate.ts';
import {entryName, manifestName, manifestSchema, type BackedUpTable, type Manifest} from './backup-file.ts';
import {copyTable, fillTable, type Copied} from './copy-table.ts';
import {quote, readMigrations, readTables, type TableShape} from './table-order.ts';

/** Fills an empty database from a backup, all or nothing, and brings it up to date. */
export async function restore(url: string, file: string): Promise<Manifest> {
  if (!(await stat(file).catch(() => null))?.isFile()) throw new CommandError('file.not-found', `There is no file ${file}.`);
  const manifest = await readManifest(file);
  const version = manifest.migrations.at(-1) ?? '';
  if (version > (await newestMigration()))
    throw new CommandError('backup.too-new', `${file} is of a newer Buurtkit (${version}): restore it with that version, or a newer one.`);

  const client = await connectOwner(url);
  try {
    await requireEmpty(client);
    await migrate(url, {until: version});
    if ((await readMigrations(client)).join() !== manifest.migrations.join())
      throw new CommandError('database-too-new', 'This database was migrated further than the backup: restore into a new database.');
    await fillDatabase(client, manifest, file);
  } finally {
    await client.end();
  }
  await migrate(url);
  return manifest;
}

async function requireEmpty(client: Client): Promise<void> {
  const {rows} = await client.query<{isThere: boolean}>(`select to_regclass('communities') is not null as "isThere"`);
  if (!rows[0]?.isThere) return;
  const {rows: found} = await client.query('select from communities limit 1');
  if (found.length > 0)
    throw new CommandError('database-not-empty', 'This database has communities: restore into an empty one, so that nothing is lost.');
}

async function fillDatabase(client: Client, manifest: Manifest, file: string): Promise<void> {
  await client.query('begin');
  try {
    const shapes = await readTables(client);
    const tables = shapes.map((shape) => quote(shape.name)).join(', ');
    // What triggers keep up to date stands in the backup as it was: they would add it a second time.
    await setTriggers(client, shapes, 'disable');
    await client.query(`truncate ${tables}`);
    await readTablesOf(file, manifest, async (table, rows) => requireSame(table, await fillTable(client, table, rows), file));
    for (const table of manifest.tables) {
      const shape = shapes.find((each) => each.name === table.name);
      if (!shape) throw damaged(file);
      requireSame(table, await copyTable(client, shape, nowhere()), file);
    }
    for (const {name, value} of manifest.sequences)
      if (value !== null) await client.query('select setval($1::regclass, $2)', [quote(name), value]);
    await setTriggers(client, shapes, 'enable');
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw isRefusedData(error) ? damaged(file, error) : error;
  }
}

async function setTriggers(client: Client, shapes: readonly TableShape[], state: 'enable' | 'disable'): Promise<void> {
  for (const shape of shapes) await client.query(`alter table ${quote(shape.name)} ${state} trigger user`);
}

/** PostgreSQL could not read a row (class 22 and the protocol's own code), or rows do not fit together (class 23). */
function isRefusedData(error: unknown): boolean {
  return error instanceof PostgresError && /^(?:22|23|08P01)/.test(error.code ?? '');
}

function requireSame(table: BackedUpTable, copied: Copied, file: string): void {
  if (copied.sha256 !== table.sha256 || copied.rows !== table.rows) throw damaged(file);
}

function damaged(file: string, cause?: unknown): CommandError {
  return new CommandError('backup.damaged', `${file} is no whole backup of Buurtkit: nothing was restored.`, {cause});
}

function nowhere(): Writable {
  return new Writable({write: (_chunk, _encoding, done) => done()});
}

async function readManifest(file: string): Promise<Manifest> {
  for await (const entry of entriesOf(file)) {
    if (entry.header.name !== manifestName) break;
    const pieces: Buffer[] = [];
    for await (const piece of piecesOf(entry, file)) pieces.push(piece);
    const parsed = manifestSchema.safeParse(parseJson(Buffer.concat(pieces).toString('utf8')));
    if (parsed.success) return parsed.data;
    break;
  }
  throw damaged(file);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Hands out each table's rows, in the order of the manifest: whatever else is in the file, or is missing, is damage. */
async function readTablesOf(
  file: string,
  {tables}: Manifest,
  fill: (table: BackedUpTable, rows: AsyncIterable<Buffer>) => Promise<void>,
): Promise<void> {
  let index = -1;
  for await (const entry of entriesOf(file)) {
    const table = tables[index];
    if (index < 0 ? entry.header.name !== manifestName : !table || entry.header.name !== entryName(table)) throw damaged(file);
    if (table) await fill(table, piecesOf(entry, file));
    else entry.resume();
    index += 1;
  }
  if (index !== tables.length) throw damaged(file);
}

async function* piecesOf(entry: AsyncIterable<unknown>, file: string): AsyncGenerator<Buffer> {
  try {
    for await (const piece of entry) yield piece as Buffer;
  } catch (error) {
    throw damaged(file, error);
  }
}

async function* entriesOf(file: string) {
  const entries = extract();
  const source = createReadStream(file);
  source.on('error', (error) => entries.destroy(error));
  source.pipe(entries);
  try {
    yield* entries;
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw damaged(file, error);
  } finally {
    source.destroy();
  }
}
