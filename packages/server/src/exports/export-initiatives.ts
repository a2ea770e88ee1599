import {sql} from 'kysely';
import {CommandError} from '../command-error.ts';
import {representRecord} from '../initiatives/initiative-row.ts';
import {eachInitiativeRow} from '../initiatives/store.ts';
import type {Scope} from '../scope.ts';
import {csvOfInitiatives} from './initiative-csv.ts';
import {geoJsonOfInitiatives} from './initiative-geojson.ts';

const exports = {
  csv: (scope: Scope) => csvOfInitiatives(listItems(scope)),
  geojson: (scope: Scope) => geoJsonOfInitiatives(scope, eachInitiativeRow(scope, {}, {sort: 'id'})),
};

export type ExportFormat = keyof typeof exports;

export function exportFormat(asked: string): ExportFormat {
  if (asked === 'hsds' || asked === 'jsonld')
    throw new CommandError('format.not-yet', `${asked} can’t be exported yet: use csv or geojson.`);
  if (!Object.hasOwn(exports, asked))
    throw new CommandError('format.unknown', `There is no format "${asked}": use csv or geojson.`, {exitCode: 2});
  return asked as ExportFormat;
}

/**
 * All initiatives that a community may read, by id and as they were at one moment, piece by piece. Nothing of the moment
 * itself is in it: the same initiatives give the same bytes.
 */
export async function exportInitiatives(scope: Scope, format: ExportFormat, write: (text: string) => Promise<void>): Promise<void> {
  await scope.database.public
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      await sql`set transaction read only`.execute(trx);
      const snapshot = {...scope, database: {...scope.database, public: trx}};
      for await (const text of exports[format](snapshot)) await write(text);
    });
}

async function* listItems(scope: Scope) {
  for await (const row of eachInitiativeRow(scope, {}, {sort: 'id'})) yield representRecord(row, scope.publicUrl);
}
