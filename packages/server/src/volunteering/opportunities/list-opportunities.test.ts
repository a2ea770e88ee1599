import {
  opportunityFacetKeys,
  partsOfDay,
  valuesOf,
  weekdays,
  type NewOpportunity,
  type Opportunity,
  type OpportunityListItem,
} from '@buurtkit/contract';
import fc from 'fast-check';
import {sql} from 'kysely';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {createInitiative} from '../../initiatives/create-initiative.ts';
import type {Scope} from '../../scope.ts';
import {aCommunity, aKey, aScope, createTestApp, write} from '../../testing/test-app.ts';
import {createShift} from '../shifts/create-shift.ts';
import {signUp} from '../signups/sign-up.ts';
import {noon, visitor} from '../testing/a-shift.ts';
import {createOpportunity} from './create-opportunity.ts';

const app = await createTestApp();
afterAll(() => app.close());
app.setNow(noon);

type Page = {
  data: OpportunityListItem[];
  total: number;
  next: string | null;
  facets: Record<string, {value: string; count: number}[]>;
};

async function list(community: string, query = ''): Promise<Page> {
  const response = await app.request(`/v1/communities/${community}/opportunities?${query}`);
  expect(response.status).toBe(200);
  return (await response.json()) as Page;
}

const titles = ({data}: Page) => data.map(({title}) => title.nl).toSorted();

async function aPlaceToWork(slug: string): Promise<Scope> {
  return {...aScope(app, await aCommunity(app, {slug})), now: noon};
}

async function work(scope: Scope, title: string, starts: readonly string[] = [], more: Partial<NewOpportunity> = {}): Promise<string> {
  const {id} = await createOpportunity(scope, {title: {nl: title}, summary: {nl: 'Proef.'}, kind: 'once', ...more});
  for (const start of starts) await shiftOf(scope, id, start);
  return id;
}

async function shiftOf(scope: Scope, opportunityId: string, start: string, capacity = 1): Promise<string> {
  const end = new Date(Date.parse(start) + 5_400_000).toISOString();
  return (await createShift(scope, {opportunityId, start, end, roles: [{key: 'hulp', label: {nl: 'Hulp'}, capacity}]})).id;
}

const at = (longitude: number, latitude: number): NewOpportunity['location'] => ({type: 'Point', coordinates: [longitude, latitude]});
const inTown = (longitude: number, latitude: number, precision: 'exact' | 'grid' = 'exact') => ({
  place: {city: 'Dorp', areaCode: null, areaYear: null, precision},
  location: at(longitude, latitude),
});

describe('whatever one chooses, each number says how much there is behind it', () => {
  const random = fc.sample(
    fc.record({
      kind: fc.constantFrom('once', 'recurring', 'buddy', 'flexible'),
      themes: fc.uniqueArray(fc.constantFrom('meeting', 'food', 'sport'), {maxLength: 2}),
      skills: fc.uniqueArray(fc.constantFrom('cooking', 'listening'), {maxLength: 2}),
      languages: fc.uniqueArray(fc.constantFrom('nl', 'en', 'tr'), {maxLength: 2}),
      vog: fc.constantFrom('none', 'preferred', 'required'),
      isForChildren: fc.boolean(),
      earnsCredits: fc.boolean(),
      isClosed: fc.integer({min: 0, max: 9}).map((one) => one === 0),
      initiative: fc.constantFrom('toegankelijk', 'met-trap', null),
      areas: fc.uniqueArray(fc.constantFrom('BU03440101', 'WK034402'), {maxLength: 1}),
      starts: fc.array(fc.integer({min: -20, max: 120}), {maxLength: 3}),
      isTaken: fc.boolean(),
      isHere: fc.boolean(),
    }),
    {numRuns: 40, seed: 7},
  );

  beforeAll(async () => {
    const [here, there] = [await aPlaceToWork('hier'), await aPlaceToWork('daar')];
    await aCommunity(app, {slug: 'samen', kind: 'region', members: ['hier', 'daar']});
    for (const scope of [here, there])
      for (const [slug, stepFree] of [
        ['toegankelijk', 'yes'],
        ['met-trap', 'no'],
      ] as const) {
        const place = {city: 'Dorp', areaCode: 'GM0344', areaYear: 2025, precision: 'exact'} as const;
        await createInitiative(scope, {slug, name: slug, kind: 'other', summary: {nl: '.'}, accessibility: {stepFree}, place});
      }
    for (const [index, {starts, isTaken, isHere, areas, ...more}] of random.entries()) {
      const scope = isHere ? here : there;
      const named = areas.map((code) => ({code, year: 2025, name: code}));
      const id = await work(scope, `Klus ${index}`, [], {...more, areas: named, approval: 'automatic'});
      for (const hours of starts) {
        const shift = await shiftOf(scope, id, new Date(noon.getTime() + hours * 3_600_000).toISOString());
        if (isTaken && hours > 0 && !more.isClosed) await signUp({...scope, caller: {kind: 'anonymous'}}, visitor(index, shift));
      }
    }
  });

  const choices = {
    kind: fc.subarray(['once', 'recurring', 'buddy'], {minLength: 1}),
    theme: fc.subarray(['meeting', 'food'], {minLength: 1}),
    language: fc.subarray(['nl', 'tr'], {minLength: 1}),
    weekday: fc.subarray([...weekdays], {minLength: 1}),
    partOfDay: fc.subarray([...valuesOf(partsOfDay)], {minLength: 1}),
    vog: fc.subarray(['none', 'preferred'], {minLength: 1}),
    children: fc.constant(['true']),
    wheelchair: fc.constant(['true']),
    credits: fc.constant(['true']),
    free: fc.constant(['true']),
    area: fc.constant(['GM0344']),
    community: fc.constant(['hier']),
  };
  const chosen = fc
    .tuple(fc.record(choices), fc.uniqueArray(fc.constantFrom(...Object.keys(choices)), {maxLength: 3}))
    .map(([values, keys]) => Object.fromEntries(Object.entries(values).filter(([key]) => keys.includes(key))));

  test('a count of a value is the total with that value', async () => {
    let counted = 0;
    await fc.assert(
      fc.asyncProperty(chosen, async (filters) => {
        const query = (more: Record<string, readonly string[]> = {}) =>
          Object.entries<readonly string[]>({...filters, ...more})
            .map(([key, values]) => `${key}=${values.join()}`)
            .join('&');
        const {facets, total} = await list('samen', `${query()}&limit=1&facets=${opportunityFacetKeys.join()}`);
        expect(total).toBe((await list('samen', `${query()}&limit=100`)).data.length);
        for (const [key, values] of Object.entries(facets))
          for (const {value, count} of values) {
            expect(`${key}=${value}: ${count}`).toBe(`${key}=${value}: ${(await list('samen', query({[key]: [value]}))).total}`);
            counted += count;
          }
      }),
      {numRuns: 12, seed: 11},
    );
    expect(counted).toBeGreaterThan(100);
  }, 120_000);

  test('each order can be paged through: everything once, and as it stands on one page', async () => {
    for (const order of ['sort=date', 'sort=name', 'near=5.1,52.1&radius=200000', '']) {
      const whole = await list('samen', `${order}&limit=100`);
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Page = await list('samen', `${order}&limit=3${cursor ? `&cursor=${cursor}` : ''}`);
        expect(page.total).toBe(whole.total);
        seen.push(...page.data.map(({id}) => id));
        cursor = page.next;
      } while (cursor !== null);

      expect(seen).toEqual(whole.data.map(({id}) => id));
    }
    expect((await list('samen')).total).toBeGreaterThan(20);
  });

  test('a municipality sees its own work and a region that of its members', async () => {
    const [here, there, together] = [await list('hier', 'limit=100'), await list('daar', 'limit=100'), await list('samen', 'limit=100')];

    expect(new Set(here.data.map(({community}) => community))).toEqual(new Set(['hier']));
    expect(together.total).toBe(here.total + there.total);
    expect(titles(together)).toEqual([...titles(here), ...titles(there)].toSorted());
    const [own] = here.data;
    expect((await app.request(`/v1/communities/samen/opportunities/${own!.id}`)).status).toBe(200);
    expect((await app.request(`/v1/communities/daar/opportunities/${own!.id}`)).status).toBe(404);
  });
});

test('on a Tuesday afternoon within five kilometres and without a certificate: exactly that', async () => {
  const scope = await aPlaceToWork('dinsdag');
  const [near, far] = [inTown(5.12, 52.09), inTown(5.22, 52.09)];
  await work(scope, 'goed', ['2026-11-24T13:00:00Z'], near);
  await work(scope, 'goed: net middag', ['2026-11-24T11:00:00Z'], near);
  await work(scope, 'goed: zomertijd', ['2027-07-06T10:15:00Z'], near);
  await work(scope, 'goed: een van de twee', ['2026-11-25T08:00:00Z', '2026-12-01T16:59:00Z'], near);
  await work(scope, 'ochtend', ['2026-11-24T10:59:00Z'], near);
  await work(scope, 'avond', ['2026-11-24T17:00:00Z'], near);
  await work(scope, 'avond in de zomer', ['2027-07-06T16:00:00Z'], near);
  await work(scope, 'in de zomer al woensdag', ['2027-07-06T22:30:00Z'], near);
  await work(scope, 'dinsdagochtend en woensdagmiddag', ['2026-11-24T08:00:00Z', '2026-11-25T13:00:00Z'], near);
  await work(scope, 'te ver', ['2026-11-24T13:00:00Z'], far);
  await work(scope, 'met VOG', ['2026-11-24T13:00:00Z'], {...near, vog: 'required'});
  await work(scope, 'al geweest', ['2026-11-17T13:00:00Z'], near);
  await work(scope, 'zonder moment', [], near);

  const found = await list('dinsdag', 'weekday=tu&partOfDay=afternoon&near=5.1214,52.0907&radius=5000&vog=none');

  expect(titles(found)).toEqual(['goed', 'goed: een van de twee', 'goed: net middag', 'goed: zomertijd']);
  expect(titles(await list('dinsdag', 'weekday=we&partOfDay=morning'))).toEqual(['goed: een van de twee', 'in de zomer al woensdag']);
});

test('a community elsewhere has an afternoon of its own', async () => {
  const community = await aCommunity(app, {slug: 'bonaire'});
  const scope = {...aScope(app, {...community, timeZone: 'America/Kralendijk'}), now: noon};
  await work(scope, 'strand schoonmaken', ['2026-11-24T17:00:00Z']);

  expect(titles(await list('bonaire', 'partOfDay=afternoon'))).toEqual(['strand schoonmaken']);
  expect(titles(await list('bonaire', 'partOfDay=evening'))).toEqual([]);
});

test('what is closed, over, called off, not yet or no longer shown stands in no list', async () => {
  const scope = await aPlaceToWork('lijst');
  await work(scope, 'zichtbaar');
  const closed = await work(scope, 'gesloten', [], {isClosed: true});
  const later = await work(scope, 'nog niet', [], {visibleFrom: '2026-11-24T11:00:00Z'});
  await work(scope, 'niet meer', [], {visibleUntil: noon.toISOString()});
  await work(scope, 'voorbij', ['2026-11-20T11:00:00Z']);
  const off = await work(scope, 'afgelast', ['2026-11-27T11:00:00Z']);
  await app.database.owner.updateTable('shifts').set({cancelled_at: noon}).where('opportunity_id', '=', off).execute();

  expect(titles(await list('lijst'))).toEqual(['zichtbaar']);
  const one = await app.request(`/v1/communities/lijst/opportunities/${closed}`);
  expect([one.status, ((await one.json()) as {isClosed: boolean}).isClosed]).toEqual([200, true]);
  expect((await app.request(`/v1/communities/lijst/opportunities/${later}`)).status).toBe(404);
});

test('work is written for later, and changed, before anybody sees it', async () => {
  const {community} = await aPlaceToWork('straks');
  const key = await aKey(app, community, 'coordinator');
  const path = '/v1/communities/straks/opportunities';
  const dinner = {title: {nl: 'Kerstdiner'}, summary: {nl: 'Samen eten.'}, kind: 'once', visibleFrom: '2026-12-24T00:00:00Z'};

  const made = await app.request(path, write('POST', key, dinner));
  const {id, visibleFrom} = (await made.json()) as Opportunity;
  expect([made.status, visibleFrom]).toEqual([201, '2026-12-24T00:00:00.000Z']);
  const later = {visibleFrom: '2026-12-25T00:00:00Z'};
  const changed = await app.request(`${path}/${id}`, write('PATCH', key, later, {'If-Match': made.headers.get('ETag') ?? ''}));
  expect([changed.status, ((await changed.json()) as Opportunity).visibleFrom]).toEqual([200, '2026-12-25T00:00:00.000Z']);

  expect((await app.request(`${path}/${id}`)).status).toBe(404);
  app.setNow(new Date('2026-12-25T10:00:00Z'));
  expect((await app.request(`${path}/${id}`)).status).toBe(200);
  expect(titles(await list('straks', 'q=kerstdiner'))).toEqual(['Kerstdiner']);
  app.setNow(noon);
});

test('the coming shift is the first with a place; what is taken isn’t free, and a place that people wait for isn’t either', async () => {
  const scope = await aPlaceToWork('plek');
  const id = await work(scope, 'soep');
  const full = await shiftOf(scope, id, '2026-11-24T11:00:00Z');
  const open = await shiftOf(scope, id, '2026-11-25T11:00:00Z', 3);
  await signUp({...scope, caller: {kind: 'anonymous'}}, visitor(1, full));

  const {data} = await list('plek', 'free=true');

  expect(data[0]).toMatchObject({shiftCount: 2, freePlaces: 3, nextShift: {id: open, state: 'open'}});
  await signUp({...scope, caller: {kind: 'anonymous'}}, visitor(1, open));
  expect((await list('plek')).data[0]).toMatchObject({freePlaces: 2});
});

test('room is asked of the day that is asked for, and that day is told', async () => {
  const scope = await aPlaceToWork('dag');
  const id = await work(scope, 'soep', ['2026-11-23T13:00:00Z']);
  const tuesday = await shiftOf(scope, id, '2026-11-24T13:00:00Z');
  const thursday = await shiftOf(scope, id, '2026-11-26T13:00:00Z', 2);
  await signUp({...scope, caller: {kind: 'anonymous'}}, visitor(1, tuesday));

  expect((await list('dag', 'weekday=tu&partOfDay=afternoon')).data[0]?.nextShift?.id).toBe(tuesday);
  expect((await list('dag', 'weekday=tu&free=true')).total).toBe(0);
  expect((await list('dag', 'weekday=th&free=true')).data[0]?.nextShift?.id).toBe(thursday);
  const {facets} = await list('dag', 'free=true&facets=weekday');
  expect(facets['weekday']?.filter(({count}) => count > 0).map(({value}) => value)).toEqual(['mo', 'th']);
});

test('words are found however they are typed, and an owner by its address', async () => {
  const scope = await aPlaceToWork('woorden');
  await createInitiative(scope, {slug: 'tuin', name: 'Tuin', kind: 'other', summary: {nl: '.'}});
  await work(scope, 'Café uitbaten');
  await work(scope, 'Schoffelen', [], {initiative: 'tuin'});

  expect(titles(await list('woorden', 'q=CAFE'))).toEqual(['Café uitbaten']);
  expect(titles(await list('woorden', 'q=schofelen'))).toEqual(['Schoffelen']);
  expect(titles(await list('woorden', 'initiative=tuin'))).toEqual(['Schoffelen']);
  expect(titles(await list('woorden', 'initiative=woorden~tuin'))).toEqual(['Schoffelen']);
  expect(titles(await list('woorden', 'initiative=elders~tuin'))).toEqual([]);
});

test('work at somebody’s home is shown at a grid point, never at the door', async () => {
  const scope = await aPlaceToWork('thuis');
  await work(scope, 'aan huis', [], inTown(5.121437, 52.090731, 'grid'));
  await createInitiative(scope, {
    slug: 'huiskamer',
    name: 'Huiskamer',
    kind: 'other',
    summary: {nl: '.'},
    ...inTown(5.121437, 52.090731, 'grid'),
  });
  await work(scope, 'in de huiskamer', [], {initiative: 'huiskamer'});

  const {data} = await list('thuis');

  for (const {location, place} of data) {
    expect(place?.precision).toBe('grid');
    expect(location?.coordinates).toHaveLength(2);
    expect(location?.coordinates).not.toEqual([5.121437, 52.090731]);
  }
  const {rows} = await sql<{
    all: string;
  }>`select jsonb_agg(to_jsonb(o))::text as all from opportunities o join communities c using (community_id)
    where c.slug = 'thuis'`.execute(app.database.owner);
  expect(rows[0]!.all).not.toContain('5.1214');
});

test.each([
  ['sort=distance', 'near'],
  ['radius=100', 'near'],
  ['weekday=dinsdag', 'weekday'],
  ['free=false', 'free'],
])('a question that makes no sense is refused: %s', async (query, parameter) => {
  const response = await app.request(`/v1/communities/hier/opportunities?${query}`);

  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({errors: [{parameter}]});
});

test('among ten thousand the list of one community reads only its own', async () => {
  await aPlaceToWork('eigen-lijst');
  for (const index of Array.from({length: 39}, (_, number) => number)) await aCommunity(app, {slug: `anders-${index}`});
  await sql`insert into opportunities (community_id, title, summary, kind, approval, updated_at)
    select c.community_id, jsonb_build_object('nl', 'Klus ' || n), '{"nl": "Proef."}', 'once', 'automatic', ${noon}
    from communities c cross join generate_series(1, 250) n where c.slug like 'anders-%' or c.slug = 'eigen-lijst'`.execute(
    app.database.owner,
  );
  await sql`insert into shifts (community_id, opportunity_id, starts_at, ends_at, weekday, part_of_day, roles, updated_at)
    select o.community_id, o.id, ${noon}::timestamptz + interval '1 day', ${noon}::timestamptz + interval '26 hours', 2, 'afternoon',
      '[{"key": "hulp", "label": {"nl": "Hulp"}, "capacity": 2}]', ${noon}
    from opportunities o join communities c using (community_id) where c.slug like 'anders-%' or c.slug = 'eigen-lijst'`.execute(
    app.database.owner,
  );
  await sql`analyze opportunities, shifts`.execute(app.database.owner);
  const scans = async () => {
    const {rows} = await sql<{table: string; whole: string; found: string}>`select relname as table, seq_scan as whole, idx_scan as found
      from pg_stat_user_tables where relname in ('opportunities', 'shifts') order by relname`.execute(app.database.owner);
    return rows;
  };
  const settled = async () => new Promise((resolve) => void setTimeout(resolve, 1200));
  // A connection tells its counts at most once a second.
  await list('eigen-lijst');
  await settled();
  await list('eigen-lijst');
  await settled();
  const before = await scans();

  for (const query of ['', 'sort=name', 'weekday=tu&facets=kind,weekday']) {
    expect((await list('eigen-lijst', query)).total).toBe(250);
    await settled();
  }

  const after = await scans();
  expect(after.map(({whole}) => whole)).toEqual(before.map(({whole}) => whole));
  expect(Number(after[0]!.found)).toBeGreaterThan(Number(before[0]!.found));
});
