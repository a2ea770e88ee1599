import {afterAll, expect, test} from 'vitest';
import {aCommunity, aKey, createTestApp, publicUrl, write} from '../testing/test-app.ts';

const app = await createTestApp();
afterAll(() => app.close());

const strict = await aCommunity(app, {slug: 'streng', allowedOrigins: ['https://www.streng.example', 'https://streng.example:8443']});
const seeded = await aCommunity(app, {slug: 'proef', allowedOrigins: ['http://localhost', 'http://127.0.0.1']});
const none = await aCommunity(app, {slug: 'niets'});
const keys = {streng: await aKey(app, strict, 'admin'), proef: await aKey(app, seeded, 'admin'), niets: await aKey(app, none, 'admin')};

async function statusFrom(community: keyof typeof keys, headers: Record<string, string>): Promise<number> {
  const body = {name: 'Buurttuin', kind: 'other', summary: {nl: 'Tuin.'}};
  const response = await app.request(`/v1/communities/${community}/initiatives`, write('POST', keys[community], body, headers));
  return response.status;
}

test.each([
  ['our own pages', 'streng', publicUrl],
  ['our own pages, under the other name of this machine', 'streng', 'http://127.0.0.1:8787'],
  ['an allowed site', 'streng', 'https://www.streng.example'],
  ['an allowed site on its own port', 'streng', 'https://streng.example:8443'],
  ['this machine, where that is allowed', 'proef', 'http://localhost:5173'],
  ['this machine by number', 'proef', 'http://127.0.0.1:3000'],
  ['this machine by its other number', 'proef', 'http://[::1]:3000'],
] as const)('a write from %s goes through', async (_name, community, origin) => {
  expect(await statusFrom(community, {Origin: origin})).toBe(201);
});

test.each([
  ['another site', 'streng', 'https://evil.example'],
  ['nowhere in particular, as a sandboxed frame says', 'streng', 'null'],
  ['nothing at all', 'streng', ''],
  ['an allowed name over plain http', 'streng', 'http://www.streng.example'],
  ['an allowed name on another port', 'streng', 'https://www.streng.example:8443'],
  ['a name below an allowed one', 'streng', 'https://www.streng.example.evil.example'],
  ['a name above an allowed one', 'streng', 'https://streng.example'],
  ['an allowed site with a path', 'streng', 'https://www.streng.example/'],
  ['this machine, where it is not allowed', 'streng', 'http://localhost:5173'],
  ['this machine over https', 'proef', 'https://localhost:5173'],
  ['a name that begins like this machine', 'proef', 'http://localhost.evil.example'],
  ['a user of this machine', 'proef', 'http://localhost@evil.example'],
  ['nowhere, where this machine is allowed', 'proef', 'null'],
  ['any site, where none is allowed', 'niets', 'https://www.streng.example'],
] as const)('a write from %s is refused', async (_name, community, origin) => {
  expect(await statusFrom(community, {Origin: origin})).toBe(403);
});

test.each(['cross-site', 'same-site', 'none'])('a program that sends no Origin passes, whatever it says it is (%s)', async (site) => {
  expect(await statusFrom('niets', {'Sec-Fetch-Site': site, 'Sec-Fetch-Mode': 'no-cors'})).toBe(201);
});

test('anybody may read from anywhere', async () => {
  const response = await app.request('/v1/communities/niets/initiatives', {headers: {Origin: 'https://evil.example'}});

  expect(response.status).toBe(200);
});
