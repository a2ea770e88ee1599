import type {Problem} from '@buurtkit/contract';
import {afterAll, describe, expect, test} from 'vitest';
import {aCommunity, aKey, createTestApp, write} from '../testing/test-app.ts';

const app = await createTestApp();
afterAll(() => app.close());
const zierikzee = await aCommunity(app, {slug: 'zierikzee'});
const key = await aKey(app, zierikzee, 'admin');

const initiatives = '/v1/communities/zierikzee/initiatives';
const buurttuin = {name: 'Buurttuin', kind: 'other', summary: {nl: 'Samen tuinieren.'}};
const position = (value: string) => Buffer.from(value).toString('base64url');
const anId = '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d6e';

async function problemOf(response: Response): Promise<Problem> {
  expect(response.headers.get('Content-Type')).toBe('application/problem+json');
  return (await response.json()) as Problem;
}

function places({errors = []}: Problem): (string | undefined)[] {
  return errors.map(({pointer, parameter, header}) => pointer ?? parameter ?? header);
}

function withText(text: string) {
  return {
    ...buurttuin,
    name: `Buurttuin${text}`,
    summary: {nl: `Samen${text}`},
    place: {city: `Zierik${text}zee`, areaCode: null, areaYear: null, precision: 'town'},
    areas: [{code: 'kern', year: null, name: `Kern${text}`}],
    lookingFor: [{text: {nl: `Handen${text}`}, kind: null}],
    externalIds: [{source: 'elders', id: `4${text}7`}],
    story: [{title: {nl: `Begin${text}`}, text: {nl: `Zo${text}`, en: `So${text}`}}],
  };
}

describe.each([
  ['a NUL', '\0'],
  ['half a character', '\ud800'],
])('%s, which no database keeps', (_name, text) => {
  test('is a fault in every text of a new initiative, and all are named at once', async () => {
    const problem = await problemOf(await app.request(initiatives, write('POST', key, withText(text))));

    expect(problem).toMatchObject({status: 400, code: 'request.invalid'});
    expect(places(problem).sort()).toEqual(
      [
        '#/name',
        '#/summary/nl',
        '#/place/city',
        '#/areas/0/name',
        '#/lookingFor/0/text/nl',
        '#/externalIds/0/id',
        '#/story/0/title/nl',
        '#/story/0/text/nl',
        '#/story/0/text/en',
      ].sort(),
    );
  });

  test('is named next to other faults', async () => {
    const problem = await problemOf(
      await app.request(initiatives, write('POST', key, {name: `a${text}`, kind: 'castle', summary: {nl: 'x'}})),
    );

    expect(places(problem).sort()).toEqual(['#/kind', '#/name']);
  });

  test('as the name of a property makes it no JSON that we read', async () => {
    const problem = await problemOf(await app.request(initiatives, write('POST', key, {...buurttuin, [`a${text}`]: 1})));

    expect(problem.code).toBe('request.malformed');
  });
});

test.each([
  ['a search', `${initiatives}?q=a%00b`, 'q'],
  ['a name of a list that nobody has', `${initiatives}?a%00b=1`, 'a\0b'],
  ['a position by name', `${initiatives}?cursor=${position(JSON.stringify(['name', 'a\0', anId]))}`, 'cursor'],
  ['half a character in a position', `${initiatives}?cursor=${position(`["name","\\ud800","${anId}"]`)}`, 'cursor'],
  ['a position by date that is no date', `${initiatives}?sort=date&cursor=${position(JSON.stringify(['date', '1', anId]))}`, 'cursor'],
  [
    'a date before our era',
    `${initiatives}?sort=date&cursor=${position(JSON.stringify(['date', '0000-01-01T00:00:00.000Z', anId]))}`,
    'cursor',
  ],
  [
    'a date after PostgreSQL',
    `${initiatives}?sort=date&cursor=${position(JSON.stringify(['date', '+275760-09-13T00:00:00.000Z', anId]))}`,
    'cursor',
  ],
  ['a position of another order', `${initiatives}?sort=date&cursor=${position(JSON.stringify(['name', 'a', anId]))}`, 'cursor'],
  ['a position among communities', `/v1/communities?cursor=${position('["a\\u0000","b"]')}`, 'cursor'],
  ['a position that is a list', `/v1/communities/zierikzee/events?after=${position('[]')}`, 'after'],
  ['a position with a NUL', `/v1/communities/zierikzee/events?after=${position('{"a\\u0000":1}')}`, 'after'],
  ['a position with half a character', `/v1/communities/zierikzee/events?after=${position('{"\\ud800":1}')}`, 'after'],
  ['a position between two changes', `/v1/communities/zierikzee/events?after=${position('{"zierikzee":1.5}')}`, 'after'],
  ['a position past all numbers', `/v1/communities/zierikzee/events?after=${position('{"zierikzee":1e30}')}`, 'after'],
  ['a limit twice', `${initiatives}?limit=1&limit=2`, 'limit'],
  ['a limit beyond counting', `${initiatives}?limit=99999999999999999999999999`, 'limit'],
  ['a list in brackets', `${initiatives}?kind[]=shop`, 'kind[]'],
  ['a key that every object has', `${initiatives}?__proto__=1`, '__proto__'],
  ['another one', `${initiatives}?constructor=1`, 'constructor'],
  ['a key without a name', `${initiatives}?=1`, ''],
])('%s in the query is a fault of its key', async (_name, path, parameter) => {
  const problem = await problemOf(await app.request(path));

  expect(problem).toMatchObject({status: 400, code: 'request.invalid'});
  expect(places(problem)).toContain(parameter);
});

test.each([
  ['nested a hundred thousand deep', '['.repeat(100_000) + ']'.repeat(100_000), 'request.invalid'],
  [
    'deep inside a field',
    `{"name":"a","kind":"other","summary":{"nl":"x"},"lookingFor":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
    'request.invalid',
  ],
  [
    'a number past all numbers',
    '{"name":"a","kind":"other","summary":{"nl":"x"},"location":{"type":"Point","coordinates":[1e999,52]}}',
    'request.invalid',
  ],
  ['lists where texts belong', '{"name":["a"],"kind":["other"],"summary":[]}', 'request.invalid'],
  ['a prototype', '{"__proto__":{"name":"a"},"name":"a","kind":"other","summary":{"nl":"x"}}', 'request.invalid'],
  ['null', 'null', 'request.invalid'],
  ['two documents', '{}{}', 'request.malformed'],
  ['nothing but a comma', ',', 'request.malformed'],
])('a body that is %s is refused', async (_name, body, code) => {
  const problem = await problemOf(await app.request(initiatives, {...write('POST', key, null), body}));

  expect(problem.code).toBe(code);
});

test('bytes that are no UTF-8, and content that is packed, are refused', async () => {
  const bytes = new Uint8Array([0x7b, 0xff, 0x7d]);
  const packed = write('POST', key, buurttuin, {'Content-Encoding': 'gzip'});

  expect((await problemOf(await app.request(initiatives, {...write('POST', key, null), body: bytes}))).code).toBe('request.malformed');
  expect((await problemOf(await app.request(initiatives, packed))).code).toBe('request.unsupported-media-type');
});

test.each([
  '/v1',
  '/v1/',
  '/foo',
  '/v1/%E0%A4%A',
  '/%E0%A4%A',
  '//',
  '//v1/communities',
  '/v1//communities',
  '/v1/communities//initiatives',
  '/V1/communities',
  '/v1/communities/%00/initiatives',
  '/v1/communities/%E0%A4%A/initiatives',
  `${initiatives}/%00`,
  `${initiatives}/%E0%A4%A`,
  '/v1/communities/zierikzee%2Finitiatives',
  `/${'x'.repeat(9000)}`,
  '/embed/1/%00.js',
  '/embed/1/..%2f..%2fpackage.json',
  '/embed/1',
  '/embed/99999999999999/buurt.js',
  '/problems/__proto__',
  '/problems/toString',
  '/problems/',
  '/assets/looks/%00.css',
  '/%00/initiatieven',
  '/zierikzee/initiatieven/%00',
])('the address %s is nowhere, and says so as a problem', async (path) => {
  const problem = await problemOf(await app.request(path));

  expect(problem.status).toBe(404);
  expect(problem.code).toMatch(/\.not-found$/);
});

test('a name elsewhere that another initiative has, or that stands there twice, is a fault', async () => {
  const first = {...buurttuin, externalIds: [{source: 'elders', id: '1'}]};
  expect((await app.request(initiatives, write('POST', key, first))).status).toBe(201);

  const taken = await problemOf(
    await app.request(
      initiatives,
      write('POST', key, {
        ...buurttuin,
        externalIds: [
          {source: 'elders', id: '2'},
          {source: 'elders', id: '1'},
        ],
      }),
    ),
  );
  const twice = await problemOf(
    await app.request(
      initiatives,
      write('POST', key, {
        ...buurttuin,
        externalIds: [
          {source: 'elders', id: '3'},
          {source: 'elders', id: '3'},
        ],
      }),
    ),
  );

  expect(taken).toMatchObject({code: 'request.invalid', errors: [{pointer: '#/externalIds/1', code: 'not-allowed'}]});
  expect(twice).toMatchObject({code: 'request.invalid', errors: [{pointer: '#/externalIds/1', code: 'not-allowed'}]});
});

test('an area that a community names twice is a fault', async () => {
  const areas = [
    {code: 'kern', year: null, name: 'Kern'},
    {code: 'kern', year: null, name: 'Kern Noord'},
  ];

  const problem = await problemOf(await app.request('/v1/communities/zierikzee', write('PATCH', key, {areas}, {'If-Match': '*'})));

  expect(problem).toMatchObject({code: 'request.invalid', errors: [{pointer: '#/areas/1/code', code: 'not-allowed'}]});
});

test('past the last community the total is still how many there are', async () => {
  const page = await (await app.request(`/v1/communities?cursor=${position('["zzzz","z"]')}`)).json();

  expect(page).toMatchObject({data: [], total: 1, next: null});
});

test('nothing strange was our own mistake', () => {
  expect(app.logged.filter((line) => line.includes('request failed'))).toEqual([]);
});
