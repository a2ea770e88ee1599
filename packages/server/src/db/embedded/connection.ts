import pg from 'pg';

import {EmbeddedDatabaseError, errorCode} from './embedded-database-error.ts';

export function connectionUrl(port: number, password: string): string {
  return `postgres://buurtkit:${password}@127.0.0.1:${port}/buurtkit`;
}

/** Connects once, and makes the database when PostgreSQL is there and it is not yet: the last step of the first start. */
export async function ensureDatabase(url: string): Promise<void> {
  try {
    await connectOnce(url);
  } catch (error) {
    if (errorCode(error) === '28P01') {
      throw new EmbeddedDatabaseError(
        'password-refused',
        'The password in postgres.json of the data folder is not that of its database: put back the postgres.json that belongs to it.',
        {cause: error},
      );
    }
    if (errorCode(error) !== '3D000') throw error;
    const maintenance = new URL(url);
    maintenance.pathname = '/postgres';
    await connectOnce(maintenance.href, 'create database buurtkit');
  }
}

export async function canConnect(url: string): Promise<boolean> {
  return connectOnce(url).then(
    () => true,
    () => false,
  );
}

async function connectOnce(url: string, statement?: string): Promise<void> {
  const client = new pg.Client({connectionString: url, ssl: false, connectionTimeoutMillis: 5000});
  client.on('error', () => {});
  try {
    await client.connect();
    if (statement) await client.query(statement);
  } finally {
    await client.end();
  }
}
