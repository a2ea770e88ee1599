import {setTimeout as sleep} from 'node:timers/promises';
import {sql} from 'kysely';
import {CommandError} from '../command-error.ts';
import type {Config} from '../config.ts';
import {openDatabase, type Database, type DatabaseUrls} from './database.ts';
import {openEmbeddedDatabase} from './embedded/embedded-database.ts';
import {DatabaseError, migrate} from './migrate.ts';

export type OpenedDatabase = {
  database: Database;
  urls: DatabaseUrls;
  isEmbedded: boolean;
  close(how?: 'fast' | 'smart'): Promise<void>;
};

type OpenOptions = {mode: 'serve' | 'command'; isMigrated?: boolean; say: (line: string) => void; onError: (error: Error) => void};

/** The database that the configuration names, up to date: that of DATABASE_URL, or the embedded one of the data folder. */
export async function openDatabaseOf(config: Config, {mode, isMigrated = true, say, onError}: OpenOptions): Promise<OpenedDatabase> {
  const {ownerUrl, isEmbedded, stop} = await locate(config, mode, say);
  try {
    if (isMigrated) await migrate(ownerUrl);
    const urls = {owner: ownerUrl, app: config.databaseAppUrl ?? ownerUrl};
    const database = openDatabase(urls, onError);
    if (config.databaseAppUrl !== null) await requireRoles(database);
    return {
      database,
      urls,
      isEmbedded,
      close: async (how = 'smart') => {
        const closed = database.close();
        // Who waits for a lock would keep us: PostgreSQL lets go of them when it stops, or when we are gone.
        await (how === 'fast' ? Promise.race([closed, sleep(1000, undefined, {ref: false})]) : closed);
        await stop(how);
      },
    };
  } catch (error) {
    await stop('smart');
    throw error;
  }
}

/** A login of its own for requests has to be let into the two restricted roles: better known now than at the first request. */
async function requireRoles(database: Database): Promise<void> {
  try {
    await Promise.all([database.app, database.public].map((role) => sql`select 1`.execute(role)));
  } catch (cause) {
    await database.close();
    throw new DatabaseError(
      'database-rights',
      'The login of DATABASE_APP_URL can’t come in as buurtkit_app and buurtkit_public: check it, and grant it those two roles.',
      {cause},
    );
  }
}

type Located = {ownerUrl: string; isEmbedded: boolean; stop(how: 'fast' | 'smart'): Promise<void>};

async function locate(config: Config, mode: 'serve' | 'command', say: (line: string) => void): Promise<Located> {
  if (config.databaseUrl !== null) return {ownerUrl: config.databaseUrl, isEmbedded: false, stop: async () => undefined};
  if (!config.isEmbeddedAllowed)
    throw new CommandError(
      'database-required',
      'With NODE_ENV=production Buurtkit wants a PostgreSQL of yours: set DATABASE_URL, or BUURTKIT_EMBEDDED=1 if the embedded one is what you mean.',
    );
  const embedded = await openEmbeddedDatabase({dataFolder: config.dataFolder, mode, log: say});
  return {ownerUrl: embedded.url, isEmbedded: true, stop: (how) => embedded.stop(how)};
}
