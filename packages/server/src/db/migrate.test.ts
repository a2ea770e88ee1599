import {sql} from 'kysely';
import {expect, test} from 'vitest';
import {testDatabase} from '../testing/test-database.ts';
import {migrate, newestMigration} from './migrate.ts';

test('an empty database is brought up to date once, however many servers start at the same moment', async () => {
  const {urls} = await testDatabase({isMigrated: false});

  const applied = await Promise.all(Array.from({length: 5}, () => migrate(urls.owner)));

  expect(applied.flat()).toEqual([...new Set(applied.flat())]);
  expect(applied.flat().at(-1)).toBe(await newestMigration());
});

test('a database of a newer Buurtkit is left alone', async () => {
  const {database, urls} = await testDatabase();
  await sql`insert into migrations (name) values ('9999-from-the-future.sql')`.execute(database.owner);

  await expect(migrate(urls.owner)).rejects.toMatchObject({code: 'database-too-new'});
});

test('a database that is not there is named in one sentence', async () => {
  await expect(migrate('postgres://nobody@127.0.0.1:1/nothing')).rejects.toMatchObject({code: 'database-unreachable'});
});
