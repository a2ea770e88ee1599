import {afterAll, expect, test} from 'vitest';
import {createInitiative} from '../initiatives/create-initiative.ts';
import {aCommunity, aKey, aScope, createTestApp, write} from '../testing/test-app.ts';

const app = await createTestApp();
afterAll(() => app.close());
const community = await aCommunity(app, {slug: 'zierikzee'});
const key = await aKey(app, community, 'admin');

async function anInitiative(): Promise<string> {
  const {slug} = await createInitiative(aScope(app, community), {
    name: 'Buurttuin',
    kind: 'other',
    summary: {nl: 'Samen tuinieren. '.repeat(30)},
    story: [{title: {nl: 'Begin'}, text: {nl: 'Zo ging het. '.repeat(100)}}],
  });
  return `/v1/communities/zierikzee/initiatives/${slug}`;
}

async function tagOf(path: string, headers: Record<string, string> = {}): Promise<string> {
  return (await app.request(path, {headers})).headers.get('ETag') ?? '';
}

const patch = (path: string, ifMatch: string, body: unknown = {stage: 'paused'}) =>
  app.request(path, write('PATCH', key, body, {'If-Match': ifMatch}));

test('of a crowd that edits the same page, one is first and nobody else overwrites it', async () => {
  const path = await anInitiative();
  const tag = await tagOf(path);

  const answers = await Promise.all(Array.from({length: 12}, (_, number) => patch(path, tag, {name: `Tuin ${number}`})));

  const statuses = answers.map(({status}) => status).sort();
  expect(statuses).toEqual([200, ...Array.from({length: 11}, () => 412)]);
  const winner = (await answers.find(({status}) => status === 200)?.json()) as {name: string};
  expect(await (await app.request(path)).json()).toMatchObject({name: winner.name});
});

test('the tag of a compressed answer, a weak one, and one in a list are as good as the plain one', async () => {
  for (const form of [(tag: string) => tag, (tag: string) => `W/${tag}`, (tag: string) => `"other-tag", ${tag}`, () => '*']) {
    const path = await anInitiative();
    expect((await patch(path, form(await tagOf(path)))).status).toBe(200);
  }
  const path = await anInitiative();
  const packed = await tagOf(path, {'Accept-Encoding': 'gzip'});
  expect(packed).toMatch(/^W\//);
  expect((await patch(path, packed)).status).toBe(200);
});

test('the answer to a change has the tag for the next change', async () => {
  const path = await anInitiative();
  const first = await patch(path, await tagOf(path));

  const second = await patch(path, first.headers.get('ETag') ?? '', {stage: 'active'});

  expect(second.status).toBe(200);
  expect(await tagOf(path)).toBe(second.headers.get('ETag'));
});

test.each(['"0"', '"1"', '1', 'W/', '""', '"999-AAAAAAAAAAAAAAAA"', 'zomaar', ','])('%s is no tag of what is there', async (ifMatch) => {
  const path = await anInitiative();
  const before = await (await app.request(path)).json();

  expect((await patch(path, ifMatch)).status).toBe(412);
  expect(await (await app.request(path)).json()).toEqual(before);
});

test('the tag of one initiative does not open another', async () => {
  const one = await anInitiative();
  await patch(one, await tagOf(one));
  const other = await anInitiative();

  expect((await patch(other, await tagOf(one))).status).toBe(412);
});

test('settings of a community are edited by one at a time too', async () => {
  const path = '/v1/communities/zierikzee';
  const tag = await tagOf(path);

  const answers = await Promise.all(['je', 'u', 'je', 'u'].map((addressForm) => patch(path, tag, {addressForm})));

  expect(answers.map(({status}) => status).sort()).toEqual([200, 412, 412, 412]);
});
