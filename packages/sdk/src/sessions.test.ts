import {handlers, sampleIdToken, sampleKeys, sampleSignInCode} from '@buurtkit/msw';
import {setupServer} from 'msw/node';
import {afterAll, afterEach, beforeAll, beforeEach, expect, test} from 'vitest';
import {createClient, createSessionWriter, type ApiError, type Client} from './index.ts';

const api = 'https://api.example.nl';
const server = setupServer();
beforeAll(() => server.listen({onUnhandledFrame: 'error'}));
beforeEach(() => server.use(...handlers({api})));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const settings = {api, community: 'eemsdelta', proof: 'none', retries: 0} as const;
const visitor = createClient(settings);
const as = (key: string): Client => createClient({...settings, key});

const codeOf = async (call: PromiseLike<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error: unknown) => (error as ApiError).code,
  );

test('somebody signs in with the code from the mail, says what they are called, and signs out', async () => {
  const email = 'nieuw@example.nl';
  await visitor.sessions.requestCode({email, locale: 'nl'});
  const wrong = await codeOf(visitor.sessions.create({email, code: '000000'}));
  const {token, member} = await visitor.sessions.create({email, code: sampleSignInCode});
  const me = as(token);

  await me.members.changeMine({name: 'Nieuw hier'});

  expect(wrong).toBe('code.wrong');
  expect(await me.members.mine()).toMatchObject({id: member.id, name: 'Nieuw hier', email});
  expect((await me.sessions.list()).data).toMatchObject([{isThisOne: true}]);
  await me.sessions.endThisOne();
  expect(await codeOf(me.members.mine())).toBe('auth.required');
});

test('a page signs in whom its own site knows, also while an old token is at hand', async () => {
  const {sessions} = createSessionWriter({...settings, key: 'bs_ended-long-ago'});

  const {token} = await sessions.exchange(`${sampleIdToken}-1`);

  expect(await codeOf(sessions.exchange(`${sampleIdToken}-1`))).toBe('token.used');
  expect((await as(token).members.mine()).name).toBe('Anna');
});

test('no key, token or address ever stands in an address', async () => {
  const urls: string[] = [];
  const fetch = (url: string, init: RequestInit) => {
    urls.push(url);
    return globalThis.fetch(url, init);
  };
  const email = 'bram@example.nl';
  const {sessions} = createSessionWriter({...settings, fetch});
  await sessions.requestCode({email});
  const {token} = await sessions.create({email, code: sampleSignInCode});
  await createClient({...settings, key: token, fetch}).members.mine();
  await createClient({...settings, key: sampleKeys.coordinator.key, fetch}).members.search('bram@');

  for (const secret of ['bram', token, sampleSignInCode, sampleKeys.coordinator.key]) expect(urls.join('\n')).not.toContain(secret);
  expect(urls).toHaveLength(4);
});

test('staff finds people, takes in who has no address, and an administrator says who does what', async () => {
  const [coordinator, admin] = [as(sampleKeys.coordinator.key), as(sampleKeys.admin.key)];

  const cor = await coordinator.members.create({name: 'Cor zonder mail'});
  const desk = await admin.members.setRole(cor.id, {role: 'desk'});

  expect((await coordinator.members.search('zonder')).data).toMatchObject([{id: cor.id, email: null}]);
  expect(desk.role).toBe('desk');
  expect(await codeOf(coordinator.members.setRole(cor.id, {role: 'admin'}))).toBe('auth.not-allowed');
  expect(await codeOf(coordinator.members.create({email: 'x@example.nl', role: 'admin'}))).toBe('auth.not-allowed');
  expect(await codeOf(coordinator.members.create({email: 'ANNA@example.nl'}))).toBe('member.exists');
  await admin.members.forget(cor.id);
  expect(await codeOf(admin.members.get(cor.id))).toBe('member.not-found');
});

test('who asks to be forgotten is signed out everywhere', async () => {
  const anna = as(sampleKeys.anna.key);
  const {token} = await visitor.sessions.create({email: 'anna@example.nl', code: sampleSignInCode});

  expect(await anna.members.forgetMine()).toMatchObject({name: null, role: 'member'});
  expect([await codeOf(anna.members.mine()), await codeOf(as(token).members.mine())]).toEqual(['auth.required', 'auth.required']);
});

test('a key is nobody: it has no name, no sessions, and no way to sign out', async () => {
  const admin = as(sampleKeys.admin.key);

  for (const call of [admin.members.mine(), admin.sessions.list(), admin.sessions.endThisOne()])
    expect(await codeOf(call)).toBe('auth.not-allowed');
});
