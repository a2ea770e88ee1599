import {expect, onTestFinished, test} from 'vitest';
import {findCommunity} from '../communities/store.ts';
import {openDatabase} from '../db/database.ts';
import {testDatabase, type TestDatabase} from '../testing/test-database.ts';
import {isDatabaseEmpty, seedDemo} from './seed-demo.ts';

const now = new Date('2026-11-22T09:00:00Z');

async function whatIsThere({database}: TestDatabase) {
  const count = async (table: 'communities' | 'initiatives' | 'events' | 'chapters') => {
    const {total} = await database.owner
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<string>().as('total'))
      .executeTakeFirstOrThrow();
    return Number(total);
  };
  return {
    communities: await count('communities'),
    initiatives: await count('initiatives'),
    events: await count('events'),
    chapters: await count('chapters'),
  };
}

test('an empty database gets thirteen municipalities with sixteen initiatives, and the region that spans them', async () => {
  const fresh = await testDatabase();
  expect(await isDatabaseEmpty(fresh.database.owner)).toBe(true);

  await seedDemo(fresh.database, now);

  expect(await whatIsThere(fresh)).toMatchObject({communities: 14, initiatives: 16, events: 16});
  expect((await findCommunity(fresh.database, 'buurtkracht'))?.readableIds).toHaveLength(13);
  expect(await findCommunity(fresh.database, 'eemsdelta')).toMatchObject({
    name: 'Gemeente Eemsdelta',
    kind: 'municipality',
    allowedOrigins: ['http://localhost', 'http://127.0.0.1'],
  });
  expect(await isDatabaseEmpty(fresh.database.owner)).toBe(false);
});

test('servers that start at once on an empty database seed it once, and a seed that was cut off is finished', async () => {
  const fresh = await testDatabase();
  await seedDemo(fresh.database, now);
  const whole = await whatIsThere(fresh);
  await fresh.database.owner.deleteFrom('communities').where('slug', 'in', ['buurtkracht', 'groningen']).execute();
  expect(await isDatabaseEmpty(fresh.database.owner)).toBe(true);

  const servers = [1, 2, 3].map(() => openDatabase(fresh.urls, () => undefined));
  onTestFinished(async () => void (await Promise.all(servers.map((server) => server.close()))));
  await Promise.all(servers.map((server) => seedDemo(server, now)));

  expect(await whatIsThere(fresh)).toEqual(whole);
});
