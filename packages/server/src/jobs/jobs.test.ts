import {sql} from 'kysely';
import pg from 'pg';
import {expect, onTestFinished, test, vi} from 'vitest';
import {readConfig} from '../config.ts';
import {queueMail} from '../mail/queue-mail.ts';
import {inTransaction} from '../scope.ts';
import {startServer, type RunningServer} from '../start-server.ts';
import {mailServer} from '../testing/mail-server.ts';
import {aCommunity, aScope} from '../testing/test-app.ts';
import {testDatabase, type TestDatabase} from '../testing/test-database.ts';
import {sweepers} from './sweepers.ts';

async function aServer({urls}: TestDatabase, smtpUrl: string, environment: Record<string, string> = {}): Promise<RunningServer> {
  const config = readConfig({
    DATABASE_URL: urls.owner,
    PORT: '0',
    LOG_LEVEL: 'silent',
    SMTP_URL: smtpUrl,
    MAIL_FROM: 'buurt@example.nl',
    BUURTKIT_PDOK_URL: 'http://127.0.0.1:9',
    BUURTKIT_TILES_URL: 'http://127.0.0.1:9',
    ...environment,
  });
  const server = await startServer({config});
  onTestFinished(server.stop);
  return server;
}

const greeting = (once: string, after?: Date) => ({
  kind: 'test.greeting',
  to: 'anna@example.nl',
  language: 'nl' as const,
  once,
  content: {subject: once, paragraphs: ['Dag.']},
  ...(after && {after}),
});

test('putting the clock forward does what is due by then before it answers', async () => {
  const smtp = await mailServer();
  const opened = await testDatabase();
  const scope = aScope(opened, await aCommunity(opened, {slug: 'zierikzee'}));
  const {url} = await aServer(opened, smtp.url, {BUURTKIT_TEST_CLOCK: '1'});
  await inTransaction(scope, (trx) => queueMail(trx, greeting('over een half jaar', new Date('2027-05-22T09:00:00Z'))));

  const move = async (now: string) => {
    const answer = await fetch(`${url}/dev/clock`, {
      method: 'PUT',
      body: JSON.stringify({now}),
      headers: {'Content-Type': 'application/json'},
    });
    expect(answer.status).toBe(200);
    return smtp.received.length;
  };

  expect(await move('2027-05-22T08:59:59Z')).toBe(0);
  expect(await move('2027-05-22T09:00:00Z')).toBe(1);
  expect(await move('2027-06-22T09:00:00Z')).toBe(1);
});

test('a server that missed the call hears of the mail as soon as it can listen again', async () => {
  const smtp = await mailServer();
  const opened = await testDatabase();
  const scope = aScope(opened, await aCommunity(opened, {slug: 'zierikzee'}));
  await aServer(opened, smtp.url);
  const admin = new pg.Client({connectionString: opened.urls.owner});
  await admin.connect();
  onTestFinished(() => admin.end());
  await vi.waitFor(async () => {
    const {rowCount} = await admin.query(
      `select from pg_stat_activity where application_name = 'buurtkit wakes' and query like 'listen%' and datname = current_database()`,
    );
    expect(rowCount).toBe(1);
  });

  await admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'buurtkit wakes' and datname = current_database()`,
  );
  await inTransaction(scope, (trx) => queueMail(trx, greeting('gemist')));

  await vi.waitFor(() => expect(smtp.received).toHaveLength(1), {timeout: 5000});
});

test('every sweeper is on the clock of pg-boss, of all servers together', async () => {
  const smtp = await mailServer();
  const opened = await testDatabase();
  await aServer(opened, smtp.url);
  await aServer(opened, smtp.url);

  const {rows} = await sql<{name: string; cron: string}>`select name, cron from pgboss.schedule order by name`.execute(
    opened.database.owner,
  );

  expect(rows.map(({name}) => name)).toEqual(sweepers.map(({name}) => `sweep-${name}`).toSorted());
  expect(rows.find(({name}) => name === 'sweep-mails')?.cron).toBe('*/1 * * * *');
});

test('answers to requests are kept for some days, and no longer', async () => {
  const smtp = await mailServer();
  const opened = await testDatabase();
  const community = await aCommunity(opened, {slug: 'zierikzee'});
  const {url} = await aServer(opened, smtp.url, {BUURTKIT_TEST_CLOCK: '1'});
  for (const [key, created] of [
    ['van vorige week', '2026-11-22T09:00:00Z'],
    ['van gisteren', '2026-11-28T09:00:00Z'],
  ])
    await sql`insert into idempotency_keys (community_id, caller, route, key, request_hash, created_at)
      values (${community.id}, 'anonymous', 'x', ${key}, 'x', ${created})`.execute(opened.database.owner);

  await fetch(`${url}/dev/clock`, {method: 'PUT', body: '{"now": "2026-11-29T09:00:00Z"}', headers: {'Content-Type': 'application/json'}});

  const {rows} = await sql<{key: string}>`select key from idempotency_keys`.execute(opened.database.owner);
  expect(rows).toEqual([{key: 'van gisteren'}]);
});
