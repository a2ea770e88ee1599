import {sql} from 'kysely';
import {expect, test} from 'vitest';
import {testDatabase} from '../testing/test-database.ts';

test('a connection that PostgreSQL ends in the middle of the work fails that work and nothing else', async () => {
  const {database} = await testDatabase();
  const {owner, app} = database;

  const work = app.transaction().execute(async (trx) => {
    const {rows} = await sql<{pid: number}>`select pg_backend_pid() as pid`.execute(trx);
    await sql`select pg_terminate_backend(${rows[0]?.pid}, 1000)`.execute(owner);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await sql`select 1`.execute(trx);
  });

  await expect(work).rejects.toThrow();
  expect((await sql<{one: number}>`select 1 as one`.execute(app)).rows).toEqual([{one: 1}]);
});
