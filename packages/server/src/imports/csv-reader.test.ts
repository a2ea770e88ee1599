import iconv from 'iconv-lite';
import {expect, test} from 'vitest';
import {aFile} from '../testing/data-in-and-out.ts';
import {readCsv} from './csv-reader.ts';
import type {ImportRecord, ReadRow} from './import-record.ts';

async function read(content: string | Uint8Array): Promise<ReadRow[]> {
  const rows: ReadRow[] = [];
  for await (const row of readCsv(aFile(content))) rows.push(row);
  return rows;
}

async function firstRecord(content: string | Uint8Array) {
  const rows = await read(content);
  const row = rows.find((each) => 'record' in each);
  if (!row) throw new Error(`no record in ${JSON.stringify(rows)}`);
  return row.record as ImportRecord<'initiative'>;
}

async function faultsIn(content: string): Promise<[line: number, column: string | undefined, code: string][]> {
  const rows = await read(content);
  return rows.flatMap((row) =>
    'faults' in row ? row.faults.map((fault): [number, string | undefined, string] => [row.line, fault.column, fault.code]) : [],
  );
}

const header = 'name,kind,summary_nl';

test('a sheet as a Dutch Excel saves it — semicolons, decimal commas, Windows-1252 — reads as it was meant', async () => {
  const sheet =
    'naam;name;kind;summary_nl;city;lon;lat\r\n;Café ’t Hoekje;neighbourhood-cafe;Één kop koffie kost € 1;Zierikzee;3,9167;51,65\r\n';

  const {value: initiative} = await firstRecord(iconv.encode(sheet, 'win1252'));

  expect(initiative.name).toBe('Café ’t Hoekje');
  expect(initiative.summary.nl).toBe('Één kop koffie kost € 1');
  expect(initiative.location).toEqual({type: 'Point', coordinates: [3.9167, 51.65]});
});

test.each([
  ['with a byte order mark', '\uFEFF'],
  ['without one', ''],
])('UTF-8 %s keeps its letters', async (_name, mark) => {
  const {value: initiative} = await firstRecord(`${mark}${header}\nCafé,neighbourhood-cafe,Koffie 🙂\n`);

  expect(initiative).toMatchObject({name: 'Café', summary: {nl: 'Koffie 🙂'}});
});

test.each([
  ['as Excel writes it', (bytes: Buffer) => bytes],
  ['with its bytes the other way round', (bytes: Buffer) => bytes.swap16()],
])('“Unicode text” with tabs, %s, keeps its letters', async (_name, ordered) => {
  const sheet = `\uFEFF${header.replaceAll(',', '\t')}\r\nCafé\tneighbourhood-cafe\t${'🙂'.repeat(9)}\r\n`;

  const {value: initiative} = await firstRecord(ordered(Buffer.from(sheet, 'utf16le')));

  expect(initiative).toMatchObject({name: 'Café', summary: {nl: '🙂'.repeat(9)}});
});

test.each([
  ['x,y', '155000', '463000', 5.387206, 52.155172],
  ['x,y', '"120700,723"', '"487525,501"', 4.883526, 52.374533],
  ['lon,lat', '155000', '463000', 5.387206, 52.155172],
])('coordinates in metres of the national grid, in columns %s (%s, %s), become degrees', async (columns, x, y, longitude, latitude) => {
  const {value: initiative} = await firstRecord(`${header},${columns}\nTuin,other,Groen,${x},${y}\n`);

  expect(initiative.location?.coordinates[0]).toBeCloseTo(longitude, 4);
  expect(initiative.location?.coordinates[1]).toBeCloseTo(latitude, 4);
});

test('columns may come in any order, and in capitals', async () => {
  const {value: initiative} = await firstRecord('SUMMARY_NL,Kind,themes,NAME\nGroen,other,food | green|food,Tuin\n');

  expect(initiative).toEqual({name: 'Tuin', kind: 'other', themes: ['food', 'green'], summary: {nl: 'Groen'}});
});

test('a column that nobody knows, or that is not used yet, is named and stops nothing', async () => {
  const rows = await read(
    `${header},postcode,houseNumber,Wethouder\nTuin,other,Groen,4301 AA,1,Jansen\nHuis,other,Groen,4301 AB,2,Jansen\n`,
  );

  expect(rows.flatMap((row) => ('warnings' in row ? row.warnings.map((warning) => warning.column) : []))).toEqual([
    'Wethouder',
    'postcode',
    'houseNumber',
  ]);
  expect(rows.filter((row) => 'record' in row)).toHaveLength(2);
});

test('opening hours are read as people write them, and what is no hours is told with how to write them', async () => {
  const rows = await read(
    `${header},opening\nTuin,other,Groen,"ma 9-12; PH off; ""op afspraak"""\nHuis,other,Groen,meestal\nPlein,other,Groen,\nHof,other,Groen,Mo 25:00-26:00\n`,
  );

  const rules = [{weekdays: ['mo'], nth: null, opens: '09:00', closes: '12:00'}];
  expect(rows).toMatchObject([
    {record: {value: {openingHours: {rules, isOpenOnHolidays: false, isByAppointment: true}}}},
    {line: 3, faults: [{column: 'opening', code: 'format', value: 'meestal'}]},
    {record: {value: {openingHours: null}}},
    {
      line: 5,
      faults: [
        {column: 'opening', code: 'format'},
        {column: 'opening', code: 'format'},
      ],
    },
  ]);
});

test('every fault is told with its line and column, and the good rows between them are read', async () => {
  const content = [
    'id,slug,name,kind,stage,summary_nl,city,areaCode,areaYear,lon,lat,precision,website,email,externalSource,externalId',
    ',,Goed,other,active,Groen,,,,,,,,,,',
    '17,Niet Goed,,winkel,bezig,,,GM1676,,,,,,,,',
    ',,Beter,other,,Tekst,Zierikzee,1676,negentien,51.65,3.91,dichtbij,www.x.nl,jan@,bron,',
    ',,"Over twee',
    'regels",other,,Tekst,,,,3.9,,,,,,,',
    ',,Ook goed,other,,Tekst,,,,,,,,,,',
  ].join('\n');

  expect(await faultsIn(content)).toEqual([
    [3, 'city', 'required'],
    [3, 'id', 'format'],
    [3, 'name', 'required'],
    [3, 'kind', 'not-allowed'],
    [3, 'stage', 'not-allowed'],
    [3, 'summary_nl', 'required'],
    [3, 'slug', 'format'],
    [4, 'areaYear', 'format'],
    [4, 'lon', 'range'],
    [4, 'externalId', 'required'],
    [4, 'precision', 'not-allowed'],
    [4, 'website', 'format'],
    [4, 'email', 'format'],
    [5, 'lat', 'required'],
  ]);
  expect((await read(content)).flatMap((row) => ('record' in row ? [row.line] : []))).toEqual([2, 7]);
});

test.each([
  ['a quotation mark inside a cell', 'Tu"in,other,Groen'],
  ['a cell too few', 'Tuin,other'],
  ['a cell too many', 'Tuin,other,Groen,nog iets'],
  ['characters that are no text', 'Tuin,other,Gro\0en'],
])('a row with %s is told, and the row below it is read', async (_name, row) => {
  const content = `${header}\n${row}\nGoed,other,Groen\n`;

  expect((await faultsIn(content)).map(([line]) => line)).toEqual([2]);
  expect((await firstRecord(content)).value.name).toBe('Goed');
});

test('a quotation mark that never closes is told at the line where it opens', async () => {
  expect((await faultsIn(`${header}\nGoed,other,Groen\n"Tuin,other,Groen\nNog een,other,Groen\n`)).map(([line]) => line)).toEqual([3]);
});

test('a file without the columns that every initiative needs, or without anything, says so once', async () => {
  expect(await faultsIn('naam;soort\nTuin;other\nHuis;other\n')).toEqual([
    [1, 'name', 'required'],
    [1, 'kind', 'required'],
    [1, 'summary_nl', 'required'],
  ]);
  expect(await faultsIn('')).toEqual([[1, undefined, 'required']]);
});

test('a row on the wrong side of the world is told with its line', async () => {
  expect(
    await faultsIn(`${header},lon,lat\nTuin,other,Groen,52.1,5.3\nHuis,other,Groen,-0.12,51.5\nKoraal,other,Blauw,-68.27,12.15\n`),
  ).toEqual([
    [2, 'lon', 'range'],
    [3, 'lon', 'range'],
  ]);
});
