import {CommandError} from '../command-error.ts';
import {inTransaction, type Scope} from '../scope.ts';
import {batches} from './batches.ts';
import type {ImportSource, RecordReader} from './import-record.ts';
import type {CommitListener} from './commit-import.ts';
import {planBatch, type SeenNames} from './plan-batch.ts';
import {countRow, noRows, reportRows, type ImportCounts, type ReportedRow} from './report.ts';

/** Tells row by row what an import would do, and does nothing. */
export async function planImport(
  scope: Scope,
  {source, read}: {source: ImportSource; read: RecordReader},
  listener: Pick<CommitListener, 'onRow' | 'onWarnings'>,
): Promise<ImportCounts> {
  if (scope.community.kind === 'region')
    throw new CommandError('community.is-region', `${scope.community.name} is a region: import into one of its members.`);
  const counts = {...noRows};
  const seenBefore: SeenNames = new Map();
  const report = (row: ReportedRow) => {
    countRow(counts, row);
    listener.onRow(row);
  };
  for await (const batch of batches(read(source))) {
    for (const {line, warnings} of batch.warnings) listener.onWarnings(line, warnings);
    const {planned, seen, warnings} = await inTransaction(scope, (trxScope) =>
      planBatch(trxScope, batch.records, seenBefore, {isLocked: false}),
    );
    for (const {line, warnings: found} of warnings) listener.onWarnings(line, found);
    for (const [name, line] of seen) seenBefore.set(name, line);
    for (const row of reportRows(batch, planned)) report(row);
  }
  return counts;
}
