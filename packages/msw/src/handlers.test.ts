import {initiativeListItemSchema, initiativeSchema, partnerSchema, routes, sharedPlaceSchema} from '@buurtkit/contract';
import {HttpResponse, http} from 'msw';
import {setupServer} from 'msw/node';
import {afterAll, afterEach, beforeAll, expect, test} from 'vitest';
import {handlers, manyInitiatives, sampleInitiatives, sampleKeys, samplePartners, samplePlaces, scenarios} from './index.ts';

const server = setupServer(...handlers());
beforeAll(() => server.listen({onUnhandledFrame: 'error'}));
afterEach(() => server.resetHandlers(...handlers()));
afterAll(() => server.close());

const list = 'https://api.example/v1/communities/buurtkracht/initiatives';
const getJson = async (url: string) => (await fetch(url)).json();
const namesIn = async (query: string) => (await getJson(`${list}?${query}`)).data.map(({name}: {name: string}) => name);

test('there is a handler for every route, and one for what has no route', () => {
  expect(handlers()).toHaveLength(routes.length + 1);
});

test('the sample initiatives are as the API would give them', () => {
  for (const initiative of [...sampleInitiatives, ...manyInitiatives(50)]) expect(initiativeSchema.parse(initiative)).toEqual(initiative);
  expect(sampleInitiatives.some(({place}) => place === null)).toBe(true);
  expect(sampleInitiatives.some(({story}) => story.length === 2)).toBe(true);
});

test('a page can be narrowed by kind, theme, area, community and words', async () => {
  expect(await namesIn('kind=shop,playground')).toEqual(['Buurtsuper Holwierde', 'Krajicek Playground Den Haag']);
  expect(await namesIn('theme=time-credits')).toEqual(['Happy Coins', 'Tijdspunten Zierikzee']);
  expect(await namesIn('area=GM0014')).toEqual(['STIP Groningen']);
  expect(await namesIn('community=groningen&stage=starting')).toEqual(['Happy Coins']);
  expect(await namesIn('q=WINKEL')).toEqual(['Buurtsuper Holwierde']);
});

test('only what says that it is open then is found at a time', async () => {
  expect(await namesIn('open=2026-11-24T13:00:00Z')).toEqual(['STIP Groningen']);
  expect(await namesIn('open=2026-11-24T16:00:00Z')).toEqual([]);
});

test('a count says what one would get with that value instead', async () => {
  const {facets} = await getJson(`${list}?kind=shop&stage=active&facets=kind,theme`);

  const counted = facets.kind.find(({value}: {value: string}) => value === 'playground');
  expect(counted).toEqual({value: 'playground', count: (await namesIn('kind=playground&stage=active')).length});
  expect(facets.kind).toContainEqual({value: 'village-house', count: 0});
  expect(facets.theme).toEqual([
    {value: 'shop', count: 1},
    {value: 'liveability', count: 1},
  ]);
});

test('two initiatives of a region with one slug are told apart by their community', async () => {
  const [first] = sampleInitiatives;
  server.use(...handlers({initiatives: [first!, {...first!, id: sampleInitiatives[1]!.id, community: 'groningen'}]}));

  const problem = await getJson(`${list}/${first!.slug}`);

  expect(problem).toMatchObject({code: 'slug.ambiguous', addresses: [`eemsdelta~${first!.slug}`, `groningen~${first!.slug}`]});
  expect(await getJson(`${list}/${problem.addresses[1]}`)).toMatchObject({community: 'groningen'});
});

test('a cell that a spreadsheet would run is guarded', async () => {
  server.use(...handlers({initiatives: [{...sampleInitiatives[0]!, name: '=HYPERLINK("x")'}]}));

  expect(await (await fetch(`${list}?format=csv`)).text()).toContain(`,"'=HYPERLINK(""x"")",`);
});

test('what one set of handlers is told, another doesn’t see', async () => {
  const body = JSON.stringify({name: 'Buurttuin', kind: 'other', summary: {nl: 'Groen.'}});
  const headers = {'Content-Type': 'application/json', 'Idempotency-Key': 'test-0001', Authorization: `Bearer ${sampleKeys.admin.key}`};
  expect((await fetch('https://api.example/v1/communities/eemsdelta/initiatives', {method: 'POST', headers, body})).status).toBe(201);
  expect((await getJson(list)).total).toBe(sampleInitiatives.length + 1);

  server.use(...handlers());

  expect((await getJson(list)).total).toBe(sampleInitiatives.length);
});

test('handlers for one API leave others alone', async () => {
  server.resetHandlers(
    ...handlers({api: 'https://api.example/v1/'}),
    http.get('https://other.example/v1/things', () => HttpResponse.text('mine')),
  );

  expect((await getJson(list)).total).toBe(sampleInitiatives.length);
  expect(await (await fetch('https://other.example/v1/things')).text()).toBe('mine');
});

test('slow: the answer is the same, later', async () => {
  server.use(...scenarios.slow(80));
  const start = performance.now();

  expect((await getJson(list)).total).toBe(sampleInitiatives.length);

  expect(performance.now() - start).toBeGreaterThan(70);
});

test('empty: the community is there and has nothing to show', async () => {
  server.use(...scenarios.empty());

  expect(await getJson(list)).toEqual({data: [], total: 0, next: null, facets: {}});
  expect((await fetch('https://api.example/v1/communities/eemsdelta')).status).toBe(200);
});

test('failing: every request gets the same problem, with when to come back', async () => {
  server.use(...scenarios.failing('request.rate-limited', {retryAfter: 7}));

  const response = await fetch(list, {headers: {'Accept-Language': 'en'}});

  expect([response.status, response.headers.get('Retry-After')]).toEqual([429, '7']);
  expect(await response.json()).toMatchObject({code: 'request.rate-limited', title: 'Too many requests'});
});

test('offline: no answer comes', async () => {
  server.use(...scenarios.offline());

  await expect(fetch(list)).rejects.toThrow(TypeError);
});

test('many: as many as asked for, the same ones every time', async () => {
  server.use(...scenarios.many(250));

  const {total, data} = await getJson(`${list}?limit=100`);

  expect([total, data.length]).toEqual([250, 100]);
  for (const item of data) expect(initiativeListItemSchema.parse(item)).toEqual(item);
  expect(manyInitiatives(250)).toEqual(manyInitiatives(250));
});

test('the sample organisations and places are as the API would give them', () => {
  for (const partner of samplePartners) expect(partnerSchema.parse(partner)).toEqual(partner);
  for (const place of samplePlaces) expect(sharedPlaceSchema.parse(place)).toEqual(place);
  expect(samplePartners.some(({members}) => members.length > 0)).toBe(true);
  expect(samplePartners.flatMap(({services}) => services)).toHaveLength(5);
});

test('the organisations that follow an initiative are named on both sides, also when that changes', async () => {
  const partners = 'https://api.example/v1/communities/buurtkracht/partners';
  const slug = 'kennisinstituut-samenleven';
  const before = await getJson(`${partners}/${slug}`);
  expect(before.coalition).toHaveLength(6);

  const shop = 'https://api.example/v1/communities/eemsdelta/initiatives/buurtsuper-holwierde';
  const headers = {
    'Content-Type': 'application/json',
    'Idempotency-Key': 'test-0002',
    'If-Match': '*',
    Authorization: `Bearer ${sampleKeys.admin.key}`,
  };
  const coalition = [{partner: 'dorpsbelang-de-wierde', role: 'lead'}];
  expect((await fetch(shop, {method: 'PATCH', headers, body: JSON.stringify({coalition})})).status).toBe(200);

  expect((await getJson(`${partners}/${slug}`)).initiativeCount).toBe(5);
  expect((await getJson(shop)).coalition).toMatchObject([{partner: {name: 'Dorpsbelang De Wierde'}, role: 'lead', since: null}]);
});

test('organisations can be narrowed by what they do, when they are open and the words of their services', async () => {
  const namesOf = async (query: string) => {
    const {data} = await getJson(`https://api.example/v1/communities/buurtkracht/partners?${query}`);
    return data.map(({name}: {name: string}) => name);
  };
  expect(await namesOf('function=advice')).toEqual(['Welzijn De Brug']);
  expect(await namesOf('open=2026-11-24T09:00:00Z')).toEqual(['Welzijn De Brug']);
  expect(await namesOf('q=klussendienst')).toEqual(['Dorpsbelang De Wierde']);
});
