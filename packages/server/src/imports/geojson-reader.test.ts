import fc from 'fast-check';
import {expect, test} from 'vitest';
import {aFile} from '../testing/data-in-and-out.ts';
import {readGeoJson} from './geojson-reader.ts';
import type {ReadRow} from './import-record.ts';
import {splitLists} from './split-lists.ts';

async function read(content: string): Promise<ReadRow[]> {
  const rows: ReadRow[] = [];
  for await (const row of readGeoJson(aFile(content))) rows.push(row);
  return rows;
}

async function split(text: string, pieceSize: number): Promise<string[]> {
  async function* pieces() {
    for (let start = 0; start < text.length; start += pieceSize) yield text.slice(start, start + pieceSize);
  }
  const found: string[] = [];
  for await (const feature of splitLists(pieces(), ['features'])) found.push(feature.text);
  return found;
}

const tuin = {
  type: 'Feature',
  id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d6e',
  geometry: {type: 'Point', coordinates: [3.9167, 51.65]},
  properties: {name: 'Tuin', kind: 'other', summary: {nl: 'Groen'}, wethouder: 'Jansen', updatedAt: '2026-11-22T09:00:00Z'},
};

test('features are read one by one, and what nobody knows is named once', async () => {
  const rows = await read(JSON.stringify({type: 'FeatureCollection', name: 'features', features: [tuin, {...tuin, id: undefined}]}));

  expect(rows).toMatchObject([
    {line: 1, warnings: [{column: 'wethouder'}]},
    {line: 1, record: {id: tuin.id, value: {name: 'Tuin', location: {coordinates: [3.9167, 51.65]}}}},
    {line: 2, record: {id: null}},
  ]);
});

test('a feature with faults is told with its number, and the others are read', async () => {
  const faulty = {...tuin, geometry: {type: 'Point', coordinates: [200, 51]}, properties: {name: 'Huis', kind: 'winkel', summary: {}}};

  const rows = await read(JSON.stringify({type: 'FeatureCollection', features: [faulty, {type: 'Nonsense'}, tuin]}));

  expect(rows.flatMap((row) => ('faults' in row ? row.faults.map((fault) => [row.line, fault.column, fault.code]) : []))).toEqual([
    [1, 'kind', 'not-allowed'],
    [1, 'summary/nl', 'required'],
    [1, 'location/coordinates/0', 'range'],
    [2, undefined, 'format'],
  ]);
  expect(rows.filter((row) => 'record' in row)).toHaveLength(1);
});

test('a feature outside the country is told with its number, one in metres of the national grid is read', async () => {
  const at = (...coordinates: number[]) => ({...tuin, id: undefined, geometry: {type: 'Point', coordinates}});

  const rows = await read(JSON.stringify({type: 'FeatureCollection', features: [at(-0.12, 51.5), at(51.65, 3.9), at(155000, 463000)]}));

  expect(rows.flatMap((row) => ('faults' in row ? row.faults.map((fault) => [row.line, fault.column, fault.code]) : []))).toEqual([
    [1, 'location/coordinates', 'range'],
    [2, 'location/coordinates', 'range'],
  ]);
  expect(rows.at(-1)).toMatchObject({line: 3, record: {value: {location: {coordinates: [5.387204, 52.155172]}}}});
});

test.each(['{"type":"FeatureCollection","features":[{"type":"Fea', '[]', 'id,slug', ''])(
  'a file that is no whole collection says so: %s',
  async (content) => {
    expect(await read(content)).toMatchObject([{faults: [{code: 'format'}]}]);
  },
);

test('wherever the pieces of a file end, the same features come out', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.dictionary(fc.string(), fc.jsonValue())),
      fc.jsonValue(),
      fc.integer({min: 1, max: 40}),
      async (features, before, pieceSize) => {
        const text = JSON.stringify({before, inner: {features: [1]}, features, after: [{features: []}]});

        expect((await split(text, pieceSize)).map((feature) => JSON.parse(feature))).toEqual(JSON.parse(JSON.stringify(features)));
      },
    ),
    {numRuns: Number(process.env['BUURTKIT_PROPERTY_RUNS'] ?? 200)},
  );
});
