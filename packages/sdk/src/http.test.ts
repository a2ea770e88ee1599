import {handlers, sampleKeys, scenarios} from '@buurtkit/msw';
import {delay, http, HttpResponse} from 'msw';
import {setupServer} from 'msw/node';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi} from 'vitest';
import {ApiError, ConnectionError, createClient, type ClientOptions} from './index.ts';

const api = 'https://api.example';
const server = setupServer();
let requests: Request[] = [];

/** Handlers for the first requests, one each; later ones get the ordinary answer. */
function first(...answers: (() => Response | Promise<Response>)[]): void {
  server.use(
    http.all(`${api}/*`, ({request}) => {
      requests.push(request.clone());
      return answers.shift()?.();
    }),
  );
}

const problem =
  (status: number, code: string, headers: Record<string, string> = {}) =>
  () =>
    HttpResponse.json({type: `/problems/${code}`, title: 'Titel', status, detail: 'Uitleg.', code, requestId: 'r-1'}, {status, headers});
const down = () => HttpResponse.error();
const client = (options: Partial<ClientOptions> = {}) => createClient({api, community: 'eemsdelta', key: sampleKeys.admin.key, ...options});
const get = (options: Partial<ClientOptions> = {}) => client(options).initiatives.get('buurtsuper-holwierde');
const create = (options: Partial<ClientOptions> = {}) =>
  client(options).initiatives.create({name: 'Buurttuin', kind: 'other', summary: {nl: 'Groen.'}});
const thrownBy = (promise: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(promise).then(
    () => null,
    (error: unknown) => error,
  );

beforeAll(() => server.listen({onUnhandledFrame: 'error'}));
beforeEach(() => {
  requests = [];
  server.resetHandlers(...handlers({api}));
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});
afterAll(() => server.close());

describe('what passes by itself is tried again', () => {
  test.each([
    ['a network that fails', down],
    ['408', problem(408, 'request.timeout')],
    ['429', problem(429, 'request.rate-limited')],
    ['502', problem(502, 'proxy.bad-gateway')],
    ['503', problem(503, 'server.unavailable')],
    ['504', problem(504, 'proxy.timeout')],
    ['a proxy’s own page', () => HttpResponse.html('<h1>Even geduld</h1>', {status: 503})],
  ])('%s', async (_, fault) => {
    first(fault, fault);

    expect((await get()).slug).toBe('buurtsuper-holwierde');
    expect(requests).toHaveLength(3);
  });

  test('after two more attempts the caller hears about it', async () => {
    server.use(...scenarios.failing('server.unavailable', {api}));
    first();

    expect(await thrownBy(get())).toMatchObject({code: 'server.unavailable', status: 503});
    expect(requests).toHaveLength(3);
  });

  test.each([400, 401, 403, 404, 409, 412, 500])('%i is not tried again', async (status) => {
    first(problem(status, 'some.code'));

    expect(await thrownBy(get())).toMatchObject({code: 'some.code', status});
    expect(requests).toHaveLength(1);
  });

  test('who wants no attempts more than one gets one', async () => {
    first(down);

    expect(await thrownBy(get({retries: 0}))).toMatchObject({reason: 'network'});
    expect(requests).toHaveLength(1);
  });
});

describe('a write', () => {
  const keysSent = () => requests.map(({headers}) => headers.get('Idempotency-Key'));

  test('whose answer got lost is repeated under the same key and happens once', async () => {
    server.use(
      http.post(`${api}/*`, async ({request}) => {
        if (requests.push(request.clone()) > 1) return;
        await fetch(request.clone());
        return HttpResponse.error();
      }),
    );

    const made = await create();

    expect(new Set(keysSent()).size).toBe(1);
    expect((await client().initiatives.list({q: 'Buurttuin'})).data.map(({id}) => id)).toEqual([made.id]);
  });

  test('that is still under way is asked for again', async () => {
    first(problem(409, 'idempotency.in-flight', {'Retry-After': '0'}));

    expect((await create()).name).toBe('Buurttuin');
    expect(new Set(keysSent()).size).toBe(1);
    expect(requests).toHaveLength(2);
  });

  test('has a key of its own, a UUIDv7 of this moment', async () => {
    vi.mocked(Math.random).mockRestore();
    first();
    const before = Date.now();
    await create();
    await create();

    const [one, other] = keysSent();
    expect(one).not.toBe(other);
    expect(one).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const moment = Number.parseInt(one!.replaceAll('-', '').slice(0, 12), 16);
    expect(moment).toBeGreaterThanOrEqual(before);
    expect(moment).toBeLessThanOrEqual(Date.now());
  });

  test('has a key also where there is no crypto', async () => {
    vi.mocked(Math.random).mockRestore();
    first();
    vi.stubGlobal('crypto', undefined);
    await create();
    await create();

    expect(new Set(keysSent()).size).toBe(2);
    expect(keysSent()[0]).toMatch(/^[0-9a-f-]{14}7[0-9a-f]{3}-[89ab]/);
  });

  test('can be resumed under the key of an earlier visit', async () => {
    const buurttuin = {name: 'Buurttuin', kind: 'other', summary: {nl: 'Groen.'}} as const;
    const options = {idempotencyKey: 'kept-from-yesterday'};

    const made = await client().initiatives.create(buurttuin, options);
    const again = await client().initiatives.create(buurttuin, options);

    expect(again).toEqual(made);
  });

  test('is sent as JSON', async () => {
    first();
    await create();

    expect(requests[0]!.headers.get('Content-Type')).toBe('application/json');
  });
});

describe('before it tries again', () => {
  const busy = (retryAfter: string) => problem(503, 'server.unavailable', {'Retry-After': retryAfter});

  async function waitsAfter(...refusals: (() => Response)[]): Promise<{waits: number[]; error: unknown}> {
    const pauses = vi.spyOn(globalThis, 'setTimeout').mockImplementation(((run: () => void, milliseconds: number) => {
      if (milliseconds !== 10_000) queueMicrotask(run);
      return 0;
    }) as typeof setTimeout);
    const answer = problem(200, 'none');
    const error = await thrownBy(get({fetch: async () => (refusals.shift() ?? answer)()}));
    const waits = pauses.mock.calls.map(([, milliseconds]) => milliseconds!).filter((milliseconds) => milliseconds !== 10_000);
    return {waits, error};
  }

  test('it waits longer each time', async () => {
    expect((await waitsAfter(problem(503, 'server.unavailable'), problem(503, 'server.unavailable'))).waits).toEqual([150, 300]);
  });

  test('it waits half at random, so that all who were refused at once don’t come back at once', async () => {
    vi.mocked(Math.random).mockReturnValue(0.5);

    expect((await waitsAfter(problem(503, 'server.unavailable'))).waits).toEqual([225]);
  });

  test('it waits as many seconds as the server says', async () => {
    expect(await waitsAfter(busy('7'))).toEqual({waits: [7000], error: null});
  });

  test('it waits until the moment that the server says', async () => {
    const {waits} = await waitsAfter(busy(new Date(Date.now() + 12_000).toUTCString()));

    expect(waits[0]).toBeGreaterThanOrEqual(11_000);
    expect(waits[0]).toBeLessThanOrEqual(12_000);
  });

  test('a moment that is over is no wait', async () => {
    expect(await waitsAfter(busy('Wed, 21 Oct 2015 07:28:00 GMT'))).toEqual({waits: [0], error: null});
  });

  test('more than half a minute is for the caller to decide', async () => {
    const {waits, error} = await waitsAfter(busy('31'));

    expect(waits).toEqual([]);
    expect(error).toMatchObject({code: 'server.unavailable', retryAfter: 31});
  });

  test('what can’t be read is as if nothing was said', async () => {
    expect(await waitsAfter(busy('straks'))).toEqual({waits: [150], error: null});
  });
});

describe('no usable answer', () => {
  test('an answer that takes too long', async () => {
    first(async () => {
      await delay(200);
      return HttpResponse.json({});
    });

    const error = await thrownBy(get({timeout: 20, retries: 0}));

    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({reason: 'timeout', status: null});
  });

  test('an answer whose second half never comes', async () => {
    const stalled = async () =>
      new Response(new ReadableStream({start: (controller) => controller.enqueue(new TextEncoder().encode('{"id":'))}));

    expect(await thrownBy(get({fetch: stalled, timeout: 20, retries: 0}))).toMatchObject({reason: 'timeout'});
  });

  test('each attempt has its own time', async () => {
    first(async () => {
      await delay(200);
      return HttpResponse.json({});
    });

    expect((await get({timeout: 100})).slug).toBe('buurtsuper-holwierde');
  });

  test('a time limit that a custom fetch doesn’t know about still holds', async () => {
    const deaf = () => new Promise<Response>(() => {});

    expect(await thrownBy(get({fetch: deaf, timeout: 20, retries: 0}))).toMatchObject({reason: 'timeout'});
  });

  test('one call may take longer than the client’s others', async () => {
    server.use(...scenarios.slow(60, {api}));
    const impatient = client({timeout: 10, retries: 0});

    expect((await impatient.communities.get('eemsdelta', {timeout: Infinity})).slug).toBe('eemsdelta');
  });

  test.each([
    ['half JSON', () => new HttpResponse('{"data": [')],
    ['a page of a hotel’s network', () => HttpResponse.html('<h1>Log in</h1>')],
    ['JSON that is no object', () => HttpResponse.json('ok')],
    ['a refusal that isn’t ours', () => HttpResponse.json({message: 'Forbidden'}, {status: 403})],
  ])('%s is unreadable, and not tried again', async (_, answer) => {
    first(answer);

    const error = await thrownBy(get());

    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({reason: 'unreadable', status: answer().status});
    expect(requests).toHaveLength(1);
  });

  test('a device without a connection says so', async () => {
    vi.stubGlobal('navigator', {onLine: false});
    server.use(...scenarios.offline({api}));

    expect(await thrownBy(get({retries: 0}))).toMatchObject({reason: 'offline'});
  });
});

describe('a caller that aborted gets its own reason', () => {
  const reason = new Error('They went to another page');

  test('before anything is sent', async () => {
    first();

    expect(await thrownBy(client().communities.get('eemsdelta', {signal: AbortSignal.abort(reason)}))).toBe(reason);
    expect(requests).toHaveLength(0);
  });

  test('while the answer is awaited', async () => {
    server.use(...scenarios.slow(200, {api}));
    const stop = new AbortController();
    setTimeout(() => stop.abort(reason), 10);

    expect(await thrownBy(client({retries: 0}).communities.get('eemsdelta', {signal: stop.signal}))).toBe(reason);
  });

  test('while it waits to try again, also when the reason is a text', async () => {
    first(problem(503, 'server.unavailable', {'Retry-After': '20'}));
    const stop = new AbortController();
    setTimeout(() => stop.abort('weg'), 30);

    expect(await thrownBy(client().initiatives.list({}, {signal: stop.signal}))).toBe('weg');
    expect(requests).toHaveLength(1);
  });

  test('and a signal that lives on keeps nothing of a call that is over', async () => {
    const {signal} = new AbortController();
    const added = vi.spyOn(signal, 'addEventListener');
    const removed = vi.spyOn(signal, 'removeEventListener');
    first(down);

    await client().communities.get('eemsdelta', {signal});

    expect(added.mock.calls.length).toBe(3);
    expect(removed.mock.calls.length).toBe(3);
  });
});

describe('fetch', () => {
  const inits: RequestInit[] = [];
  const recording = async (_: string, init: RequestInit) => {
    inits.push(init);
    return HttpResponse.json({slug: 'ours'});
  };

  test('is looked up at each call, so that what is put in its place later is used', async () => {
    const made = client();
    vi.stubGlobal('fetch', recording);

    expect((await made.communities.get()).slug).toBe('ours');
  });

  test('one’s own is used instead', async () => {
    expect((await get({fetch: recording})).slug).toBe('ours');
  });

  test('of a public read has no header that a browser would have to ask leave for', async () => {
    await get({fetch: recording, key: undefined, language: 'en'});

    expect(Object.keys(inits.at(-1)!.headers!)).toEqual(['Accept', 'Accept-Language']);
  });

  test('sends no cookies, and Cloudflare’s workers aren’t told so', async () => {
    await get({fetch: recording});
    vi.stubGlobal('navigator', {userAgent: 'Cloudflare-Workers'});
    await get({fetch: recording});

    expect(inits.slice(-2).map((init) => init.credentials)).toEqual(['omit', undefined]);
  });

  test('problems that this version doesn’t know keep their code', async () => {
    first(problem(418, 'teapot.short-and-stout'));

    const error = await thrownBy(get());

    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({code: 'teapot.short-and-stout', requestId: 'r-1'});
  });
});
