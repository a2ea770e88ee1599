import {CommandError} from '../command-error.ts';
import {writeHsds} from '../hsds/hsds-file.ts';
import {representRecord} from '../initiatives/initiative-row.ts';
import {eachInitiativeRow} from '../initiatives/store.ts';
import {writeJsonLd} from '../json-ld/json-ld-file.ts';
import type {Scope} from '../scope.ts';
import {csvOfInitiatives} from './initiative-csv.ts';
import {geoJsonOfInitiatives} from './initiative-geojson.ts';

/** A form in which data go out: another one is a writer in a file of its own, and a line below. */
export type ExportFormat = {name: string; mediaType: string; extension: string; write(scope: Scope): AsyncIterable<string>};

const formats = [
  {name: 'csv', mediaType: 'text/csv; charset=utf-8', extension: 'csv', write: (scope) => csvOfInitiatives(listItems(scope))},
  {
    name: 'geojson',
    mediaType: 'application/geo+json',
    extension: 'geojson',
    write: (scope) => geoJsonOfInitiatives(scope, eachInitiativeRow(scope, {}, {sort: 'id'})),
  },
  {name: 'hsds', mediaType: 'application/json', extension: 'hsds.json', write: writeHsds},
  {name: 'jsonld', mediaType: 'application/ld+json', extension: 'jsonld', write: writeJsonLd},
] as const satisfies readonly ExportFormat[];

export type ExportFormatName = (typeof formats)[number]['name'];

export const exportFormats = formats.map(({name}) => name);

export function exportFormat(asked: string): ExportFormat {
  const format = formats.find(({name}) => name === asked);
  if (!format) throw new CommandError('format.unknown', `There is no format "${asked}": use ${exportFormats.join(' or ')}.`, {exitCode: 2});
  return format;
}

async function* listItems(scope: Scope) {
  for await (const row of eachInitiativeRow(scope, {}, {sort: 'id'})) yield representRecord(row, scope.publicUrl);
}
