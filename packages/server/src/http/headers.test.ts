import {apiVersion, problemSchema, routes} from '@buurtkit/contract';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, describe, expect, test} from 'vitest';
import {storeEmbedBuild} from '../embed-files/store-build.ts';
import {createInitiative} from '../initiatives/create-initiative.ts';
import {aCommunity, aKey, aScope, createTestApp, write} from '../testing/test-app.ts';
import {testServices} from '../testing/test-services.ts';
import {createApp} from './app.ts';
import {createLog} from './log.ts';

const app = await createTestApp();
const folder = await mkdtemp(join(tmpdir(), 'buurtkit-headers-'));
afterAll(async () => {
  await app.close();
  await rm(folder, {recursive: true});
});
const community = await aCommunity(app, {slug: 'zierikzee'});
const key = await aKey(app, community, 'admin');
await createInitiative(aScope(app, community), {slug: 'buurttuin', name: 'Buurttuin', kind: 'other', summary: {nl: 'Tuin.'}});
await writeFile(join(folder, 'buurt.js'), 'export const version = 1;');
await writeFile(join(folder, 'index.html'), '<!doctype html><title>Site</title>');
await storeEmbedBuild(app.database, {folder, version: '1.0.0', isReplaceable: true});

const site = createApp(testServices(app.database, {publicUrl: 'https://buurt.example.nl'}), {
  folder,
  contentSecurityPolicy: "default-src 'self'",
});

const initiatives = '/v1/communities/zierikzee/initiatives';
const answers: [string, number, string, RequestInit?][] = [
  ['a list', 200, initiatives],
  ['a list as CSV', 200, `${initiatives}?format=csv`],
  ['a list as GeoJSON', 200, `${initiatives}?format=geojson`],
  ['one thing', 200, `${initiatives}/buurttuin`],
  ['what was made', 201, initiatives, write('POST', key, {name: 'Nieuw', kind: 'other', summary: {nl: 'x'}})],
  ['what one has already', 304, initiatives, {headers: {'If-None-Match': '*'}}],
  ['a preflight', 204, initiatives, {method: 'OPTIONS'}],
  ['only the head', 200, initiatives, {method: 'HEAD'}],
  ['events', 200, '/v1/communities/zierikzee/events'],
  ['the description', 200, '/v1/openapi.json'],
  ['a file of embed', 200, '/embed/1/buurt.js'],
  ['the same file again', 304, '/embed/1/buurt.js', {headers: {'If-None-Match': '*'}}],
  ['a page', 200, '/zierikzee/initiatieven'],
  ['the same page again', 304, '/zierikzee/initiatieven', {headers: {'If-None-Match': '*'}}],
  ['the stylesheet', 200, '/assets/pages.css'],
  ['the community’s stylesheet', 200, '/assets/looks/zierikzee.css'],
  ['health', 200, '/health'],
  ['a bad query', 400, `${initiatives}?limit=0`],
  ['no key', 401, initiatives, {method: 'POST'}],
  ['not found', 404, '/v1/nergens'],
  ['not found, in a browser', 404, '/nergens', {headers: {Accept: 'text/html'}}],
  ['a wrong method', 405, initiatives, {method: 'DELETE'}],
  ['another form', 406, initiatives, {headers: {Accept: 'image/png'}}],
  ['too much', 413, initiatives, {method: 'POST', body: 'x'.repeat(1024 * 1024 + 1)}],
  [
    'another kind of content',
    415,
    initiatives,
    {...write('POST', key, {}), headers: {Authorization: `Bearer ${key}`, 'Idempotency-Key': 'a-fresh-key'}},
  ],
];

describe.each(answers)('%s (%i)', (_name, status, path, init) => {
  test('has the headers that every answer has, and none that tells what it is made with', async () => {
    const response = await app.request(path, init);

    expect(response.status).toBe(status);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'api-version': apiVersion,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'permissions-policy': expect.stringContaining('geolocation=()'),
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    for (const name of ['x-powered-by', 'server', 'set-cookie', 'x-frame-options']) expect(response.headers.has(name)).toBe(false);
  });
});

test('what is under /v1 and /embed may be read from every site, also when it is a refusal', async () => {
  for (const [, , path, init] of answers.filter(([, , address]) => /^\/(?:v1|embed)\//.test(address))) {
    const {headers} = await app.request(path, init);
    expect([path, headers.get('Access-Control-Allow-Origin'), headers.get('Access-Control-Allow-Credentials')]).toEqual([path, '*', null]);
    if (init?.method !== 'OPTIONS') expect(headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin');
  }
});

test('a page allows no script, and nobody to frame it', async () => {
  for (const path of ['/', '/zierikzee/initiatieven', '/zierikzee/initiatieven/buurttuin', '/problems/request.invalid', '/nergens']) {
    const {headers} = await app.request(path, {headers: {Accept: 'text/html'}});
    const policy = headers.get('Content-Security-Policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toContain('script-src');
  }
});

test('over https browsers are told to stay there, on every answer, also of the site of files', async () => {
  for (const path of ['/', '/index.html', '/v1/communities', '/nergens', '/health']) {
    expect((await site.request(path)).headers.get('Strict-Transport-Security')).toBe('max-age=63072000; includeSubDomains');
    expect((await app.request(path)).headers.has('Strict-Transport-Security')).toBe(false);
  }
});

test('a site of files has its own policy and never leaves its folder', async () => {
  const home = await site.request('/');
  const again = await site.request('/', {headers: {'If-None-Match': home.headers.get('ETag') ?? ''}});

  expect(home.headers.get('Content-Security-Policy')).toBe("default-src 'self'");
  expect([home.status, again.status]).toEqual([200, 304]);
  for (const path of ['/..%2findex.html', '/%2e%2e/%2e%2e/etc/passwd', '/..%5cbuurt.js', '/%00.html', '/a%00.js', '/./../../package.json'])
    expect((await site.request(path)).status).toBe(404);
});

test('the number of a problem is the number of its line in the log, which holds nothing that was asked for', async () => {
  const response = await app.request(`${initiatives}?limit=0&q=geheim`);
  const problem = problemSchema.parse(await response.json());

  const line = app.logged.find((one) => one.includes(problem.requestId)) ?? '{}';
  expect(response.headers.get('X-Request-Id')).toBe(problem.requestId);
  expect(JSON.parse(line)).toMatchObject({method: 'GET', path: initiatives, status: 400});
  expect(line).not.toContain('geheim');
});

test('our own mistake tells the reader nothing but its number, and the log why', async () => {
  const broken = {
    ...app.database,
    get public(): never {
      throw new TypeError('select secret from somewhere');
    },
  };
  const lines: string[] = [];
  const log = createLog('info', {write: (line: string) => void lines.push(line)});
  const brokenApp = createApp(testServices(broken, {log}));

  for (const accept of ['application/json', 'text/html']) {
    const response = await brokenApp.request(accept === 'text/html' ? '/zierikzee/initiatieven' : initiatives, {headers: {Accept: accept}});
    const text = await response.text();

    expect(response.status).toBe(500);
    expect(text).toContain(response.headers.get('X-Request-Id'));
    expect(text).not.toMatch(/secret|TypeError|at .*\.ts|hono|kysely|node_modules/i);
    expect(lines.at(-1)).toContain('select secret from somewhere');
  }
});

test.each(
  routes.filter(({method, isEachTimeNew}) => method === 'get' && !isEachTimeNew).map((route) => [route.operationId, route.path] as const),
)('%s has an ETag that holds through compression', async (_name, path) => {
  const address = `/v1${path.replace('{community}', 'zierikzee').replace('{slug}', 'buurttuin')}`;
  const plain = await app.request(address);
  if (plain.status !== 200) return;
  const packed = await app.request(address, {headers: {'Accept-Encoding': 'gzip'}});
  const tag = packed.headers.get('ETag') ?? '';

  const again = await app.request(address, {headers: {'Accept-Encoding': 'gzip', 'If-None-Match': `"other", ${tag}`}});

  expect(again.status).toBe(304);
  expect(packed.headers.get('Vary')).toContain('Accept');
});
