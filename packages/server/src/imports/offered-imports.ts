import type {Import, Language} from '@buurtkit/contract';
import type {Selectable} from 'kysely';
import {recordActs} from '../audit/record-acts.ts';
import type {Tables} from '../db/tables.ts';
import {wake} from '../jobs/wake.ts';
import {ProblemError} from '../problem-error.ts';
import {inTransaction, type Scope} from '../scope.ts';
import {forgetFile} from './import-files.ts';
import {lockImport, setImportState} from './import-store.ts';
import {tellFaults, type ReportedRow} from './report.ts';
import {undoImport} from './undo-import.ts';

export async function getImport(scope: Scope, importId: string): Promise<Import> {
  return inTransaction(scope, async ({trx, community}) => {
    const row = await trx
      .selectFrom('imports')
      .select(['id', 'format', 'state', 'counts', 'committed_line', 'report', 'created_at', 'finished_at'])
      .where('community_id', '=', community.id)
      .where('id', '=', importId)
      .executeTakeFirst();
    if (!row) throw new ProblemError('import.not-found');
    return {
      id: row.id,
      format: row.format,
      state: row.state,
      counts: row.counts,
      committedLine: row.committed_line,
      rows: (row.report?.rows ?? []).map((told) => tell(told, scope.language)),
      warnings: [...(row.report?.warnings ?? []), ...stopOf(row)],
      undone: row.report?.undone ?? null,
      createdAt: row.created_at.toISOString(),
      finishedAt: row.finished_at?.toISOString() ?? null,
    };
  });
}

/** Why one that was accepted is not in yet. */
function stopOf({state, committed_line: line, report}: Pick<Selectable<Tables['imports']>, 'state' | 'committed_line' | 'report'>) {
  if (state !== 'committing' || report?.stoppedAt === undefined) return [];
  const detail = `Something went wrong on our side after line ${line}, last at ${report.stoppedAt}. It is tried again by itself; taking it back ends that.`;
  return [{line, column: 'state', detail}];
}

function tell(row: ReportedRow, language: Language): Import['rows'][number] {
  if (row.action !== 'refused') return {line: row.line, action: row.action, slug: row.slug, faults: []};
  const faults = tellFaults(row.faults, language).map(({code, column = null, value = null, detail}) => ({code, column, value, detail}));
  return {line: row.line, action: row.action, slug: null, faults};
}

/** Says that a file that was offered may come in; that happens batch by batch, right after this. */
export async function acceptImport(scope: Scope, importId: string): Promise<Import> {
  return inTransaction(scope, async (trxScope) => {
    const found = await lockImport(trxScope, importId);
    if (!found) throw new ProblemError('import.not-found');
    if (found.state !== 'planned') throw new ProblemError('import.decided');
    await setImportState(trxScope, importId, {state: 'committing'});
    await recordActs(trxScope, [{action: 'import.updated', subjectId: importId, fields: ['state']}]);
    await wake(trxScope, 'imports');
    return getImport(trxScope, importId);
  });
}

/** Takes an import back, also one that is under way; what people changed since or lean on stays. */
export async function takeImportBack(scope: Scope, importId: string): Promise<Import> {
  return inTransaction(scope, async (trxScope) => {
    const found = await lockImport(trxScope, importId);
    if (!found) throw new ProblemError('import.not-found');
    if (found.state !== 'committing' && found.state !== 'committed') throw new ProblemError('import.decided');
    await undoImport(trxScope, importId);
    await forgetFile(trxScope, importId);
    return getImport(trxScope, importId);
  });
}
