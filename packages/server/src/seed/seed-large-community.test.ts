import {sql} from 'kysely';
import {expect, test} from 'vitest';
import {findCommunity} from '../communities/store.ts';
import {listInitiatives} from '../initiatives/list-initiatives.ts';
import {listClusters} from '../map/list-clusters.ts';
import {aScope} from '../testing/test-app.ts';
import {testDatabase} from '../testing/test-database.ts';
import {initiativeInventor} from './invented-initiative.ts';
import {readTowns, seedLargeCommunity} from './seed-large-community.ts';

const netherlands: [number, number, number, number] = [3, 50.5, 7.5, 53.8];

test('a large community is the same one every time, and grows to what is asked for', async () => {
  const opened = await testDatabase();
  const seed = (size: number) => seedLargeCommunity(opened.database, {slug: 'groot', size, now: new Date('2026-11-22T09:00:00Z')});

  expect([await seed(300), await seed(300), await seed(400)]).toEqual([300, 0, 100]);

  const community = await findCommunity(opened.database, 'groot');
  const scope = aScope(opened, community!);
  const {total, facets, data} = await listInitiatives(scope, {facets: ['kind', 'area'], limit: 100});
  expect(total).toBe(400);
  expect(facets['kind']!.filter(({count}) => count > 0).length).toBeGreaterThan(10);
  expect(facets['area']![0]).toMatchObject({value: 'GM0363'});
  const placed = (await listInitiatives(scope, {bbox: netherlands})).total;
  expect(placed).toBeGreaterThan(370);
  expect(placed).toBeLessThan(400);
  expect((await listClusters(scope, {bbox: netherlands, zoom: 7})).total).toBe(placed);
  expect(data.every(({name, place}) => place === null || name.endsWith(place.city))).toBe(true);
});

test('an invented initiative doesn’t depend on the ones before it, and no two have one address', async () => {
  const towns = await readTowns();
  const many = Array.from({length: 2000}, (_, index) => initiativeInventor(towns, 'groot')(index + 1));

  expect(initiativeInventor(towns, 'groot')(1234)).toEqual(many[1233]);
  expect(initiativeInventor(towns, 'ander')(1234).id).not.toBe(many[1233]!.id);
  for (const key of ['id', 'slug'] as const) expect(new Set(many.map((one) => one[key])).size).toBe(many.length);
  expect(many.every(({id}) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true);
});

test('so many in a small box that the list reads them by name are the same, page after page, as when they are found by place', async () => {
  const opened = await testDatabase();
  await seedLargeCommunity(opened.database, {slug: 'druk', size: 9000, now: new Date('2026-11-22T09:00:00Z')});
  const scope = aScope(opened, (await findCommunity(opened.database, 'druk'))!);
  const bbox: [number, number, number, number] = [4.25, 51.8, 5.25, 52.5];

  const {rows} = await sql<{slug: string}>`
    select slug from initiatives where community_id = ${scope.community.id}::uuid
      and longitude between 4.25 and 5.25 and latitude between 51.8 and 52.5
    order by name collate dutch, id`.execute(opened.database.owner);
  const first = await listInitiatives(scope, {bbox, limit: 50, facets: ['kind']});
  const second = await listInitiatives(scope, {bbox, limit: 50, cursor: first.next!});

  expect(rows.length).toBeGreaterThan(3000);
  expect([first.total, second.total]).toEqual([rows.length, rows.length]);
  expect(first.facets['kind']!.reduce((sum, {count}) => sum + count, 0)).toBe(rows.length);
  expect([...first.data, ...second.data].map(({slug}) => slug)).toEqual(rows.slice(0, 100).map(({slug}) => slug));
});
