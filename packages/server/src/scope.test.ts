import {sql} from 'kysely';
import {expect, test} from 'vitest';
import {inTransaction} from './scope.ts';
import {aCommunity, aScope} from './testing/test-app.ts';
import {testDatabase} from './testing/test-database.ts';

test('two who stand in each other’s way both get their turn', async () => {
  const opened = await testDatabase();
  const community = await aCommunity(opened, {slug: 'eemsdelta'});
  const scope = aScope(opened, community);
  const met = Promise.withResolvers<void>();
  let waiting = 0;
  let runs = 0;

  const lockBoth = (first: string, second: string) =>
    inTransaction(scope, async ({trx}) => {
      runs += 1;
      const lock = (code: string) => sql`select pg_advisory_xact_lock(hashtext(${code}))`.execute(trx);
      await lock(first);
      waiting += 1;
      if (waiting === 2) met.resolve();
      await met.promise;
      await lock(second);
      return `${first} ${second}`;
    });

  expect(await Promise.all([lockBoth('een', 'twee'), lockBoth('twee', 'een')])).toEqual(['een twee', 'twee een']);
  expect(runs).toBe(3);
});
