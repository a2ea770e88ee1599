import {createReadStream, createWriteStream} from 'node:fs';
import {mkdtemp, open, rename, rm} from 'node:fs/promises';
import {dirname, join, resolve} from 'node:path';
import {pipeline} from 'node:stream/promises';
import type pg from 'pg';
import {pack, type Pack} from 'tar-stream';
import {CommandError} from '../command-error.ts';
import {connectOwner} from '../db/migrate.ts';
import {entryName, formatVersion, manifestName, type BackedUpTable, type Manifest} from './backup-file.ts';
import {copyTable} from './copy-table.ts';
import {readMigrations, readTables} from './table-order.ts';

/**
 * Writes the whole database as it is at one moment to one file, however many write meanwhile. The file is there when it is
 * whole, and only its owner can read it: it holds what people entrusted to the community.
 */
export async function backup(url: string, file: string): Promise<Manifest> {
  const path = resolve(file);
  const folder = await mkdtemp(join(dirname(path), '.buurtkit-backup-')).catch((cause: unknown) => {
    throw new CommandError('file.unwritable', `${dirname(path)} is no folder that can be written in.`, {cause});
  });
  const client = await connectOwner(url);
  try {
    const manifest = await spoolTables(client, folder);
    const part = `${path}.part`;
    await rm(part, {force: true});
    const archive = pack();
    await Promise.all([pipeline(archive, createWriteStream(part, {mode: 0o600})), fillArchive(archive, manifest, folder)]);
    await flush(part);
    await rename(part, path);
    await flush(dirname(path));
    return manifest;
  } finally {
    await client.end();
    await rm(folder, {recursive: true, force: true});
  }
}

async function spoolTables(client: pg.Client, folder: string): Promise<Manifest> {
  await client.query('begin isolation level repeatable read read only');
  const migrations = await readMigrations(client);
  if (migrations.length === 0)
    throw new CommandError('database-empty', 'There is nothing to back up: this database has no tables of Buurtkit.');
  const {rows: moments} = await client.query<{now: Date}>('select now()');
  const {rows: sequences} = await client.query<{name: string; value: string | null}>(
    'select sequencename as name, last_value::text as value from pg_sequences where schemaname = current_schema() order by 1',
  );
  const tables: BackedUpTable[] = [];
  for (const table of await readTables(client)) {
    const copied = await copyTable(client, table, createWriteStream(spoolPath(folder, table), {mode: 0o600}));
    tables.push({name: table.name, columns: table.columns, ...copied});
  }
  await client.query('commit');
  return {format: 'buurtkit-backup', version: formatVersion, takenAt: moments[0]?.now.toISOString() ?? '', migrations, tables, sequences};
}

async function fillArchive(archive: Pack, manifest: Manifest, folder: string): Promise<void> {
  const mtime = new Date(manifest.takenAt);
  archive.entry({name: manifestName, mode: 0o600, mtime}, `${JSON.stringify(manifest, null, 1)}\n`);
  for (const table of manifest.tables) {
    const entry = archive.entry({name: entryName(table), size: table.bytes, mode: 0o600, mtime});
    await pipeline(createReadStream(spoolPath(folder, table)), entry);
  }
  archive.finalize();
}

function spoolPath(folder: string, table: {name: string}): string {
  return join(folder, `${table.name}.copy`);
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
