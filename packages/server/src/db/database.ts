import {Kysely, PostgresDialect} from 'kysely';
import pg from 'pg';
import type {Tables} from './tables.ts';

/** Three ways into one PostgreSQL, each with the rights it needs and no more. */
export type Database = {
  /** `buurtkit_public`: SELECT on published open data, of any community. */
  public: Kysely<Tables>;
  /** `buurtkit_app`: one community at a time, by row-level security. Use it through `inTransaction`. */
  app: Kysely<Tables>;
  /** The owner: migrations, communities, keys. For commands and the start of the server. */
  owner: Kysely<Tables>;
  close(): Promise<void>;
};

export type DatabaseUrls = {owner: string; app: string};

// A date has no time zone: as text it stays the day that was written.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);

// Counting a million of something in 4 MB goes by way of the disk; compiling a query takes longer than any of ours; and no disk turns
// any more, so that looking up twenty thousand rows is better than reading a million.
const readerSettings = '-c work_mem=32MB -c jit=off -c random_page_cost=1.1';

function openPool(url: string, role: string | null, max: number, onError: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    // Also how long a request waits for its turn: as long as it would wait for another with its Idempotency-Key.
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    application_name: 'buurtkit',
    options: [role && `-c role=${role}`, role === 'buurtkit_public' && readerSettings, '-c timezone=UTC'].filter(Boolean).join(' '),
  });
  // A connection that PostgreSQL ends is no reason to end the process: the next query opens another. The pool listens to
  // those that are idle; whoever uses one hears of it from its query, but an event that nobody hears would end us.
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

export function openDatabase(urls: DatabaseUrls, onError: (error: Error) => void): Database {
  const kysely = (pool: pg.Pool) => new Kysely<Tables>({dialect: new PostgresDialect({pool})});
  const database = {
    public: kysely(openPool(urls.app, 'buurtkit_public', 10, onError)),
    app: kysely(openPool(urls.app, 'buurtkit_app', 10, onError)),
    owner: kysely(openPool(urls.owner, null, 3, onError)),
  };
  return {
    ...database,
    close: async () => {
      await Promise.all(Object.values(database).map((each) => each.destroy()));
    },
  };
}
