import {recordChanges, type Change} from '../events/outbox.ts';
import {CommandError} from '../command-error.ts';
import {inTransaction, type Scope} from '../scope.ts';
import {
  deleteInitiatives,
  lockImport,
  lockImportedRows,
  lockImports,
  restoreInitiatives,
  setImportState,
  type UndoneRow,
} from './import-store.ts';

export type UndoResult = {
  deleted: number;
  restored: number;
  /** What somebody changed since the import: it stays as it is now. */
  left: {line: number; slug: string}[];
};

const changesAtATime = 1000;

/** Takes an import back, whole: what it made is deleted, what it changed stands as before, what was changed since is left. */
export async function undoImport(scope: Scope, importId: string): Promise<UndoResult> {
  return inTransaction(scope, async (trxScope) => {
    await lockImports(trxScope);
    const found = await lockImport(trxScope, importId);
    if (!found) throw new CommandError('import.not-found', `There is no import ${importId}.`);
    if (found.state === 'undone') throw new CommandError('import.undone', `Import ${importId} was undone before.`);

    const rows = await lockImportedRows(trxScope, importId);
    const isOurs = (action: UndoneRow['action']) => (row: UndoneRow) => row.action === action && !row.isChangedSince;
    const created = rows.filter(isOurs('created'));
    const updated = rows.filter(isOurs('updated'));
    await deleteInitiatives(
      trxScope,
      created.map((row) => row.id),
    );
    await restoreInitiatives(
      trxScope,
      importId,
      updated.map((row) => row.id),
    );
    await setImportState(trxScope, importId, {state: 'undone'});

    const changes: Change[] = [
      ...created.map((row) => ({type: 'nl.buurtkit.initiative.deleted' as const, id: row.id, slug: row.slug})),
      ...updated.map((row) => ({type: 'nl.buurtkit.initiative.updated' as const, id: row.id, slug: row.slug})),
    ];
    for (let start = 0; start < changes.length; start += changesAtATime)
      await recordChanges(trxScope, changes.slice(start, start + changesAtATime));
    return {
      deleted: created.length,
      restored: updated.length,
      left: rows.filter((row) => row.isChangedSince).map(({line, slug}) => ({line, slug})),
    };
  });
}
