import {isWrite, routes, type Problem, type Route} from '@buurtkit/contract';
import {afterAll, describe, expect, test} from 'vitest';
import {createInitiative} from '../initiatives/create-initiative.ts';
import {aMember} from '../testing/a-member.ts';
import {aCommunity, aKey, aScope, createTestApp} from '../testing/test-app.ts';

const app = await createTestApp();
afterAll(() => app.close());
const community = await aCommunity(app, {slug: 'zierikzee'});
const admin = await aKey(app, community, 'admin');
const organiser = await aKey(app, community, 'organiser', 'partner:club');
const member = await aKey(app, community, 'member');
const person = (await aMember(app, community, {role: 'admin'})).token;
await createInitiative(aScope(app, community), {slug: 'buurttuin', name: 'Buurttuin', kind: 'other', summary: {nl: 'Tuin.'}});

const values: Record<string, string> = {
  community: 'zierikzee',
  slug: 'buurttuin',
  id: '019aa000-0000-7000-8000-000000000000',
  source: 'elders',
  number: '1',
};
const pathOf = (route: Route) => `/v1${route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? name)}`;

async function codeOf(path: string, init?: RequestInit): Promise<string> {
  const response = await app.request(path, init);
  expect(response.headers.get('Content-Type')).toBe('application/problem+json');
  return ((await response.json()) as Problem).code;
}

const paths = [...new Set(routes.map(pathOf))];

describe.each(paths)('%s', (path) => {
  const methods = routes
    .filter((route) => pathOf(route) === path)
    .flatMap(({method}) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]));
  const wrong = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((method) => !methods.includes(method));

  test.each(wrong)('%s is refused before a key, a role, a content type or an Idempotency-Key is asked for', async (method) => {
    for (const headers of [{}, {Authorization: `Bearer ${member}`}, {Authorization: 'Bearer bk_made-up-by-somebody-else'}]) {
      const response = await app.request(path, {method, headers});

      expect(response.status).toBe(405);
      expect(response.headers.get('Allow')?.split(', ').sort()).toEqual([...methods, 'OPTIONS'].sort());
    }
  });

  test('a browser that asks first is told what may be sent, without a key', async () => {
    const preflight = {
      'Access-Control-Request-Method': methods.at(-1) ?? 'GET',
      'Access-Control-Request-Headers': 'idempotency-key, if-match, authorization',
      Origin: 'https://www.example.nl',
    };

    const response = await app.request(path, {method: 'OPTIONS', headers: preflight});

    expect(response.status).toBe(204);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(response.headers.get('Access-Control-Allow-Credentials')).toBeNull();
    const allowed = response.headers.get('Access-Control-Allow-Headers')?.toLowerCase() ?? '';
    for (const name of ['authorization', 'content-type', 'idempotency-key', 'if-match', 'if-none-match']) expect(allowed).toContain(name);
    for (const method of methods) expect(response.headers.get('Access-Control-Allow-Methods')).toContain(method);
  });

  test('a slash at the end is another address, for whatever method', async () => {
    for (const method of ['GET', 'POST', 'PATCH', 'DELETE']) expect(await codeOf(`${path}/`, {method})).toBe('route.not-found');
  });
});

describe.each(routes.filter(isWrite).map((route) => [route.operationId, route] as const))(
  '%s says what is wrong in one order:',
  (_name, route) => {
    const path = pathOf(route);
    const method = route.method.toUpperCase();
    const json = {'Content-Type': 'application/json'};
    const isForOrganisers = route.roles !== 'public' && !route.roles.includes('admin');
    const withKey = {Authorization: `Bearer ${route.needsPerson ? person : isForOrganisers ? organiser : admin}`};
    const once = () => ({'Idempotency-Key': crypto.randomUUID()});

    test('no community before no key', async () => {
      expect(await codeOf(path.replace('zierikzee', 'nergens'), {method})).toBe('community.not-found');
    });

    test('no key before a foreign site, no Idempotency-Key or a bad body', async () => {
      const code = await codeOf(path, {method, body: '{', headers: {Origin: 'https://evil.example'}});
      expect(code).toBe(route.roles === 'public' ? 'auth.not-allowed' : 'auth.required');
    });

    test('the wrong role before a bad body', async () => {
      if (route.roles === 'public' || route.roles.includes('member')) return;
      expect(await codeOf(path, {method, body: '{', headers: {Authorization: `Bearer ${member}`}})).toBe('auth.not-allowed');
    });

    test('a foreign site before no Idempotency-Key', async () => {
      expect(await codeOf(path, {method, body: '{', headers: {...withKey, Origin: 'https://evil.example'}})).toBe('auth.not-allowed');
    });

    test('no Idempotency-Key before another kind of content', async () => {
      expect(await codeOf(path, {method, body: 'a=b', headers: withKey})).toBe('idempotency.key-required');
    });

    test('another kind of content before no If-Match, and that before a bad body', async () => {
      const headers = {...withKey, ...once()};
      if (route.body || route.upload) expect(await codeOf(path, {method, body: 'a=b', headers})).toBe('request.unsupported-media-type');
      if (!route.body && !route.needsIfMatch) return;
      const code = await codeOf(path, {method, body: '{', headers: {...withKey, ...once(), ...json}});
      expect(code).toBe(route.needsIfMatch ? 'precondition.required' : 'request.malformed');
    });
  },
);

describe.each([
  '/health',
  '/v1/openapi.json',
  '/',
  '/zierikzee/initiatieven',
  '/assets/pages.css',
  '/embed/1/buurt.js',
  '/problems/request.invalid',
])('%s', (path) => {
  test('says which methods it has', async () => {
    const refused = await app.request(path, {method: 'POST'});
    const asked = await app.request(path, {method: 'OPTIONS'});

    expect(refused.status).toBe(405);
    expect(refused.headers.get('Allow')).toBe('GET, HEAD, OPTIONS');
    expect(asked.status).toBe(204);
  });
});
