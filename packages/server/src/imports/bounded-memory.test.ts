import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';
import {expect, test} from 'vitest';
import {exportRecords} from '../exports/export-records.ts';
import {exportFormat} from '../exports/formats.ts';
import {aCommunityScope} from '../testing/data-in-and-out.ts';
import {testDatabase} from '../testing/test-database.ts';
import {commitImport} from './commit-import.ts';
import {readerOf} from './formats.ts';
import type {ImportSource} from './import-record.ts';

// Of a hundred thousand no more than their names stays, and that takes many minutes to see.
const rowCount = Number(process.env['BUURTKIT_IMPORT_ROWS'] ?? 3000);
const mostMebibytes = 20 + (80 * rowCount) / 100_000;
const mebibyte = 1024 * 1024;

setFlagsFromString('--expose_gc');
const collectGarbage = runInNewContext('gc') as () => void;

function heapUsed(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

const manyRows: ImportSource = {
  async *read() {
    yield Buffer.from('name,kind,summary_nl,externalSource,externalId\n');
    for (let row = 0; row < rowCount; row += 1) yield Buffer.from(`Initiatief ${row},other,${`Regel ${row}. `.repeat(20)},bron,${row}\n`);
  },
};

test('a large file comes in, goes out and comes in elsewhere in a small memory, and tells how far it is', {timeout: 900_000}, async () => {
  const database = await testDatabase();
  const scope = await aCommunityScope(database, 'zierikzee');
  const elsewhere = await aCommunityScope(database, 'elders');
  const before = heapUsed();
  let most = before;
  const told: number[] = [];
  const listener = {
    onRow: () => undefined,
    onWarnings: () => undefined,
    onCommitted: ({line}: {line: number}) => {
      told.push(line);
      if (told.length % 4 === 0) most = Math.max(most, heapUsed());
    },
  };
  let written = 0;
  const exported: ImportSource = {
    async *read() {
      for await (const text of exportRecords(scope, exportFormat('hsds'))) {
        written += text.length;
        yield Buffer.from(text);
      }
    },
  };

  const {counts} = await commitImport(scope, {format: 'csv', source: manyRows, read: readerOf('csv')}, listener);
  const again = await commitImport(elsewhere, {format: 'hsds', source: exported, read: readerOf('hsds')}, listener);

  expect([counts.created, again.counts.created]).toEqual([rowCount, rowCount]);
  expect(told).toHaveLength((2 * rowCount) / 500);
  expect(written).toBeGreaterThan(rowCount * 1000);
  expect((most - before) / mebibyte).toBeLessThan(mostMebibytes);
});
