import {expect, onTestFinished, test} from 'vitest';
import {readConfig} from '../config.ts';
import {startServer, type RunningServer} from '../start-server.ts';
import {testDatabase, type TestDatabase} from '../testing/test-database.ts';

async function aServer({urls}: TestDatabase, environment: Record<string, string>): Promise<RunningServer> {
  const config = readConfig({DATABASE_URL: urls.owner, PORT: '0', LOG_LEVEL: 'silent', ...environment});
  const server = await startServer({config});
  onTestFinished(server.stop);
  return server;
}

async function putClock({url}: RunningServer, now: unknown): Promise<Response> {
  return fetch(`${url}/dev/clock`, {method: 'PUT', body: JSON.stringify({now}), headers: {'Content-Type': 'application/json'}});
}

test('a clock that one process is told is the clock of every process on the database', async () => {
  const opened = await testDatabase();
  const [one, other] = await Promise.all([aServer(opened, {BUURTKIT_TEST_CLOCK: '1'}), aServer(opened, {BUURTKIT_TEST_CLOCK: '1'})]);

  const answer = await putClock(one, '2027-03-29T01:30:00+02:00');

  expect(answer.status).toBe(200);
  expect(await (await fetch(`${other.url}/dev/clock`)).json()).toEqual({now: '2027-03-28T23:30:00.000Z'});
  await putClock(one, null);
  const {now} = (await (await fetch(`${other.url}/dev/clock`)).json()) as {now: string};
  expect(Math.abs(Date.parse(now) - Date.now())).toBeLessThan(60_000);
});

test('a moment that is none is refused, and without the setting there is no clock to move', async () => {
  const opened = await testDatabase();
  const moved = await aServer(opened, {BUURTKIT_TEST_CLOCK: '1'});
  const plain = await aServer(opened, {});

  expect((await putClock(moved, 'morgen')).status).toBe(400);
  expect((await putClock(plain, '2027-03-29T00:00:00Z')).status).toBe(404);
});
