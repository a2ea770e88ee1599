import {
  initiativeContexts,
  initiativeKinds,
  initiativeStages,
  valuesOf,
  type Box,
  type ClusterQuery,
  type InitiativeFilters,
  type NewInitiative,
} from '@buurtkit/contract';
import fc from 'fast-check';
import {sql} from 'kysely';
import {afterAll, expect, test} from 'vitest';
import {changeInitiative} from '../initiatives/change-initiative.ts';
import {createInitiative} from '../initiatives/create-initiative.ts';
import type {InitiativeRow} from '../initiatives/initiative-row.ts';
import {listInitiatives} from '../initiatives/list-initiatives.ts';
import {inTransaction, type Scope} from '../scope.ts';
import {aCommunity, aScope} from '../testing/test-app.ts';
import {hoursOf, weekly} from '../testing/opening-hours.ts';
import {createTestDatabase} from '../testing/test-database.ts';
import {listClusters} from './list-clusters.ts';

const runs = Number(process.env['BUURTKIT_PROPERTY_RUNS'] ?? 200);
const opened = await createTestDatabase();
afterAll(() => opened.close());

let numberOfCommunities = 0;
async function aRegion(): Promise<{scopes: [Scope, Scope]; region: Scope}> {
  const [one, other, both] = ['een', 'ander', 'samen'].map((name) => `${name}-${(numberOfCommunities += 1)}`) as [string, string, string];
  const scopes: [Scope, Scope] = [
    aScope(opened, await aCommunity(opened, {slug: one})),
    aScope(opened, await aCommunity(opened, {slug: other})),
  ];
  const region = aScope(opened, await aCommunity(opened, {slug: both, kind: 'region', members: [one, other]}));
  return {scopes, region};
}

const kinds = valuesOf(initiativeKinds).slice(0, 3);
const stages = valuesOf(initiativeStages).slice(0, 3);
const contexts = valuesOf(initiativeContexts).slice(0, 2);
const areas = ['kern-noord', 'kern-zuid'];
const themes = ['meeting', 'green', 'care'];

// Some in one building, some in one town, some far away, some on the line between two squares.
const corner: [number, number] = [4.921875, 52.375599176659];
const longitudes = fc.oneof(
  fc.double({min: 3.2, max: 7.3, noNaN: true}),
  fc.double({min: 4.9, max: 4.93, noNaN: true}),
  fc.constantFrom(corner[0], 5, -68.27, 179.9),
);
const latitudes = fc.oneof(
  fc.double({min: 50.7, max: 53.7, noNaN: true}),
  fc.double({min: 52.36, max: 52.39, noNaN: true}),
  fc.constantFrom(corner[1], 52, 12.15, 86),
);
const places = fc.option(fc.tuple(longitudes, latitudes), {freq: 8});
const initiatives = fc.record({
  isOther: fc.boolean(),
  kind: fc.constantFrom(...kinds),
  stage: fc.constantFrom(...stages),
  themes: fc.subarray(themes),
  context: fc.constantFrom(null, ...contexts),
  areas: fc.subarray(areas),
  isOpen: fc.boolean(),
  place: places,
});
const always = hoursOf({rules: [weekly('mo,tu,we,th,fr,sa,su', '00:00', '24:00')], isOpenOnHolidays: true});
type Invented = {
  isOther: boolean;
  kind: (typeof kinds)[number];
  stage: (typeof stages)[number];
  themes: string[];
  context: (typeof contexts)[number] | null;
  areas: string[];
  isOpen: boolean;
  place: [number, number] | null;
};

const boxes = fc
  .tuple(longitudes, longitudes, latitudes, latitudes)
  .map(([one, other, third, fourth]): Box => [Math.min(one, other), Math.min(third, fourth), Math.max(one, other), Math.max(third, fourth)])
  .filter(([west, south, east, north]) => west < east && south < north);
const some = <Value>(values: readonly Value[]) => fc.option(fc.subarray([...values], {minLength: 1}), {nil: undefined, freq: 2});
const rarely = <Value>(value: Value) => fc.option(fc.constant(value), {nil: undefined, freq: 1});
const queries = fc
  .record({
    bbox: boxes,
    zoom: fc.integer({min: 0, max: 20}),
    kind: some(kinds),
    stage: some(stages),
    theme: some(themes),
    context: some(contexts),
    area: some(areas),
    open: rarely('now' as const),
    q: rarely('proef'),
    near: fc.option(fc.tuple(longitudes, latitudes), {nil: undefined, freq: 1}),
    radius: fc.option(fc.integer({min: 1, max: 200_000}), {nil: undefined}),
  })
  .map((query) => Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as ClusterQuery);

type Told = Omit<Invented, 'context' | 'areas' | 'isOpen'> & Partial<Invented>;

function asInput({kind, stage, themes: own, context = null, areas: codes = [], isOpen = false, place}: Told): NewInitiative {
  return {
    name: 'Proef',
    kind,
    stage,
    themes: own,
    context,
    areas: codes.map((code) => ({code, year: null, name: code})),
    openingHours: isOpen ? always : null,
    summary: {nl: 'Proef.'},
    location: place && {type: 'Point', coordinates: place},
  };
}

async function write(scopes: [Scope, Scope], invented: readonly Invented[]): Promise<Map<InitiativeRow, Invented>> {
  const rows = new Map<InitiativeRow, Invented>();
  for (const isOther of [false, true])
    await inTransaction(scopes[isOther ? 1 : 0], async (scope) => {
      for (const each of invented.filter((one) => one.isOther === isOther)) rows.set(await createInitiative(scope, asInput(each)), each);
    });
  return rows;
}

function metresBetween(one: [number, number], other: [number, number]): number {
  const [west, south, east, north] = [...one, ...other].map((degrees) => (degrees * Math.PI) / 180) as [number, number, number, number];
  const part = Math.sin((north - south) / 2) ** 2 + Math.cos(south) * Math.cos(north) * Math.sin((east - west) / 2) ** 2;
  return 2 * 6_371_008.8 * Math.asin(Math.min(1, Math.sqrt(part)));
}

function matches(
  {kind, stage, themes: own, context, areas: codes, isOpen, place}: Invented,
  {bbox, near, radius = 5000, ...filters}: InitiativeFilters,
): boolean {
  if (near && (place === null || metresBetween(near, place) > radius)) return false;
  const isInside = !bbox || (place !== null && place[0] >= bbox[0] && place[0] <= bbox[2] && place[1] >= bbox[1] && place[1] <= bbox[3]);
  return (
    isInside &&
    (filters.kind?.includes(kind) ?? true) &&
    (filters.stage?.includes(stage) ?? true) &&
    (filters.open === undefined || isOpen) &&
    (!filters.context || (context !== null && filters.context.includes(context))) &&
    (filters.area?.some((code) => codes.includes(code)) ?? true) &&
    (filters.theme?.some((theme) => own.includes(theme)) ?? true)
  );
}

async function checkView(region: Scope, present: Map<string, Invented>, ids: Map<string, string>, query: ClusterQuery): Promise<void> {
  const {data, total} = await listClusters(region, query);
  const {zoom: _zoom, ...filters} = query;
  const {total: listed, facets} = await listInitiatives(region, {...filters, facets: ['kind', 'stage', 'theme'], limit: 1});

  const wanted = new Map([...present].filter(([, each]) => matches(each, query)));
  expect(data.reduce((sum, {count}) => sum + count, 0)).toBe(total);
  expect([total, listed]).toEqual([wanted.size, wanted.size]);
  for (const {count, bounds, location, id, slug, community} of data) {
    const [west, south, east, north] = bounds;
    const inside = [...wanted.values()].filter(
      ({place}) => place && place[0] >= west && place[0] <= east && place[1] >= south && place[1] <= north,
    );
    expect(inside.length).toBeGreaterThanOrEqual(count);
    for (const edge of [west, east]) expect(inside.some(({place}) => place?.[0] === edge)).toBe(true);
    for (const edge of [south, north]) expect(inside.some(({place}) => place?.[1] === edge)).toBe(true);
    const [longitude, latitude] = location.coordinates;
    expect(longitude >= west && longitude <= east && latitude >= south && latitude <= north).toBe(true);
    if (count === 1)
      expect([id, wanted.get(`${community}~${slug}`)?.place]).toEqual([ids.get(`${community}~${slug}`), [longitude, latitude]]);
    else expect([id, slug]).toEqual([undefined, undefined]);
  }
  for (const [key, values] of [
    ['kind', kinds],
    ['stage', stages],
    ['theme', themes],
  ] as const)
    for (const value of values) {
      const alone = [...present.values()].filter((each) => matches(each, {...filters, [key]: [value]})).length;
      expect(facets[key]?.find((one) => one.value === value)?.count ?? 0).toBe(alone);
    }
}

test('whatever there is and whatever one looks for, the markers count what the list counts', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(initiatives, {maxLength: 14}),
      fc.array(initiatives, {maxLength: 5}),
      fc.array(queries, {minLength: 2, maxLength: 4}),
      async (invented, changes, views) => {
        const {scopes, region} = await aRegion();
        const rows = await write(scopes, invented);
        const present = new Map([...rows].map(([row, each]) => [`${row.community}~${row.slug}`, each]));
        const ids = new Map([...rows.keys()].map(({id, community, slug}) => [`${community}~${slug}`, id]));
        for (const [index, [row, before]] of [...rows].slice(0, changes.length).entries()) {
          const after = {...(changes[index] as Invented), isOther: before.isOther};
          const {name: _name, summary: _summary, ...changed} = asInput(after);
          await changeInitiative(scopes[before.isOther ? 1 : 0], row.slug, changed, '*');
          present.set(`${row.community}~${row.slug}`, after);
        }

        for (const view of views) await checkView(region, present, ids, view);
      },
    ),
    {numRuns: runs, endOnFailure: true},
  );
});

type Cell = {level: number; dimension: string; x: number; y: number; count: number};

test('counts that were kept in step are the counts made anew', async () => {
  const {scopes} = await aRegion();
  const invented = fc.sample(initiatives, {numRuns: 60, seed: 7}) as Invented[];
  const rows = await write(
    scopes,
    invented.map((each) => ({...each, isOther: false})),
  );
  for (const [index, [row]] of [...rows].entries())
    if (index % 3 === 0) await changeInitiative(scopes[0], row.slug, {location: null}, '*');
    else if (index % 3 === 1)
      await changeInitiative(scopes[0], row.slug, {stage: 'finished', location: {type: 'Point', coordinates: corner}}, '*');
  const read = async () =>
    (
      await sql<Cell>`select level, dimension, x, y, count, sum_longitude, sum_latitude, west, south, east, north
        from map_cells where community_id = ${scopes[0].community.id} order by level, dimension, x, y`.execute(opened.database.owner)
    ).rows;
  const kept = await read();

  await sql`select rebuild_map(${scopes[0].community.id}::uuid)`.execute(opened.database.owner);

  expect(kept.length).toBeGreaterThan(50);
  expect(kept).toEqual(await read());
});

test('a crowd that writes to the same squares loses no count and nobody is turned away', async () => {
  const {scopes} = await aRegion();
  const crowd = Array.from({length: 40}, (_, index) =>
    createInitiative(scopes[0], {
      ...asInput({isOther: false, kind: kinds[index % 3]!, stage: 'active', themes, place: [4.9 + (index % 5) / 50, 52.37]}),
      name: `Proef ${index}`,
    }),
  );

  const made = await Promise.all(crowd);
  await Promise.all(
    made.map((row, index) =>
      changeInitiative(scopes[0], row.slug, {location: {type: 'Point', coordinates: [4.9 + ((index + 3) % 5) / 50, 52.37]}}, '*'),
    ),
  );

  const {data, total} = await listClusters(scopes[0], {bbox: [4.88, 52.35, 5, 52.4], zoom: 13});
  expect([total, data.map(({count}) => count)]).toEqual([40, [8, 8, 8, 8, 8]]);
});

test('however long the names are, an answer stays under 50 kB, and nothing is left out', async () => {
  const {scopes} = await aRegion();
  await inTransaction(scopes[0], async (scope) => {
    for (let index = 0; index < 360; index += 1)
      await createInitiative(scope, {
        ...asInput({
          isOther: false,
          kind: 'shop',
          stage: 'active',
          themes: [],
          place: [4 + (index % 20) * 0.05, 52 + Math.floor(index / 20) * 0.03],
        }),
        name: `${'🏘'.repeat(50)} ${index}`,
      });
  });

  const answer = await listClusters(scopes[0], {bbox: [3.9, 51.9, 5.1, 52.6], zoom: 11});

  expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThan(50_000);
  expect(answer.total).toBe(360);
});
