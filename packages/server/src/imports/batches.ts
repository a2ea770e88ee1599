import type {FaultyRow, ImportWarning, ReadRow, RecordRow} from './import-record.ts';

/** Records of one kind, and of one reading: what is looked at again stands in a batch of its own. */
export type Batch = {records: RecordRow[]; faulty: FaultyRow[]; warnings: {line: number; warnings: ImportWarning[]}[]};

const batchSize = 500;

/** Rows in batches of at most 500 records, with what was wrong on the way. */
export async function* batches(rows: AsyncIterable<ReadRow>): AsyncGenerator<Batch> {
  let batch: Batch = {records: [], faulty: [], warnings: []};
  for await (const row of rows) {
    const [first] = batch.records;
    const isOther = 'record' in row && first && (first.record.resource !== row.record.resource || first.isAgain !== row.isAgain);
    if (isOther || batch.records.length >= batchSize || batch.faulty.length >= batchSize) {
      yield batch;
      batch = {records: [], faulty: [], warnings: []};
    }
    if ('record' in row) batch.records.push(row);
    else if ('faults' in row) batch.faulty.push(row);
    else batch.warnings.push(row);
  }
  if (batch.records.length + batch.faulty.length + batch.warnings.length > 0) yield batch;
}
