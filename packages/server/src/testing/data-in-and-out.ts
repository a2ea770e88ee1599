import {commitImport} from '../imports/commit-import.ts';
import {createCommunity, type NewCommunity} from '../communities/create-community.ts';
import {findCommunity} from '../communities/store.ts';
import {exportRecords} from '../exports/export-records.ts';
import {exportFormat, type ExportFormatName} from '../exports/formats.ts';
import {readerOf, type ImportFormatName} from '../imports/formats.ts';
import type {ImportSource, ImportWarning} from '../imports/import-record.ts';
import {planImport} from '../imports/plan-import.ts';
import type {ReportedRow} from '../imports/report.ts';
import type {Scope} from '../scope.ts';
import type {TestDatabase} from './test-database.ts';

export const testNow = new Date('2026-11-22T09:00:00Z');

export async function aCommunityScope({database}: TestDatabase, slug: string, community: Partial<NewCommunity> = {}): Promise<Scope> {
  await createCommunity(database.owner, {slug, name: slug, kind: 'municipality', ...community});
  const found = await findCommunity(database, slug);
  if (!found) throw new Error(`community ${slug} was not made`);
  return {database, community: found, caller: {kind: 'command'}, language: 'nl', now: testNow, publicUrl: 'http://localhost:8787'};
}

/** Text or bytes as a file, in small pieces, so that nothing depends on where a piece ends. */
export function aFile(content: string | Uint8Array, pieceSize = 7): ImportSource {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return {
    async *read() {
      for (let start = 0; start < bytes.length; start += pieceSize) yield bytes.subarray(start, start + pieceSize);
    },
  };
}

type Report = {rows: ReportedRow[]; warnings: ImportWarning[]; committed: {line: number; rows: number}[]};

function aListener() {
  const report: Report = {rows: [], warnings: [], committed: []};
  const listener = {
    onRow: (row: ReportedRow) => void report.rows.push(row),
    onWarnings: (_line: number, warnings: readonly ImportWarning[]) => void report.warnings.push(...warnings),
    onCommitted: ({line, rows}: {line: number; rows: number}) => void report.committed.push({line, rows}),
  };
  return {report, listener};
}

export async function tryImport(scope: Scope, content: string | Uint8Array, format: ImportFormatName = 'csv') {
  const {report, listener} = aListener();
  const counts = await planImport(scope, {source: aFile(content), read: readerOf(format)}, listener);
  return {...report, counts};
}

export async function importFile(scope: Scope, content: string | Uint8Array, format: ImportFormatName = 'csv') {
  const {report, listener} = aListener();
  const {id, counts} = await commitImport(scope, {format, source: aFile(content, 8192), read: readerOf(format)}, listener);
  return {...report, id, counts};
}

export async function exportText(scope: Scope, format: ExportFormatName = 'csv'): Promise<string> {
  let text = '';
  for await (const piece of exportRecords(scope, exportFormat(format))) text += piece;
  return text;
}
