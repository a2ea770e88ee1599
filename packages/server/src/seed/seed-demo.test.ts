import {expect, onTestFinished, test} from 'vitest';
import {createCommunity} from '../communities/create-community.ts';
import {findCommunity, readCommunity} from '../communities/store.ts';
import {openDatabase} from '../db/database.ts';
import {listInitiatives} from '../initiatives/list-initiatives.ts';
import {getPartner} from '../partners/get-partner.ts';
import {listPartners} from '../partners/list-partners.ts';
import {getPlace} from '../places/get-place.ts';
import {listPlaces} from '../places/list-places.ts';
import type {Scope} from '../scope.ts';
import {testDatabase, type TestDatabase} from '../testing/test-database.ts';
import {isDatabaseEmpty, seedDemo} from './seed-demo.ts';

const now = new Date('2026-11-22T09:00:00Z');

async function scopeOf({database}: TestDatabase, slug: string): Promise<Scope> {
  const community = await findCommunity(database, slug);
  if (!community) throw new Error(`There is no community ${slug}.`);
  return {database, community, caller: {kind: 'anonymous'}, language: 'nl', now, publicUrl: ''};
}

type Counted = 'communities' | 'initiatives' | 'events' | 'chapters' | 'partners' | 'services' | 'places' | 'coalitions' | 'photos';

async function whatIsThere({database}: TestDatabase) {
  const count = async (table: Counted) => {
    const {total} = await database.owner
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<string>().as('total'))
      .executeTakeFirstOrThrow();
    return Number(total);
  };
  return {
    communities: await count('communities'),
    initiatives: await count('initiatives'),
    events: await count('events'),
    chapters: await count('chapters'),
    partners: await count('partners'),
    services: await count('services'),
    places: await count('places'),
    coalitions: await count('coalitions'),
    photos: await count('photos'),
  };
}

test('an empty database gets thirteen municipalities with sixteen initiatives, the region that spans them, and a sample beside it', async () => {
  const fresh = await testDatabase();
  expect(await isDatabaseEmpty(fresh.database.owner)).toBe(true);

  await seedDemo(fresh.database, now);

  expect(await whatIsThere(fresh)).toMatchObject({communities: 15, initiatives: 28, partners: 30, services: 10, places: 3});
  expect((await findCommunity(fresh.database, 'buurtkracht'))?.readableIds).toHaveLength(13);
  expect(await findCommunity(fresh.database, 'eemsdelta')).toMatchObject({
    name: 'Gemeente Eemsdelta',
    kind: 'municipality',
    isSample: false,
    allowedOrigins: ['http://localhost', 'http://127.0.0.1'],
  });
  expect(await isDatabaseEmpty(fresh.database.owner)).toBe(false);
});

test('servers that start at once on an empty database seed it once, and a seed that was cut off is finished', async () => {
  const fresh = await testDatabase();
  await seedDemo(fresh.database, now);
  const whole = await whatIsThere(fresh);
  await fresh.database.owner.deleteFrom('communities').where('slug', 'in', ['buurtkracht', 'groningen']).execute();
  expect(await isDatabaseEmpty(fresh.database.owner)).toBe(true);

  const servers = [1, 2, 3].map(() => openDatabase(fresh.urls, () => undefined));
  onTestFinished(async () => void (await Promise.all(servers.map((server) => server.close()))));
  await Promise.all(servers.map((server) => seedDemo(server, now)));

  expect(await whatIsThere(fresh)).toEqual(whole);
});

test('the sample is marked as one, shows every setting, and is no part of the region', async () => {
  const fresh = await testDatabase();
  await seedDemo(fresh.database, now);

  const region = await scopeOf(fresh, 'buurtkracht');
  const sample = await scopeOf(fresh, 'voorbeeldbuurt');

  expect(region.community).toMatchObject({isSample: false});
  expect((await listInitiatives(region, {})).total).toBe(16);
  expect(sample.community).toMatchObject({name: 'Voorbeeldbuurt', kind: 'municipality', isSample: true, addressForm: 'u'});
  expect(await readCommunity(fresh.database.public, sample.community.id)).toMatchObject({
    contact: {name: 'Buurtloket Voorbeeldbuurt', phone: '088 000 00 00'},
    privacy_url: 'https://www.voorbeeldbuurt.example/privacy',
    look: {accentColor: '#7a2e6d', corner: 'round'},
  });
});

test('with the sample everything can be shown', async () => {
  const fresh = await testDatabase();
  await seedDemo(fresh.database, now);
  const scope = await scopeOf(fresh, 'voorbeeldbuurt');

  const {data, total} = await listInitiatives(scope, {limit: 100});

  expect(total).toBe(12);
  expect(new Set(data.map((initiative) => initiative.kind)).size).toBeGreaterThan(10);
  expect(new Set(data.map((initiative) => initiative.stage)).size).toBe(8);
  expect(data.filter((initiative) => initiative.place === null && initiative.location === null)).toHaveLength(1);
  const [home, ...otherHomes] = data.filter((initiative) => initiative.place?.precision === 'grid');
  expect([home?.slug, otherHomes]).toEqual(['lief-en-leedstraat-merelhof', []]);
  expect(home?.location?.coordinates).not.toEqual([5.77987, 52.66893]);
  const night = data.find((initiative) => initiative.slug === 'nachtcafe-de-nachtvlinder')?.opening?.openings[0];
  expect(night).toMatchObject({from: '2026-11-27T19:00:00.000Z', until: '2026-11-28T01:00:00.000Z'});
  expect(data.filter((initiative) => initiative.opening?.isByAppointment)).toHaveLength(3);
  const [building] = [...Map.groupBy(data, ({location}) => JSON.stringify(location)).values()].sort(
    (one, other) => other.length - one.length,
  );
  expect(building).toHaveLength(7);
  expect(new Set(data.map(({since}) => since?.length))).toEqual(new Set([undefined, 4, 7, 10]));
  expect(data.every((initiative) => initiative.summary.en)).toBe(true);
  const photos = data.flatMap((initiative) => initiative.photos);
  expect([photos.length, photos.every(({alt}) => alt.en), new Set(photos.map(({url}) => url)).size]).toEqual([5, true, 5]);
});

test('Movisie stands behind the twelve initiatives that it follows, in whatever municipality they are', async () => {
  const fresh = await testDatabase();
  await seedDemo(fresh.database, now);

  const {data, total} = await listPartners(await scopeOf(fresh, 'buurtkracht'), {q: 'movisei'});
  const {partner} = await getPartner(await scopeOf(fresh, 'buurtkracht'), 'movisie');

  expect([total, data[0]?.initiativeCount]).toEqual([1, 12]);
  expect(partner.coalition).toHaveLength(12);
  expect(new Set(partner.coalition.map(({role}) => role))).toEqual(new Set(['follows']));
  expect(new Set(partner.coalition.map(({initiative}) => initiative.community)).size).toBe(11);
});

test('the sample has organisations of most kinds, whose services do everything, in three buildings', async () => {
  const fresh = await testDatabase();
  await seedDemo(fresh.database, now);
  const scope = await scopeOf(fresh, 'voorbeeldbuurt');

  const {data, facets} = await listPartners(scope, {limit: 100, facets: ['kind', 'function']});
  const {partner: network} = await getPartner(scope, 'netwerk-zelf-doen');
  const {partner: team} = await getPartner(scope, 'wijkteam-noorderkern');
  const places = await listPlaces(scope, {});
  const {place: house} = await getPlace(scope, 'het-voorbeeldhuis');

  expect(data.every(({isSample}) => isSample)).toBe(true);
  expect(facets['kind']!.filter(({count}) => count > 0)).toHaveLength(15);
  expect(facets['function']!.every(({count}) => count > 0)).toBe(true);
  expect([network.members.length, team.parent?.slug]).toEqual([4, 'welzijn-voorbeeldbuurt']);
  expect(places.data.filter(({isAvailable}) => isAvailable).map(({slug}) => slug)).toEqual(['de-oude-school']);
  expect(new Set(house.occupants.map(({resource}) => resource))).toEqual(new Set(['initiative', 'partner', 'service']));
  expect((await listPartners(scope, {open: '2026-12-08T13:00:00Z'})).data.map(({slug}) => slug)).toContain('welzijn-voorbeeldbuurt');
  const christmas = await listPartners(scope, {open: '2026-12-25T10:00:00Z'});
  expect(christmas.total).toBe(0);
});

test('a database with a municipality of its own is left as it is', async () => {
  const {database} = await testDatabase();
  await createCommunity(database.owner, {slug: 'utrecht', name: 'Gemeente Utrecht', kind: 'municipality'});

  expect(await isDatabaseEmpty(database.owner)).toBe(false);
});

test('time credits work as the sources tell: minting in Zierikzee, redeeming in Groningen, only counting in the sample', async () => {
  const fresh = await testDatabase();
  await seedDemo(fresh.database, now);
  const credits = async (slug: string) => (await readCommunity(fresh.database.public, (await scopeOf(fresh, slug)).community.id)).credits;

  expect(await credits('schouwen-duiveland')).toMatchObject({
    allowsBelowZero: true,
    hoursMint: true,
    partnersRedeem: false,
    memberMin: null,
  });
  expect(await credits('groningen')).toMatchObject({allowsBelowZero: true, hoursMint: false, partnersRedeem: true});
  expect(await credits('voorbeeldbuurt')).toMatchObject({allowsBelowZero: false, hoursMint: false, partnersRedeem: false, welcomeGift: 0});
  expect(await credits('buurtkracht')).toBeNull();
});
