import {handlers, sampleInitiatives, sampleKeys, scenarios} from '@buurtkit/msw';
import {http} from 'msw';
import {setupServer} from 'msw/node';
import {afterAll, afterEach, beforeAll, beforeEach, expect, test, vi} from 'vitest';
import {ApiError, createClient, etagOf} from './index.ts';

const api = 'https://api.example';
const server = setupServer();
let asked: string[] = [];

beforeAll(() => server.listen({onUnhandledFrame: 'error'}));
beforeEach(() => {
  asked = [];
  server.resetHandlers(
    http.all(`${api}/*`, ({request}) => void asked.push(`${request.method} ${request.url.slice(api.length)}`)),
    ...handlers({api}),
  );
});
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const region = createClient({api, community: 'buurtkracht'});
const eemsdelta = createClient({api, community: 'eemsdelta', key: sampleKeys.admin.key});
const buurttuin = {name: 'Buurttuin', kind: 'other', summary: {nl: 'Samen tuinieren.'}} as const;

test('a list that nobody waits for asks nothing', async () => {
  region.initiatives.list();
  await new Promise((resolve) => setTimeout(resolve, 10));

  expect(asked).toEqual([]);
});

test('a list that is awaited is one page, with its total and counts', async () => {
  const page = await region.initiatives.list({kind: ['shop', 'playground'], facets: ['kind'], limit: 1});

  expect(page.data.map(({name}) => name)).toEqual(['Buurtsuper Holwierde']);
  expect(page.total).toBe(2);
  expect(page.next).not.toBeNull();
  expect(page.facets['kind']).toContainEqual({value: 'playground', count: 1});
  expect(asked).toEqual(['GET /v1/communities/buurtkracht/initiatives?kind=shop,playground&facets=kind&limit=1']);
});

test('a list that is awaited twice asks once', async () => {
  const list = region.initiatives.list();

  expect(await list).toBe(await list);
  expect(asked).toHaveLength(1);
});

test('the next page begins where this one ended', async () => {
  const first = await region.initiatives.list({limit: 4});
  const second = await region.initiatives.list({limit: 4, cursor: first.next!});

  expect([...first.data, ...second.data].map(({id}) => id).sort()).toEqual(sampleInitiatives.map(({id}) => id).sort());
  expect(second.next).toBeNull();
});

test('what is on the map comes as a few markers that count all of it', async () => {
  const {data, total} = await region.initiatives.clusters({bbox: [3, 50, 8, 54], zoom: 4});

  expect(data.reduce((sum, {count}) => sum + count, 0)).toBe(total);
  expect(total).toBe(sampleInitiatives.filter(({location}) => location).length);
  expect(asked).toEqual(['GET /v1/communities/buurtkracht/initiative-clusters?bbox=3,50,8,54&zoom=4']);
});

test('what somebody types to find an address stands in no URL', async () => {
  const {data, isComplete} = await region.places.suggest({q: 'Zierik'});
  const {data: nearby} = await region.places.reverse({location: {type: 'Point', coordinates: [3.9167, 51.65]}});

  expect(isComplete).toBe(true);
  expect([data, nearby].map(([place]) => place?.label)).toEqual(['Zierikzee', 'Zierikzee']);
  expect(asked).toEqual(['POST /v1/communities/buurtkracht/geo-suggestions', 'POST /v1/communities/buurtkracht/geo-reverse']);
});

test('walking through a list shows every initiative once', async () => {
  server.use(...scenarios.many(230, {api}));
  const seen = new Set<string>();

  for await (const {id} of region.initiatives.list()) seen.add(id);

  expect(seen.size).toBe(230);
});

test('who stops walking early doesn’t ask for the rest', async () => {
  for await (const initiative of region.initiatives.list({limit: 2})) if (initiative.kind === 'time-exchange') break;

  expect(asked).toHaveLength(2);
});

test('special letters in words to look for arrive as they were typed', async () => {
  await region.initiatives.list({q: 'café & thee, 100%'});

  expect(new URL(asked[0]!.slice(4), api).searchParams.get('q')).toBe('café & thee, 100%');
});

test('only the fields that were asked for come along', async () => {
  const {data} = await region.initiatives.list({fields: ['slug', 'name']});

  expect(Object.keys(data[0]!).sort()).toEqual(['id', 'name', 'slug']);
});

test('an initiative comes with its story', async () => {
  const stip = await region.initiatives.get('stip-groningen');

  expect(stip.story.map(({title}) => title.nl)).toEqual(['Wie zit er achter de balie?', 'Wat het opleverde']);
});

test('a slug can’t reach another address', async () => {
  await region.initiatives.get('../../communities?x#y').catch(() => null);

  expect(asked).toEqual(['GET /v1/communities/buurtkracht/initiatives/..%2F..%2Fcommunities%3Fx%23y']);
});

test('what isn’t there says so with a code, a text in the caller’s language and a number to ask about', async () => {
  const english = createClient({api, community: 'buurtkracht', language: 'en'});

  const error = await english.initiatives.get('weg').catch((thrown: unknown) => thrown);

  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({code: 'initiative.not-found', status: 404, errors: [], retryAfter: null});
  expect((error as ApiError).message).toContain('There is no such initiative');
  expect((error as ApiError).requestId).not.toBe('');
  expect(asked).toHaveLength(1);
});

test('all that is wrong with a new initiative is told at once', async () => {
  const error = await eemsdelta.initiatives.create({...buurttuin, name: '', slug: 'Niet goed'}).catch((thrown: unknown) => thrown);

  expect((error as ApiError).errors).toMatchObject([
    {pointer: '#/name', code: 'too-short'},
    {pointer: '#/slug', code: 'format'},
  ]);
});

test('a new initiative can be changed by who just made it', async () => {
  const made = await eemsdelta.initiatives.create(buurttuin);

  const changed = await eemsdelta.initiatives.change(made.slug, {stage: 'paused'}, {ifMatch: made});

  expect(changed).toMatchObject({id: made.id, stage: 'paused'});
  expect(etagOf(changed)).not.toBe(etagOf(made));
});

test('a version that was kept as text is as good as the thing itself', async () => {
  const made = await eemsdelta.initiatives.create(buurttuin);
  const kept = etagOf(made)!;

  await eemsdelta.initiatives.change(made.slug, {stage: 'paused'}, {ifMatch: kept});

  await expect(eemsdelta.initiatives.change(made.slug, {stage: 'active'}, {ifMatch: kept})).rejects.toMatchObject({
    code: 'revision.changed',
  });
});

test('a change of something whose version nobody knows is refused before it is sent', async () => {
  const copy = {...(await eemsdelta.initiatives.get('buurtsuper-holwierde'))};

  await expect(eemsdelta.initiatives.change(copy.slug, {stage: 'paused'}, {ifMatch: copy})).rejects.toThrow(TypeError);
  expect(asked).toHaveLength(1);
});

test('a key may come from a function, each time anew', async () => {
  const keys = [null, sampleKeys.admin.key];
  const client = createClient({api, community: 'eemsdelta', key: async () => keys.shift() ?? null});

  await expect(client.initiatives.create(buurttuin)).rejects.toMatchObject({code: 'auth.required'});
  await expect(client.initiatives.create(buurttuin)).resolves.toMatchObject({name: 'Buurttuin'});
});

test('communities: all of them, one’s own, another, and one’s own settings', async () => {
  const slugs = [];
  for await (const {slug} of region.communities.list()) slugs.push(slug);
  expect(slugs).toContain('buurtkracht');

  expect((await region.communities.get()).members).toHaveLength(5);
  const own = await eemsdelta.communities.get('eemsdelta');
  const changed = await eemsdelta.communities.change({addressForm: 'u'}, {ifMatch: own});
  expect(changed).toMatchObject({addressForm: 'u', allowedOrigins: ['http://localhost:8000']});
});

test('who follows the changes gets each once, from where it was, until it stops', async () => {
  const {next} = await region.events.list();
  const stop = new AbortController();
  const pages: string[][] = [];

  const following = (async () => {
    for await (const {data} of region.events.follow({after: next, limit: 1}, {signal: stop.signal, interval: 5})) {
      pages.push(data.map(({type, subject}) => `${type.split('.').at(-1)} ${subject}`));
      if (pages.length === 2) stop.abort('enough');
    }
  })();
  await vi.waitFor(() => expect(asked.length).toBeGreaterThan(2));
  const made = await eemsdelta.initiatives.create(buurttuin);
  await eemsdelta.initiatives.change(made.slug, {stage: 'paused'}, {ifMatch: made});

  await expect(following).rejects.toBe('enough');
  expect(pages).toEqual([[`created initiatives/${made.slug}`], [`updated initiatives/${made.slug}`]]);
});

test.each(['https://api.example', 'https://api.example/', 'https://api.example/v1', 'https://api.example/v1/'])(
  'the address may be %s',
  async (address) => {
    await createClient({api: address, community: 'eemsdelta'}).communities.get();

    expect(asked).toEqual(['GET /v1/communities/eemsdelta']);
  },
);

test('organisations, their services and their buildings', async () => {
  const {data, facets} = await region.partners.list({function: ['participation'], facets: ['function']});
  expect(data.map(({name}) => name)).toEqual(['Dorpsbelang De Wierde', 'Zorgboerderij De Hoeve']);
  expect(facets['function']).toContainEqual({value: 'advice', count: 1});
  const {services} = await region.partners.get(data[0]!.slug);
  expect(await region.services.get(services[0]!.id)).toEqual(services[0]);
  const available = await region.places.list({available: true});
  expect(available.data.map(({name}) => name)).toEqual(['Dorpshuis De Wierde']);

  const network = await eemsdelta.partners.get('netwerk-kleine-dorpen');
  const changed = await eemsdelta.partners.change(network.slug, {members: ['groningen~gemeente-groningen']}, {ifMatch: network});

  expect(changed.members).toMatchObject([{community: 'groningen', name: 'Gemeente Groningen'}]);
});
