import {handlers, sampleKeys} from '@buurtkit/msw';
import {getResponse, http, HttpResponse, type RequestHandler} from 'msw';
import {setupServer} from 'msw/node';
import {afterAll, afterEach, beforeAll, beforeEach, expect, test, vi} from 'vitest';
import {ConnectionError, createClient, createCreditWriter, type Client, type IntentStore} from './index.ts';

const api = 'https://api.example.nl';
const server = setupServer();
beforeAll(() => server.listen({onUnhandledFrame: 'error'}));
afterAll(() => server.close());

/** What the tab keeps, and the keys of what was sent. */
let tab: Map<string, string>;
let keys: string[];
let answers: ((done: Response) => Response)[];
let bram: Client;
let toAccountId: string;

beforeEach(async () => {
  tab = new Map();
  keys = [];
  answers = [];
  const all: RequestHandler[] = handlers({api});
  const write = http.post(`${api}/v1/communities/eemsdelta/*`, async ({request}) => {
    keys.push(request.headers.get('Idempotency-Key') ?? '');
    const done = await getResponse(all, request.clone());
    return answers.shift()?.(done!) ?? done;
  });
  server.resetHandlers(write, ...all);
  bram = createClient({api, community: 'eemsdelta', key: sampleKeys.bram.key});
  toAccountId = (await bram.accounts.mine()).id;
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** A page as it is after each reload: nothing in memory, the same tab. */
function aPage(options: {retries?: number} = {}): Client {
  const intents: IntentStore = {
    get: async (name) => tab.get(name),
    set: (name, key) => tab.set(name, key),
    delete: (name) => tab.delete(name),
  };
  return createClient({api, community: 'eemsdelta', key: sampleKeys.anna.key, retries: 0, ...options, intents});
}

const lost = () => HttpResponse.error();
const problem = (status: number, code: string) => () =>
  HttpResponse.json({type: `/problems/${code}`, title: 'Titel', status, detail: 'Uitleg.', code, requestId: 'r-1'}, {status});
const received = async () => (await bram.accounts.mine()).minutes;
const heg = () => ({toAccountId, minutes: 30, memo: 'Heg geknipt'});

test('an answer that is lost, a reload and another press are one transfer, and it says that it was done', async () => {
  const before = await received();
  answers = [lost];
  await expect(aPage().transfers.create(heg(), {intent: 'first'})).rejects.toBeInstanceOf(ConnectionError);

  const entry = await aPage().transfers.create(heg(), {intent: 'after the reload'});

  expect(entry.isReplay).toBe(true);
  expect(new Set(keys).size).toBe(1);
  expect(await received()).toBe(before + 30);
});

test('a request that never arrived is sent again, and is no repetition', async () => {
  const page = aPage();
  server.use(http.post(`${api}/v1/communities/eemsdelta/transfers`, lost, {once: true}));
  await page.transfers.create(heg(), {intent: 'form'}).catch(() => null);

  const entry = await page.transfers.create(heg(), {intent: 'form'});

  expect(entry.isReplay).toBe(false);
});

test('pressing twice at once is one transfer', async () => {
  const before = await received();
  const page = aPage();

  const entries = await Promise.all([1, 2, 3].map(() => page.transfers.create(heg(), {intent: 'form'})));

  expect(new Set(entries.map(({id}) => id)).size).toBe(1);
  expect(entries.filter(({isReplay}) => !isReplay)).toHaveLength(1);
  expect(await received()).toBe(before + 30);
});

test('pressing a button that is left after it was done does nothing more', async () => {
  const page = aPage();
  const {id} = await page.transfers.create(heg(), {intent: 'form'});

  expect(await page.transfers.create(heg(), {intent: 'form'})).toMatchObject({id, isReplay: true});
});

test('who gives the same again from a fresh form gives twice', async () => {
  const before = await received();
  const page = aPage();

  await page.transfers.create(heg(), {intent: 'one'});
  const second = await page.transfers.create(heg(), {intent: 'two'});

  expect(second.isReplay).toBe(false);
  expect(await received()).toBe(before + 60);
});

test('another amount from the same form is another transfer', async () => {
  const before = await received();
  answers = [lost];
  await aPage()
    .transfers.create(heg(), {intent: 'form'})
    .catch(() => null);

  await aPage().transfers.create({...heg(), minutes: 60}, {intent: 'form'});

  expect(await received()).toBe(before + 90);
});

test('what this very call sent twice by itself is news to whoever asked once', async () => {
  answers = [lost];

  const entry = await aPage({retries: 1}).transfers.create(heg(), {intent: 'form'});

  expect(keys).toHaveLength(2);
  expect(entry.isReplay).toBe(false);
});

test.each([
  [401, 'auth.required'],
  [403, 'auth.not-allowed'],
  [409, 'idempotency.in-flight'],
  [429, 'request.rate-limited'],
  [500, 'server.unexpected'],
  [503, 'server.unavailable'],
])('after %i %s nobody knows yet, so the next press asks after the same', async (status, code) => {
  answers = [problem(status, code)];
  await aPage()
    .transfers.create(heg(), {intent: 'form'})
    .catch(() => null);

  expect((await aPage().transfers.create(heg(), {intent: 'form'})).isReplay).toBe(true);
});

test.each([
  [400, 'request.invalid'],
  [409, 'transfer.limit-reached'],
  [409, 'idempotency.key-reused'],
])('after %i %s it is over, and the next press stands by itself', async (status, code) => {
  answers = [problem(status, code)];
  await aPage()
    .transfers.create(heg(), {intent: 'form'})
    .catch(() => null);

  expect(tab.size).toBe(0);
  expect((await aPage().transfers.create(heg(), {intent: 'form'})).isReplay).toBe(false);
});

test('accepting a request is resumed as well', async () => {
  const page = aPage();
  const [request] = (await page.paymentRequests.list({state: 'pending'})).data;
  answers = [lost];
  await page.paymentRequests.accept(request!.id, {intent: 'form'}).catch(() => null);

  expect((await aPage().paymentRequests.accept(request!.id, {intent: 'form'})).isReplay).toBe(true);
});

test('what is kept says nothing about anybody', async () => {
  answers = [lost];
  await aPage()
    .transfers.create(heg(), {intent: 'form'})
    .catch(() => null);

  const [[name, key] = []] = [...tab];
  expect(name).toMatch(/^buurtkit-intent-[0-9a-f]{64}$/);
  expect([key]).toEqual(keys);
});

test('a browser keeps it for as long as the tab is open', async () => {
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => tab.get(name) ?? null,
    setItem: (name: string, value: string) => tab.set(name, value),
    removeItem: (name: string) => tab.delete(name),
  });
  const writer = createCreditWriter({api, community: 'eemsdelta', key: sampleKeys.anna.key, retries: 0});
  answers = [lost];
  await writer.transfers.create(heg(), {intent: 'form'}).catch(() => null);
  expect([...tab.values()]).toEqual(keys);

  await writer.transfers.create(heg(), {intent: 'form'});

  expect(tab.size).toBe(0);
});

test.each([
  ['a sandboxed frame, whose storage throws', 'sessionStorage'],
  ['a page without https, which can’t hash', 'crypto'],
])('%s keeps it in memory', async (_, missing) => {
  vi.stubGlobal(missing, undefined);
  const aWriter = () => createCreditWriter({api, community: 'eemsdelta', key: sampleKeys.anna.key, retries: 0});
  answers = [lost];
  await aWriter()
    .transfers.create(heg(), {intent: `before, without ${missing}`})
    .catch(() => null);

  expect((await aWriter().transfers.create(heg(), {intent: `after, without ${missing}`})).isReplay).toBe(true);
});

test('without an intent each call stands by itself, under a key that can be an entry’s id', async () => {
  const before = await received();
  const page = aPage();

  await page.transfers.create(heg());
  await page.transfers.create(heg());

  expect(await received()).toBe(before + 60);
  for (const key of keys) expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
});

test('a key of one’s own that can’t be the id of an entry is refused', async () => {
  await expect(aPage().transfers.create(heg(), {idempotencyKey: 'zomaar-een-sleutel'})).rejects.toMatchObject({
    errors: [{header: 'Idempotency-Key', code: 'format'}],
  });
});
