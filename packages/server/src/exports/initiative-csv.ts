import {stringify} from 'csv-stringify/sync';
import {guardFormula} from '../imports/formula-guard.ts';
import type {InitiativeRecord} from '../initiatives/initiative-row.ts';
import {writeOpeningNotation} from '../opening/opening-notation.ts';

type Cell = {isNumber?: true; of(initiative: InitiativeRecord): string | number | null | undefined};

const cells = {
  id: {of: (initiative) => initiative.id},
  slug: {of: (initiative) => initiative.slug},
  name: {of: (initiative) => initiative.name},
  kind: {of: (initiative) => initiative.kind},
  stage: {of: (initiative) => initiative.stage},
  themes: {of: (initiative) => initiative.themes.join('|')},
  context: {of: (initiative) => initiative.context},
  since: {of: (initiative) => initiative.since},
  city: {of: (initiative) => initiative.place?.city},
  areaCode: {of: (initiative) => initiative.place?.areaCode},
  areaYear: {isNumber: true, of: (initiative) => initiative.place?.areaYear},
  lon: {isNumber: true, of: (initiative) => initiative.location?.coordinates[0]},
  lat: {isNumber: true, of: (initiative) => initiative.location?.coordinates[1]},
  precision: {of: (initiative) => initiative.place?.precision},
  summary_nl: {of: (initiative) => initiative.summary.nl},
  summary_en: {of: (initiative) => initiative.summary.en},
  website: {of: (initiative) => initiative.contact.website},
  email: {of: (initiative) => initiative.contact.email},
  phone: {of: (initiative) => initiative.contact.phone},
  opening: {of: (initiative) => initiative.openingHours && writeOpeningNotation(initiative.openingHours)},
  externalSource: {of: (initiative) => initiative.externalIds[0]?.source},
  externalId: {of: (initiative) => initiative.externalIds[0]?.id},
} as const satisfies Record<string, Cell>;

/** The columns of the CSV, in the order in which they are written. */
export const csvColumns = Object.keys(cells) as (keyof typeof cells)[];

const rowsAtATime = 200;

/** CSV as RFC 4180 has it, in UTF-8 with a byte order mark, since spreadsheets guess wrong without one. */
export async function* csvOfInitiatives(initiatives: AsyncIterable<InitiativeRecord>): AsyncGenerator<string> {
  yield `\uFEFF${format([csvColumns])}`;
  let rows: string[][] = [];
  for await (const initiative of initiatives) {
    rows.push(rowOf(initiative));
    if (rows.length < rowsAtATime) continue;
    yield format(rows);
    rows = [];
  }
  if (rows.length > 0) yield format(rows);
}

function rowOf(initiative: InitiativeRecord): string[] {
  return Object.values<Cell>(cells).map((cell) => {
    const value = cell.of(initiative) ?? '';
    return cell.isNumber ? String(value) : guardFormula(String(value));
  });
}

function format(rows: string[][]): string {
  return stringify(rows, {record_delimiter: 'windows', quoted_match: /[\r\n]/});
}
