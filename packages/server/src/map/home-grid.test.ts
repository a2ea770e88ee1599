import fc from 'fast-check';
import {sql} from 'kysely';
import {expect, test} from 'vitest';
import {commitImport} from '../imports/commit-import.ts';
import {readerOf} from '../imports/formats.ts';
import {aFile} from '../testing/data-in-and-out.ts';
import {aCommunity, aKey, aScope, testApp, write} from '../testing/test-app.ts';
import {homeGridPoint} from './home-grid.ts';

const home = {longitude: 5.1234567, latitude: 52.0987654};
const canaries = ['5.1234567', '52.0987654', '5.123456', '52.098765', '51234567', '520987654'];
const atHome = {type: 'Point', coordinates: [home.longitude, home.latitude]};
const place = {city: 'Utrecht', areaCode: null, areaYear: null, precision: 'grid'};

test('a home and its neighbours have one point, and that point is its own', () => {
  fc.assert(
    fc.property(fc.double({min: 3.2, max: 7.3, noNaN: true}), fc.double({min: 50.7, max: 53.7, noNaN: true}), (longitude, latitude) => {
      const point = homeGridPoint([longitude, latitude]);
      expect(homeGridPoint(point)).toEqual(point);
      expect(Math.abs(point[0] - longitude) * 68).toBeLessThan(0.26);
      expect(Math.abs(point[1] - latitude) * 111.3).toBeLessThan(0.26);
    }),
  );
});

test('where a private home is stands in no column, no answer and no log, however it came in', async () => {
  const app = await testApp();
  const community = await aCommunity(app, {slug: 'utrecht'});
  const scope = aScope(app, community);
  const key = await aKey(app, community, 'admin');
  const answers: string[] = [];
  const ask = async (path: string, init?: RequestInit) => {
    const answer = await app.request(`/v1/communities/utrecht/${path}`, init);
    const text = await answer.text();
    answers.push(text, JSON.stringify([...answer.headers]));
    expect([path, answer.status]).toEqual([path, expect.toSatisfy((status: number) => status < 300)]);
    return {etag: answer.headers.get('ETag') ?? '', content: text.startsWith('{') ? JSON.parse(text) : null};
  };

  const created = await ask(
    'initiatives',
    write('POST', key, {name: 'Thuis', kind: 'other', summary: {nl: 'Thuis.'}, place, location: atHome}),
  );
  const moved = await ask(`initiatives/${created.content.slug}`, write('PATCH', key, {location: atHome}, {'If-Match': created.etag}));
  expect(moved.content.location.coordinates).toEqual(homeGridPoint([home.longitude, home.latitude]));
  await ask(`initiatives/${created.content.slug}`, write('PATCH', key, {place, location: atHome}, {'If-Match': moved.etag}));
  for (const format of ['csv', 'geojson'] as const) {
    const row = {
      csv: `name,kind,summary_nl,lon,lat,precision,city\n${format} thuis,other,Thuis.,${home.longitude},${home.latitude},grid,Utrecht\n`,
      geojson: JSON.stringify({
        type: 'FeatureCollection',
        features: [
          {type: 'Feature', geometry: atHome, properties: {name: `${format} thuis`, kind: 'other', summary: {nl: 'Thuis.'}, place}},
        ],
      }),
    };
    const silent = {onWarnings: () => undefined, onRow: () => undefined, onCommitted: () => undefined};
    for (const _again of [1, 2]) {
      const {counts} = await commitImport(scope, {format, source: aFile(row[format]), read: readerOf(format)}, silent);
      expect(counts).toMatchObject({refused: 0});
    }
  }
  for (const path of [
    'initiatives',
    'initiatives?format=geojson',
    'initiatives?format=csv',
    'initiative-clusters?bbox=3,50,8,54&zoom=20',
    'events',
    'initiatives?near=5.12,52.1',
  ])
    await ask(path);
  await ask('geo-suggestions', {method: 'POST', body: '{"q": "thuis"}', headers: {'Content-Type': 'application/json'}});

  const {rows: tables} = await sql<{
    name: string;
  }>`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`.execute(app.database.owner);
  const stored: string[] = [];
  for (const {name} of tables) {
    const {rows} = await sql<{text: string}>`select t::text || ' ' || to_jsonb(t)::text as text from ${sql.table(name)} t`.execute(
      app.database.owner,
    );
    stored.push(...rows.map(({text}) => `${name}: ${text}`));
  }
  expect(stored.filter((text) => text.includes('thuis') || text.includes('Thuis')).length).toBeGreaterThan(3);
  for (const canary of canaries) expect([...stored, ...answers, ...app.logged].filter((text) => text.includes(canary))).toEqual([]);
});

test('an initiative that turns out to be at somebody’s home moves to the grid point', async () => {
  const app = await testApp();
  const community = await aCommunity(app, {slug: 'utrecht'});
  const key = await aKey(app, community, 'admin');
  const first = await app.request(
    '/v1/communities/utrecht/initiatives',
    write('POST', key, {name: 'Thuis', kind: 'other', summary: {nl: 'Thuis.'}, place: {...place, precision: 'exact'}, location: atHome}),
  );

  await app.request(
    '/v1/communities/utrecht/initiatives/thuis',
    write('PATCH', key, {place}, {'If-Match': first.headers.get('ETag') ?? ''}),
  );

  const {location} = (await (await app.request('/v1/communities/utrecht/initiatives/thuis')).json()) as {location: {coordinates: number[]}};
  expect(location.coordinates).toEqual(homeGridPoint([home.longitude, home.latitude]));
});
