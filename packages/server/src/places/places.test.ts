import type {Initiative, Problem, SharedPlace} from '@buurtkit/contract';
import {afterAll, expect, test} from 'vitest';
import {createPartner} from '../partners/create-partner.ts';
import {createService} from '../services/create-service.ts';
import {aCommunity, aKey, aScope, createTestApp, write} from '../testing/test-app.ts';
import {createPlace} from './create-place.ts';

const app = await createTestApp();
afterAll(() => app.close());

const drenthe = await aCommunity(app, {slug: 'midden-drenthe'});
const elsewhere = await aCommunity(app, {slug: 'eemsdelta'});
await aCommunity(app, {slug: 'noord', kind: 'region', members: ['midden-drenthe', 'eemsdelta']});
const scope = aScope(app, drenthe);
const key = await aKey(app, drenthe, 'admin');
const base = '/v1/communities/midden-drenthe';

await createPlace(scope, {
  name: 'De Tille',
  city: 'Witteveen',
  areaCode: 'GM1731',
  areaYear: 2025,
  location: {type: 'Point', coordinates: [6.65, 52.82]},
  isAvailable: true,
  availableFor: {nl: 'Een feestzaal.'},
});
await createPlace(scope, {name: 'Het Schoolgebouw', city: 'Beilen'});
await createPlace(aScope(app, elsewhere), {name: 'De Tille', city: 'Holwierde'});

const place = {city: 'Witteveen', areaCode: null, areaYear: null, precision: 'exact', slug: 'de-tille'};
const add = async (body: object) =>
  app.request(
    `${base}/initiatives`,
    write('POST', key, {name: 'Dorpscafé', kind: 'neighbourhood-cafe', summary: {nl: 'Koffie.'}, ...body}),
  );
const get = async <Content>(path: string) => (await (await app.request(`/v1/communities/${path}`)).json()) as Content;
const slugs = async (path: string) => (await get<{data: SharedPlace[]}>(path)).data.map(({slug, community}) => `${community}~${slug}`);

test('an initiative in a building is where the building is, and bears its name', async () => {
  const made = await add({place});

  expect(made.status).toBe(201);
  expect((await made.json()) as Initiative).toMatchObject({
    place: {city: 'Witteveen', areaCode: 'GM1731', areaYear: 2025, precision: 'exact', slug: 'de-tille', name: 'De Tille'},
    location: {coordinates: [6.65, 52.82]},
  });
  expect((await get<{total: number}>('midden-drenthe/initiatives?area=GM1731')).total).toBe(1);
});

test('a building tells who is in it: initiatives, organisations and what they do there', async () => {
  await createPartner(scope, {name: 'Dorpsbelang', kind: 'residents-association', summary: {nl: 'Voor het dorp.'}, place: 'de-tille'});
  await createService(scope, {
    partner: 'dorpsbelang',
    name: {nl: 'Bibliotheekje'},
    summary: {nl: 'Boeken.'},
    functions: ['meeting'],
    place: 'de-tille',
  });

  const {occupants} = await get<SharedPlace>('midden-drenthe/places/de-tille');

  expect(occupants.map(({resource, name, slug}) => [resource, name.nl, slug])).toEqual([
    ['service', 'Bibliotheekje', 'dorpsbelang'],
    ['partner', 'Dorpsbelang', 'dorpsbelang'],
    ['initiative', 'Dorpscafé', 'dorpscafe'],
  ]);
});

test('a private home is no building that others share, and nobody’s home is told of by one', async () => {
  const refused = await add({name: 'Huiskamer', place: {...place, precision: 'grid'}});
  expect([refused.status, ((await refused.json()) as Problem).errors]).toMatchObject([
    400,
    [{pointer: '#/place/slug', code: 'not-allowed'}],
  ]);

  await app.database.owner.updateTable('initiatives').set({precision: 'grid'}).where('slug', '=', 'dorpscafe').execute();
  const {occupants} = await get<SharedPlace>('midden-drenthe/places/de-tille');
  await app.database.owner.updateTable('initiatives').set({precision: 'exact'}).where('slug', '=', 'dorpscafe').execute();

  expect(occupants.map(({resource}) => resource)).not.toContain('initiative');
});

test('a building of another community can’t be named, and one can leave a building', async () => {
  const strange = await app.request(
    '/v1/communities/eemsdelta/initiatives',
    write('POST', await aKey(app, elsewhere, 'admin'), {
      name: 'Ver weg',
      kind: 'other',
      summary: {nl: 'x'},
      place: {...place, slug: 'het-schoolgebouw'},
    }),
  );
  expect(((await strange.json()) as Problem).errors).toMatchObject([{pointer: '#/place/slug', code: 'unknown'}]);

  const {slug: _slug, ...alone} = place;
  const left = await app.request(`${base}/initiatives/dorpscafe`, write('PATCH', key, {place: alone}, {'If-Match': '*'}));
  expect(((await left.json()) as Initiative).place).toEqual(alone);
});

test('one finds the buildings with room, and those by a name with a typing error', async () => {
  expect((await slugs('noord/places')).map((address) => address.split('~')[1])).toEqual(['de-tille', 'de-tille', 'het-schoolgebouw']);
  expect(await slugs('noord/places?available=true')).toEqual(['midden-drenthe~de-tille']);
  expect(await slugs('midden-drenthe/places?q=schoolgebouww')).toEqual(['midden-drenthe~het-schoolgebouw']);
  expect(await slugs('midden-drenthe/places?q=feest')).toEqual(['midden-drenthe~de-tille']);
  expect(await get('noord/places/de-tille')).toMatchObject({code: 'slug.ambiguous'});
  expect((await app.request(`${base}/places?available=misschien`)).status).toBe(400);
});

test('of two who edit a building at once the second is told', async () => {
  const seen = (await app.request(`${base}/places/de-tille`)).headers.get('ETag') ?? '';

  const first = await app.request(`${base}/places/de-tille`, write('PATCH', key, {isAvailable: false}, {'If-Match': seen}));
  const second = await app.request(`${base}/places/de-tille`, write('PATCH', key, {isAvailable: true}, {'If-Match': seen}));

  expect([first.status, second.status]).toEqual([200, 412]);
});
