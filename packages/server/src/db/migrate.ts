import {readdir, readFile} from 'node:fs/promises';
import pg from 'pg';

const folder = new URL('../../migrations/', import.meta.url);

export class DatabaseError extends Error {
  readonly code: 'database-unreachable' | 'database-too-old' | 'database-too-new' | 'database-not-empty' | 'database-rights';

  constructor(code: DatabaseError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** What a database administrator runs once where the owner may not make roles or extensions. */
export const setupStatements = `do $$ begin
  if not exists (select from pg_roles where rolname = 'buurtkit_app') then create role buurtkit_app nologin; end if;
  if not exists (select from pg_roles where rolname = 'buurtkit_public') then create role buurtkit_public nologin; end if;
exception when duplicate_object or unique_violation then null;
end $$;
do $$ begin
  if not pg_has_role(current_user, 'buurtkit_app', 'set') then execute format('grant buurtkit_app to %I', current_user); end if;
  if not pg_has_role(current_user, 'buurtkit_public', 'set') then execute format('grant buurtkit_public to %I', current_user); end if;
exception when unique_violation then null;
end $$;
create extension if not exists pg_trgm with schema public;
create extension if not exists unaccent with schema public;
create extension if not exists btree_gist with schema public;
`;

// Any number of servers may start at once: one migrates, the others wait for this lock.
const migrationLock = 7_208_871;

export async function connectOwner(url: string): Promise<pg.Client> {
  const client = newClient(url);
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (cause) {
    const {host, port} = client;
    throw new DatabaseError(
      'database-unreachable',
      `The database at ${host}:${port} can't be reached: check DATABASE_URL, and that PostgreSQL runs there.`,
      {cause},
    );
  }
}

function newClient(url: string): pg.Client {
  try {
    return new pg.Client({connectionString: url, connectionTimeoutMillis: 5000, application_name: 'buurtkit migrate'});
  } catch {
    // What was thrown holds the password.
    throw new DatabaseError(
      'database-unreachable',
      'DATABASE_URL is no address of a database: write it as postgres://user:password@host:5432/database.',
    );
  }
}

/** The newest migration of this version of Buurtkit. */
export async function newestMigration(): Promise<string> {
  return (await migrationFiles()).at(-1) ?? '';
}

async function migrationFiles(): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
}

/** Brings the database up to `until` (default: the newest); forward only. Returns the names of what it applied. */
export async function migrate(url: string, {until}: {until?: string} = {}): Promise<string[]> {
  const client = await connectOwner(url);
  try {
    await requireSupportedVersion(client);
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await client.query('create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())');
    const {rows} = await client.query<{name: string}>('select name from migrations order by name');
    const applied = new Set(rows.map((row) => row.name));
    const files = await migrationFiles();
    const unknown = [...applied].filter((name) => !files.includes(name));
    if (unknown.length > 0)
      throw new DatabaseError(
        'database-too-new',
        `The database was migrated by a newer Buurtkit (${unknown.at(-1)}): start that version, or a newer one.`,
      );
    const due = files.filter((name) => !applied.has(name) && (!until || name <= until));
    if (due.length > 0) await setUp(client);
    for (const name of due) await applyMigration(client, name);
    return due;
  } finally {
    await client.end();
  }
}

async function requireSupportedVersion(client: pg.Client): Promise<void> {
  const {rows} = await client.query<{server_version_num: string; server_version: string}>(
    `select current_setting('server_version_num') as server_version_num, current_setting('server_version') as server_version`,
  );
  if (Number(rows[0]?.server_version_num) < 180_000)
    throw new DatabaseError(
      'database-too-old',
      `Buurtkit needs PostgreSQL 18 or newer; this is ${rows[0]?.server_version}. Upgrade it, or set DATABASE_URL to another.`,
    );
}

async function setUp(client: pg.Client): Promise<void> {
  try {
    await client.query(setupStatements);
  } catch (cause) {
    throw new DatabaseError(
      'database-rights',
      'The owner may not make roles or extensions: let an administrator run what "buurtkit migrate --print-setup" prints.',
      {cause},
    );
  }
}

async function applyMigration(client: pg.Client, name: string): Promise<void> {
  const statements = await readFile(new URL(name, folder), 'utf8');
  await client.query('begin');
  try {
    await client.query(statements);
    await client.query('insert into migrations (name) values ($1)', [name]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
