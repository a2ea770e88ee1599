import {CommandError} from '../command-error.ts';
import {readCsv} from './csv-reader.ts';
import {readGeoJson} from './geojson-reader.ts';
import type {RecordReader} from './import-record.ts';

const readers = {csv: readCsv, geojson: readGeoJson} satisfies Record<string, RecordReader>;

export type ImportFormat = keyof typeof readers;

function isFormat(name: string): name is ImportFormat {
  return Object.hasOwn(readers, name);
}

/** The format that was asked for, else the one that the file's name ends in, else CSV. */
export function importFormat(asked: string | undefined, fileName: string): ImportFormat {
  if (asked === 'hsds') throw new CommandError('format.not-yet', 'HSDS can’t be imported yet: use csv or geojson.');
  if (asked === undefined) return /\.(?:geojson|json)$/i.test(fileName) ? 'geojson' : 'csv';
  if (!isFormat(asked))
    throw new CommandError('format.unknown', `There is no format "${asked}": use ${Object.keys(readers).join(' or ')}.`, {exitCode: 2});
  return asked;
}

export function readerOf(format: ImportFormat): RecordReader {
  return readers[format];
}
