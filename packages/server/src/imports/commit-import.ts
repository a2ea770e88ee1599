import {createHash} from 'node:crypto';
import {DatabaseError as PostgresError} from 'pg';
import {recordChanges} from '../events/outbox.ts';
import {CommandError} from '../command-error.ts';
import {inTransaction, type Scope} from '../scope.ts';
import {recordActs} from '../audit/record-acts.ts';
import {batches} from './batches.ts';
import type {ImportSource, ImportWarning, RecordReader, RecordRow} from './import-record.ts';
import {insertImport, lockImport, lockImports, setImportState} from './import-store.ts';
import {nothingPlanned, planBatch, type SeenNames} from './plan-batch.ts';
import {countRow, noRows, reportRows, type ImportCounts, type ReportedRow} from './report.ts';
import {writePlanned} from './write-planned.ts';

export type CommitListener = {
  onWarnings(line: number, warnings: readonly ImportWarning[]): void;
  onRow(row: ReportedRow): void;
  /** Called once PostgreSQL has said that the batch is kept: whatever happens next, these rows are there. */
  onCommitted(batch: {import: string; line: number; rows: number}): void;
};

/** A file with how it is read; an import that was planned before has an id already. */
export type CommittedFile = {id?: string; format: string; source: ImportSource; read: RecordReader};

/** Brings a file in, batch by batch; rows that can't be read are reported and left out. Doing it again doubles nothing. */
export async function commitImport(
  scope: Scope,
  {id: plannedId, format, source, read}: CommittedFile,
  listener: CommitListener,
): Promise<{id: string; counts: ImportCounts}> {
  if (scope.community.kind === 'region')
    throw new CommandError('community.is-region', `${scope.community.name} is a region: import into one of its members.`);
  const id = plannedId ?? (await begin(scope, format, source));

  const counts = {...noRows};
  const seen: SeenNames = new Map();
  const report = (row: ReportedRow) => {
    countRow(counts, row);
    listener.onRow(row);
  };
  for await (const batch of batches(read(source))) {
    for (const {line, warnings} of batch.warnings) listener.onWarnings(line, warnings);
    const last = batch.records.at(-1);
    const written = last ? await patiently(() => writeBatch(scope, id, batch.records, seen)) : nothingPlanned;
    for (const {line, warnings} of written.warnings) listener.onWarnings(line, warnings);
    for (const [name, line] of written.seen) seen.set(name, line);
    for (const row of reportRows(batch, written.planned)) report(row);
    if (last) listener.onCommitted({import: id, line: last.line, rows: batch.records.length});
  }
  await inTransaction(scope, async (trxScope) => {
    await setImportState(trxScope, id, {state: 'committed'});
    await recordActs(trxScope, [{action: 'import.committed', subjectId: id}]);
  });
  return {id, counts};
}

async function begin(scope: Scope, format: string, source: ImportSource): Promise<string> {
  const fileHash = await hashOf(source);
  return inTransaction(scope, (trxScope) => insertImport(trxScope, format, fileHash));
}

export async function hashOf(source: ImportSource): Promise<Buffer> {
  const hash = createHash('sha256');
  for await (const bytes of source.read()) hash.update(bytes);
  return hash.digest();
}

const raceLost = new Set(['23505', '40001', '40P01']);

/** Somebody may take a slug, or wait for us while we wait for them: then the batch is planned anew. */
async function patiently<Result>(work: () => Promise<Result>, attempts = 4): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (attempts > 1 && error instanceof PostgresError && raceLost.has(error.code ?? '')) return patiently(work, attempts - 1);
    throw error;
  }
}

async function writeBatch(scope: Scope, importId: string, rows: readonly RecordRow[], seen: SeenNames) {
  return inTransaction(scope, async (trxScope) => {
    await lockImports(trxScope);
    const {state} = (await lockImport(trxScope, importId)) ?? {};
    if (state === 'undone') throw new CommandError('import.undone', 'The import was undone while it ran: it stops here.');

    const batch = await planBatch(trxScope, rows, seen, {isLocked: true});
    const {changes} = await writePlanned(trxScope, batch, importId);
    const lastLine = rows.at(-1)?.line;
    if (lastLine !== undefined) await setImportState(trxScope, importId, {committedLine: lastLine});
    await recordChanges(trxScope, changes);
    return batch;
  });
}
