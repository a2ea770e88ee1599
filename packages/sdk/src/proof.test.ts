import {createHash} from 'node:crypto';
import {handlers} from '@buurtkit/msw';
import {http, HttpResponse} from 'msw';
import {setupServer} from 'msw/node';
import {afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished, test, vi} from 'vitest';
import {ApiError, createClient, type ClientOptions} from './index.ts';
import {solveChallenge} from './proof.ts';

const api = 'https://api.example';
const server = setupServer();
let asked: {path: string; authorization: string | null}[] = [];

beforeAll(() => server.listen({onUnhandledFrame: 'error'}));
beforeEach(() => {
  asked = [];
  server.resetHandlers(...handlers({api}));
  server.events.removeAllListeners();
  server.events.on('request:start', ({request}) => {
    asked.push({path: new URL(request.url).pathname.slice(3), authorization: request.headers.get('Authorization')});
  });
});
afterEach(() => void vi.unstubAllGlobals());
afterAll(() => server.close());

const report = (options: Partial<ClientOptions> = {}) =>
  createClient({api, community: 'eemsdelta', ...options}).submissions.create({
    content: {name: 'Buurttuin', kind: 'other', summary: {nl: 'Groen.'}},
    email: 'bewoner@example.nl',
  });

const refusal = (status: number, code: string) => () =>
  HttpResponse.json({type: `/problems/${code}`, title: 'Titel', status, detail: 'Uitleg.', code, requestId: 'r-1'}, {status});

function firstRefused(...codes: string[]): void {
  server.use(
    http.post(`${api}/v1/communities/eemsdelta/submissions`, () => {
      const code = codes.shift();
      return code === undefined ? undefined : refusal(code === 'proof.used' ? 409 : 403, code)();
    }),
  );
}

const challenges = () => asked.filter(({path}) => path === '/altcha-challenge').length;
const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest());

test('a write without a key brings a proof of work that holds', async () => {
  await report();

  const [, encoded = ''] = /^Altcha payload=(.+)$/.exec(asked.at(-1)?.authorization ?? '') ?? [];
  const {challenge, solution} = JSON.parse(atob(encoded)) as {
    challenge: {parameters: {salt: string; nonce: string; keyPrefix: string}};
    solution: {counter: number; derivedKey: string};
  };
  const {salt, nonce, keyPrefix} = challenge.parameters;
  const counter = Buffer.alloc(4);
  counter.writeUInt32BE(solution.counter);
  const derived = createHash('sha256')
    .update(Buffer.concat([Buffer.from(salt + nonce, 'hex'), counter]))
    .digest('hex');
  expect(derived).toBe(solution.derivedKey);
  expect(derived.startsWith(keyPrefix)).toBe(true);
});

test('reads, writes with a key and a client that was told so bring none', async () => {
  await createClient({api, community: 'eemsdelta'}).initiatives.list();
  await report({key: 'bk_een-sleutel-van-wie-dan-ook'});
  await report({proof: 'none'});

  expect(challenges()).toBe(0);
  expect(asked.map(({authorization}) => authorization)).toEqual([null, 'Bearer bk_een-sleutel-van-wie-dan-ook', null]);
});

test('a proof that came too late or was used is made anew, once', async () => {
  firstRefused('proof.used');
  await report();
  expect(challenges()).toBe(2);

  firstRefused('proof.required', 'proof.required');
  await expect(report()).rejects.toMatchObject({code: 'proof.required'} satisfies Partial<ApiError>);
  expect(challenges()).toBe(4);
});

test('where the browser has no digest of its own, one that is given is used', async () => {
  vi.stubGlobal('crypto', {getRandomValues: crypto.getRandomValues.bind(crypto)});

  await expect(report()).rejects.toThrow('sha256');
  await expect(report({sha256})).resolves.toMatchObject({state: 'awaiting-email'});
});

test('solving leaves room for the page, and stops when nobody waits any more', async () => {
  const unsolvable = {
    parameters: {
      algorithm: 'SHA-256' as const,
      cost: 1,
      expiresAt: 0,
      keyLength: 32,
      keyPrefix: 'f'.repeat(64),
      keySignature: '',
      nonce: 'aa',
      salt: 'bb',
    },
    signature: '',
  };
  // By a clock of our own, on which a digest takes a fifth of a millisecond: a busy machine is no fault of the page.
  let now = 0;
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => now);
  onTestFinished(() => clock.mockRestore());
  const stopping = new AbortController();
  const turns: number[] = [];
  const page = setInterval(() => {
    if (now > (turns.at(-1) ?? 0)) turns.push(now);
    if (turns.length === 20) stopping.abort();
  }, 1);
  onTestFinished(() => clearInterval(page));

  const solving = solveChallenge(
    unsolvable,
    (bytes) => {
      now += 0.2;
      return sha256(bytes);
    },
    stopping.signal,
  );

  await expect(solving).rejects.toMatchObject({name: 'AbortError'});
  const slices = turns.map((turn, index) => turn - (turns[index - 1] ?? 0));
  expect(slices.length).toBeGreaterThanOrEqual(20);
  expect(Math.max(...slices)).toBeLessThan(50);
});
