import {csvColumns} from '../exports/initiative-csv.ts';
import {OpeningNotationError, readOpeningNotation} from '../opening/read-opening-notation.ts';
import {readCoordinates} from './coordinates.ts';
import {unguardFormula} from './formula-guard.ts';
import type {FaultyRow, ImportFault, ImportWarning, RecordRow, Silence} from './import-record.ts';
import {faultAt, readRecord} from './read-record.ts';

const columns = [...csvColumns, 'x', 'y', 'postcode', 'houseNumber'] as const;
type Column = (typeof columns)[number];

export type CsvHeader = {
  /** The column of each cell; null is one that we don't know. */
  columns: (Column | null)[];
  silentOn: ReadonlySet<Silence>;
  warnings: ImportWarning[];
  faults: ImportFault[];
};

const required: Column[] = ['name', 'kind', 'summary_nl'];
const notUsedYet: Partial<Record<Column, string>> = {
  postcode: 'Addresses are not looked up yet: give lon and lat, or x and y.',
  houseNumber: 'Addresses are not looked up yet: give lon and lat, or x and y.',
};
const silences: [Silence, Column][] = [
  ['summary.en', 'summary_en'],
  ['contact.website', 'website'],
  ['contact.email', 'email'],
  ['contact.phone', 'phone'],
  ['place.areaCode', 'areaCode'],
  ['place.areaYear', 'areaYear'],
  ['place.precision', 'precision'],
];

export function readHeader(names: readonly string[]): CsvHeader {
  const found = names.map((name) => columns.find((column) => column.toLowerCase() === unguardFormula(name).trim().toLowerCase()) ?? null);
  const has = (column: Column) => found.includes(column);
  const warnings: ImportWarning[] = [];
  const faults: ImportFault[] = [];
  for (const [index, column] of found.entries()) {
    const name = names[index] ?? '';
    if (column === null && name.trim() !== '') warnings.push({column: name, detail: 'There is no such column: it is not used.'});
    else if (column !== null && found.indexOf(column) < index)
      faults.push(faultAt(name, 'not-allowed', {detail: 'This column is there twice.'}));
  }
  if (!has('city'))
    for (const column of ['areaCode', 'areaYear', 'precision'] as const)
      if (has(column)) warnings.push({column, detail: 'It is not used without a column city.'});
  for (const column of required)
    if (!has(column)) faults.push(faultAt(column, 'required', {detail: 'The file has no such column, and it is needed.'}));
  return {
    columns: found,
    silentOn: new Set<Silence>([
      ...silences.filter(([, column]) => !has(column)).map(([silence]) => silence),
      'place.slug',
      'externalIds.others',
    ]),
    warnings,
    faults,
  };
}

/** The columns of a row that say something and are not used yet; our own export has one of them, mostly empty. */
export function unusedCells(row: readonly string[], header: CsvHeader): ImportWarning[] {
  return header.columns.flatMap((column, index) => {
    const detail = column === null ? undefined : notUsedYet[column];
    return column !== null && detail !== undefined && (row[index] ?? '').trim() !== '' ? [{column, detail}] : [];
  });
}

/** One row of a CSV as a record, or all that is wrong with it. */
export function csvRecord(line: number, row: readonly string[], header: CsvHeader): RecordRow | FaultyRow {
  if (row.length < header.columns.length || row.slice(header.columns.length).some((cell) => cell !== ''))
    return {line, faults: [{code: 'format', detail: `This row has ${row.length} cells, the first line has ${header.columns.length}.`}]};

  const cells = new Map<Column, string>();
  for (const [index, column] of header.columns.entries()) if (column !== null) cells.set(column, textOf(column, row[index] ?? ''));
  const faults: ImportFault[] = [];
  const cell = (column: Column) => cells.get(column) ?? '';
  const orNull = (column: Column) => (cells.has(column) ? cell(column) || null : undefined);
  const given = {
    name: cell('name') || undefined,
    kind: cell('kind') || undefined,
    stage: cell('stage') || undefined,
    slug: cell('slug') || undefined,
    themes: cells.has('themes') ? readThemes(cell('themes')) : undefined,
    context: orNull('context'),
    since: orNull('since'),
    summary: cell('summary_nl') === '' ? undefined : withoutEmpty({nl: cell('summary_nl'), en: cell('summary_en')}),
    place: readPlace(cells, faults),
    location: readLocation(cells, faults),
    contact:
      cells.has('website') || cells.has('email') || cells.has('phone')
        ? withoutEmpty({website: cell('website'), email: cell('email'), phone: cell('phone')})
        : undefined,
    openingHours: readOpeningHours(cells, faults),
    externalIds: readExternalIds(cells, faults),
  };
  const initiative = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const record = readRecord({id: cell('id'), initiative, silentOn: header.silentOn}, {columnOf});
  if (Array.isArray(record)) return {line, faults: [...faults, ...record]};
  return faults.length > 0 ? {line, faults} : {line, record};
}

/** Somebody else's id is kept to the letter; around all else spaces mean nothing. */
function textOf(column: Column, cell: string): string {
  const text = unguardFormula(cell);
  return column === 'externalId' ? text : text.trim();
}

const columnsByPointer: [string, Column][] = [
  ['#/summary/en', 'summary_en'],
  ['#/summary', 'summary_nl'],
  ['#/place/areaCode', 'areaCode'],
  ['#/place/areaYear', 'areaYear'],
  ['#/place/precision', 'precision'],
  ['#/place', 'city'],
  ['#/location', 'lon'],
  ['#/contact/website', 'website'],
  ['#/contact/email', 'email'],
  ['#/contact/phone', 'phone'],
  ['#/openingHours', 'opening'],
  ['#/externalIds/0/source', 'externalSource'],
  ['#/externalIds', 'externalId'],
];

function columnOf(pointer: string): string {
  return (
    columnsByPointer.find(([prefix]) => pointer === prefix || pointer.startsWith(`${prefix}/`))?.[1] ?? pointer.split('/')[1] ?? pointer
  );
}

function withoutEmpty(texts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
}

function readThemes(cell: string): string[] {
  return [...new Set(cell.split('|').map((theme) => theme.trim()))].filter(Boolean);
}

/** A number with a point or, as in Dutch, a comma. */
function readNumber(cell: string): number | null {
  return /^[+-]?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/i.test(cell) ? Number(cell.replace(',', '.')) : null;
}

function readPlace(cells: ReadonlyMap<Column, string>, faults: ImportFault[]) {
  if (!cells.has('city')) return undefined;
  const city = cells.get('city') ?? '';
  const areaCode = cells.get('areaCode') ?? '';
  const areaYear = cells.get('areaYear') ?? '';
  const precision = cells.get('precision') ?? '';
  if (city === '') {
    if (areaCode !== '' || areaYear !== '' || precision !== '')
      faults.push(faultAt('city', 'required', {detail: 'A row with an area or a precision needs a city.'}));
    return null;
  }
  const year = readNumber(areaYear);
  if (areaYear !== '' && year === null) faults.push(faultAt('areaYear', 'format', {value: areaYear}));
  const isOnMap = (cells.get('lon') ?? cells.get('x') ?? '') !== '';
  return {city, areaCode: areaCode || null, areaYear: year, precision: precision || (isOnMap ? 'exact' : 'municipality')};
}

function readLocation(cells: ReadonlyMap<Column, string>, faults: ImportFault[]) {
  const pairs = (
    [
      ['lon', 'lat'],
      ['x', 'y'],
    ] as const
  ).filter(([first, second]) => cells.has(first) || cells.has(second));
  if (pairs.length === 0) return undefined;
  const pair = pairs.find((names) => names.some((name) => cells.get(name)));
  if (!pair) return null;

  // A report is kept, and where somebody lives is kept nowhere.
  const shown = (value: string) => (cells.get('precision') === 'grid' ? {} : {value});
  const numbers = pair.map((column) => {
    const value = cells.get(column) ?? '';
    const number = readNumber(value);
    if (number === null) faults.push(value === '' ? faultAt(column, 'required') : faultAt(column, 'format', shown(value)));
    return number;
  });
  const [first, second] = numbers;
  if (first === null || first === undefined || second === null || second === undefined) return null;
  const coordinates = readCoordinates(first, second);
  if (!coordinates)
    faults.push(
      faultAt(pair[0], 'range', {
        ...shown(`${cells.get(pair[0])} ${cells.get(pair[1])}`),
        detail: 'This is not in the Netherlands: longitude (or x) comes first.',
      }),
    );
  return coordinates ? {type: 'Point', coordinates} : null;
}

function readOpeningHours(cells: ReadonlyMap<Column, string>, faults: ImportFault[]) {
  const opening = cells.get('opening');
  if (!opening) return opening === undefined ? undefined : null;
  try {
    return readOpeningNotation(opening);
  } catch (error) {
    if (!(error instanceof OpeningNotationError)) throw error;
    const detail = `${error.message} Write opening hours as in Mo,We 13:30-17:00; PH off, and a note between double quotes.`;
    faults.push(faultAt('opening', 'format', {value: opening, detail}));
    return undefined;
  }
}

function readExternalIds(cells: ReadonlyMap<Column, string>, faults: ImportFault[]) {
  const source = cells.get('externalSource') ?? '';
  const id = cells.get('externalId') ?? '';
  if (source === '' && id === '') return undefined;
  if (source === '' || id === '') {
    faults.push(
      faultAt(source === '' ? 'externalSource' : 'externalId', 'required', {detail: 'A name elsewhere needs both its source and its id.'}),
    );
    return undefined;
  }
  return [{source, id}];
}
