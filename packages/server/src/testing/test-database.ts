import {randomBytes} from 'node:crypto';
import pg from 'pg';
import {inject, onTestFinished} from 'vitest';
import {openDatabase, type Database, type DatabaseUrls} from '../db/database.ts';
import {templateName} from './postgres.ts';

export type TestDatabase = {database: Database; urls: DatabaseUrls; close(): Promise<void>};

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({connectionString: inject('postgres')});
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A database of its own, migrated and empty; close it when done. */
export async function createTestDatabase({isMigrated = true}: {isMigrated?: boolean} = {}): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name}${isMigrated ? ` template ${templateName}` : ''}`);
  const url = new URL(inject('postgres'));
  url.pathname = `/${name}`;
  const urls = {owner: url.href, app: url.href};
  const database = openDatabase(urls, () => undefined);
  return {
    database,
    urls,
    close: async () => {
      await database.close();
      await onServer(`drop database ${name} with (force)`);
    },
  };
}

/** The same, gone when the test is over. */
export async function testDatabase(options?: {isMigrated?: boolean}): Promise<TestDatabase> {
  const created = await createTestDatabase(options);
  onTestFinished(created.close);
  return created;
}
