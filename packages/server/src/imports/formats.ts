import {CommandError} from '../command-error.ts';
import {readCsv} from './csv-reader.ts';
import {readGeoJson} from './geojson-reader.ts';
import {readHsds} from './hsds-reader.ts';
import type {RecordReader} from './import-record.ts';

/** A form in which data come in: another one is a reader in a file of its own, and a line below. */
type ImportFormat = {name: string; fileNames: RegExp; mediaTypes: readonly string[]; read: RecordReader};

const formats = [
  {name: 'csv', fileNames: /\.csv$/i, mediaTypes: ['text/csv'], read: readCsv},
  {name: 'hsds', fileNames: /hsds.*\.json$/i, mediaTypes: ['application/json'], read: readHsds},
  {name: 'geojson', fileNames: /\.(?:geojson|json)$/i, mediaTypes: ['application/geo+json'], read: readGeoJson},
] as const satisfies readonly ImportFormat[];

export type ImportFormatName = (typeof formats)[number]['name'];

export const importFormats = formats.map(({name}) => name);

function isFormat(name: string): name is ImportFormatName {
  return importFormats.some((known) => known === name);
}

/** The format that was asked for, else the one that the file's name says, else CSV. */
export function importFormat(asked: string | undefined, fileName: string): ImportFormatName {
  if (asked === undefined) return formats.find(({fileNames}) => fileNames.test(fileName))?.name ?? 'csv';
  if (!isFormat(asked))
    throw new CommandError('format.unknown', `There is no format "${asked}": use ${importFormats.join(' or ')}.`, {exitCode: 2});
  return asked;
}

/** The format that a media type says, or that a caller names. */
export function importFormatOf(mediaType: string): ImportFormatName | null {
  return formats.find(({mediaTypes}) => (mediaTypes as readonly string[]).includes(mediaType))?.name ?? null;
}

export function readerOf(format: ImportFormatName): RecordReader {
  return (formats.find(({name}) => name === format) ?? formats[0]).read;
}
