import type {GeoSuggestion} from '@buurtkit/contract';
import {expect, test} from 'vitest';
import {createInitiative} from '../initiatives/create-initiative.ts';
import {localService, type LocalService} from '../testing/local-service.ts';
import {aCommunity, aScope, testApp, type TestApp} from '../testing/test-app.ts';
import {createBreaker} from '../upstream/breaker.ts';
import {pdokGeocoder} from './pdok-geocoder.ts';

const damrak = {id: 'adr-1', type: 'adres', weergavenaam: 'Damrak 1, 1012LG Amsterdam', centroide_ll: 'POINT(4.8972 52.3764)', score: 12.5};
const zierikzee = {
  id: 'wpl-1',
  type: 'woonplaats',
  weergavenaam: 'Zierikzee, Schouwen-Duiveland, Zeeland',
  centroide_ll: 'POINT(3.9167 51.65)',
};

const json = (docs: unknown) => JSON.stringify({response: {numFound: 9, start: 0, maxScore: 12.5, numFoundExact: true, docs}});

async function aLocatieserver(docs: unknown = [damrak]): Promise<LocalService> {
  return localService((_path, response) => void response.writeHead(200, {'Content-Type': 'application/json'}).end(json(docs)));
}

async function anApp(
  pdok: string,
): Promise<TestApp & {suggest(q: string, limit?: number): Promise<Suggested>; reverse(at: [number, number]): Promise<Suggested>}> {
  const app = await testApp({BUURTKIT_PDOK_URL: pdok});
  const scope = aScope(app, await aCommunity(app, {slug: 'zeeland', areas: [{code: 'GM1676', year: 2025, name: 'Schouwen-Duiveland'}]}));
  for (const [name, city, at] of [
    ['Tijdspunten Zierikzee', 'Zierikzee', [3.9167, 51.65]],
    ['Dorpshuis De Zwaan', 'Zierikzee', [3.92, 51.652]],
    ['Dorpshuis Renesse', 'Renesse', [3.773, 51.733]],
  ] as const)
    await createInitiative(scope, {
      name,
      kind: 'village-house',
      summary: {nl: 'Van het dorp.'},
      place: {city, areaCode: 'GM1676', areaYear: 2025, precision: 'exact'},
      location: {type: 'Point', coordinates: [...at]},
    });
  const post = async (path: string, body: unknown) => {
    const answer = await app.request(`/v1/communities/zeeland/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {'Content-Type': 'application/json'},
    });
    expect(answer.status).toBe(200);
    return (await answer.json()) as Suggested;
  };
  return {
    ...app,
    suggest: (q, limit = 5) => post('geo-suggestions', {q, limit}),
    reverse: (coordinates) => post('geo-reverse', {location: {type: 'Point', coordinates}}),
  };
}
type Suggested = {data: GeoSuggestion[]; total: number; isComplete: boolean};

const labels = ({data}: Suggested) => data.map(({label}) => label);

test('an address is found with its place, and who says so', async () => {
  const pdok = await aLocatieserver();
  const {suggest} = await anApp(pdok.url);

  expect(await suggest('damrak 1')).toEqual({
    data: [{label: damrak.weergavenaam, kind: 'address', location: {type: 'Point', coordinates: [4.8972, 52.3764]}, source: 'pdok'}],
    total: 1,
    isComplete: true,
  });
  const [asked] = pdok.asked;
  expect(asked).toMatch(/^\/bzk\/locatieserver\/search\/v3_1\/suggest\?/);
  expect(
    [...new URL(asked ?? '', pdok.url).searchParams.keys()].filter((key) => !['q', 'rows', 'fl', 'fq', 'bq', 'lat', 'lon'].includes(key)),
  ).toEqual([]);
});

test('where a suggestion is only an id, the place is looked up by it', async () => {
  const pdok = await localService((path, response) => {
    const {centroide_ll: _place, ...idOnly} = damrak;
    response.end(json(path.includes('/lookup?id=adr-1') ? [damrak] : [idOnly]));
  });
  const {suggest} = await anApp(pdok.url);

  expect(labels(await suggest('damrak 1'))).toEqual([damrak.weergavenaam]);
});

test('the community’s own towns, areas and initiatives are found as well, also by a word in an address', async () => {
  const {suggest} = await anApp((await aLocatieserver([damrak, damrak, damrak, damrak, damrak])).url);

  expect(labels(await suggest('zierik'))).toEqual([
    damrak.weergavenaam,
    damrak.weergavenaam,
    damrak.weergavenaam,
    damrak.weergavenaam,
    'Zierikzee',
  ]);
  expect(labels(await suggest('Kerkstraat 5, Renesse', 1))).toEqual(['Renesse']);
  expect(labels(await suggest('schouwen', 2))).toContain('Schouwen-Duiveland');
  expect(labels(await suggest('DÓRPSHUIS', 2))).toContain('Dorpshuis De Zwaan');
  expect(labels(await suggest('100%_', 1))).toEqual([damrak.weergavenaam]);
});

test('a point on the map gets a name', async () => {
  const {reverse} = await anApp((await aLocatieserver([zierikzee])).url);

  const answer = await reverse([3.918, 51.651]);

  expect(labels(answer)).toEqual([zierikzee.weergavenaam, 'Zierikzee']);
  expect(labels(await reverse([5.9, 52.9]))).toEqual([zierikzee.weergavenaam]);
});

test.each([
  ['is slow', async () => localService(() => undefined)],
  ['is broken', async () => localService((_path, response) => void response.writeHead(500).end('<html>'))],
  ['sends something else', async () => localService((_path, response) => void response.end('{"error": "q is required"}'))],
  ['sends far too much', async () => localService((_path, response) => void response.end(json([damrak, 'x'.repeat(400_000)])))],
  [
    'sends us elsewhere',
    async () => localService((_path, response) => void response.writeHead(302, {Location: 'http://127.0.0.1:9/'}).end()),
  ],
] as const)('when the address service %s, our own places come within two seconds, with word that it isn’t all', async (_name, service) => {
  const {suggest} = await anApp((await service()).url);
  const start = performance.now();

  const answer = await suggest('zierikzee');

  expect(performance.now() - start).toBeLessThan(2500);
  expect(answer).toMatchObject({isComplete: false, data: [{label: 'Zierikzee', source: 'gazetteer'}]});
});

test('what an address service makes up is left out', async () => {
  const lies = [
    {...damrak, centroide_ll: 'POINT(-0.12 51.5)'},
    {...damrak, centroide_ll: 'POINT(52.3764 4.8972)'},
    {...damrak, centroide_ll: 'POINT(121000 487000)'},
    {...damrak, centroide_ll: 'POINT(4.8972 52.3764); drop table'},
    {...damrak, type: 'raadhuis'},
    {...damrak, weergavenaam: ''},
    {...damrak, weergavenaam: 'Dam\u202Erak'},
    {...damrak, weergavenaam: 12},
    null,
    'Damrak',
  ];
  const {suggest} = await anApp((await aLocatieserver([...lies, zierikzee])).url);

  expect(labels(await suggest('damrak', 20))).toEqual([zierikzee.weergavenaam]);
});

test('after five failures nobody waits any more; half a minute later one tries again', async () => {
  const pdok = await localService((_path, response) => void response.writeHead(500).end());
  let now = 0;
  const geocoder = pdokGeocoder(pdok.url, {breaker: createBreaker({failures: 5, pause: 30_000, now: () => now})});
  for (let press = 0; press < 8; press += 1) expect(await geocoder.suggest('damrak', 5)).toBeNull();
  expect(pdok.asked).toHaveLength(5);

  now = 30_001;
  pdok.answerWith((_path, response) => void response.end(json([damrak])));

  expect(await geocoder.suggest('damrak', 5)).toHaveLength(1);
  expect(await geocoder.suggest('damrak', 5)).toHaveLength(1);
});

test('a text that the address service refuses is no reason to stop asking it', async () => {
  const pdok = await localService((_path, response) => void response.writeHead(400).end());
  const geocoder = pdokGeocoder(pdok.url);

  for (let press = 0; press < 8; press += 1) expect(await geocoder.suggest('***', 5)).toEqual([]);
  expect(await geocoder.suggest('damrak', 5)).toEqual([]);
});

test('what somebody types to find an address is in no log', async () => {
  const {suggest, reverse, logged} = await anApp((await aLocatieserver()).url);
  const {suggest: suggestWhenDown, logged: loggedWhenDown} = await anApp('http://127.0.0.1:9');

  await suggest('Geheimestraat 17');
  await suggestWhenDown('Geheimestraat 17');
  await reverse([3.987654, 51.654321]);

  expect([...logged, ...loggedWhenDown].length).toBeGreaterThan(2);
  for (const secret of ['eheimestraat', '3.987654', '51.654321']) expect([...logged, ...loggedWhenDown].join()).not.toContain(secret);
});
