import type {Problem, Session, SessionPage} from '@buurtkit/contract';
import {sql} from 'kysely';
import {afterAll, beforeEach, expect, test} from 'vitest';
import {aMember} from '../testing/a-member.ts';
import {signInByMail} from '../testing/sign-in.ts';
import {aCommunity, createTestApp} from '../testing/test-app.ts';

const app = await createTestApp();
afterAll(() => app.close());
const zierikzee = await aCommunity(app, {slug: 'zierikzee'});
const path = '/v1/communities/zierikzee/sessions';

const start = new Date('2026-11-22T09:00:00Z');
const at = (hours: number) => app.setNow(new Date(start.getTime() + hours * 3_600_000));
beforeEach(() => at(0));

const as = (token: string, more: RequestInit = {}) => ({
  ...more,
  headers: {Authorization: `Bearer ${token}`, 'Idempotency-Key': crypto.randomUUID()},
});
const isOpen = async (token: string) => (await app.request(path, as(token))).status === 200;
const listed = async (token: string) => ((await (await app.request(path, as(token))).json()) as SessionPage).data;
const end = (token: string, id: string) => app.request(`${path}/${id}`, as(token, {method: 'DELETE'}));
const sessionOf = async (token: string) => (await listed(token)).find(({isThisOne}) => isThisOne)!;

test('somebody sees where they are signed in, ends the other place, and goes on here', async () => {
  const phone = await signInByMail(app, 'zierikzee', 'anna@example.nl');
  at(1);
  const desk = await signInByMail(app, 'zierikzee', 'anna@example.nl');
  const there = await sessionOf(phone.token);

  expect((await listed(desk.token)).map(({openedAt, isThisOne}) => [openedAt, isThisOne])).toEqual([
    ['2026-11-22T10:00:00.000Z', true],
    ['2026-11-22T09:00:00.000Z', false],
  ]);
  expect((await end(desk.token, there.id)).status).toBe(200);
  expect([await isOpen(phone.token), await isOpen(desk.token)]).toEqual([false, true]);
  expect(await listed(desk.token)).toHaveLength(1);
});

test('signing out here ends it at once', async () => {
  const {token} = await signInByMail(app, 'zierikzee', 'anna@example.nl');
  const {id} = await sessionOf(token);

  const ended = (await (await end(token, id)).json()) as Session;
  const after = await app.request(path, as(token));

  expect(ended).toMatchObject({id, isThisOne: true});
  expect([after.status, ((await after.json()) as Problem).code, after.headers.has('WWW-Authenticate')]).toEqual([
    401,
    'auth.required',
    true,
  ]);
});

test('nobody sees or ends the session of another', async () => {
  const anna = await signInByMail(app, 'zierikzee', 'anna@example.nl');
  const admin = await aMember(app, zierikzee, {role: 'admin'});
  const {id} = await sessionOf(anna.token);

  expect((await end(admin.token, id)).status).toBe(404);
  expect((await listed(admin.token)).map((session) => session.id)).toEqual([admin.sessionId]);
  expect(await isOpen(anna.token)).toBe(true);
});

test('a session that nobody uses ends after twelve hours, and one in use after thirty days', async () => {
  const idle = await signInByMail(app, 'zierikzee', 'idle@example.nl');
  const used = await signInByMail(app, 'zierikzee', 'used@example.nl');
  let lastSeen = 0;

  for (let hours = 11; await isOpen(used.token); hours += 11) {
    lastSeen = hours;
    at(hours);
  }
  at(12);

  expect(await isOpen(idle.token)).toBe(false);
  expect(lastSeen).toBeGreaterThanOrEqual(30 * 24);
  expect(lastSeen).toBeLessThan(31 * 24);
});

test('the sweeper forgets sessions and codes once they can do nothing any more', async () => {
  const {token} = await signInByMail(app, 'zierikzee', 'oud@example.nl');
  const counts = async () => {
    const {rows} = await sql<{sessions: string; codes: string; lookups: string}>`select
      (select count(*) from sessions) as sessions, (select count(*) from sign_in_codes) as codes,
      (select count(*) from token_lookup) as lookups`.execute(app.database.owner);
    return rows[0];
  };

  await app.sweep();
  expect(await isOpen(token)).toBe(true);
  at(32 * 24);
  await app.sweep();

  expect(await counts()).toEqual({sessions: '0', codes: '0', lookups: '0'});
});
