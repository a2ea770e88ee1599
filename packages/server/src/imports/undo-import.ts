import {recordActs} from '../audit/record-acts.ts';
import {recordChanges, type Change} from '../events/outbox.ts';
import {CommandError} from '../command-error.ts';
import {inTransaction, type Scope, type TrxScope} from '../scope.ts';
import {findNeeded} from './find-needed.ts';
import {mostRowsKept} from './import-report.ts';
import {
  deleteRows,
  lockImport,
  lockImportedRows,
  lockImports,
  restoreNames,
  restoreRows,
  setImportState,
  type UndoneRow,
} from './import-store.ts';
import type {Resource} from './resource.ts';
import {inOrderOfDependence} from './resources.ts';

export type UndoResult = {
  deleted: number;
  restored: number;
  /** What people changed since the import, or lean on now: it stays as it is. In the order of the file. */
  left: {line: number; slug: string}[];
};

const changesAtATime = 1000;

/** Takes an import back, whole: what it made is deleted, what it changed stands as before, what people changed since or lean on is left. */
export async function undoImport(scope: Scope, importId: string): Promise<UndoResult> {
  return inTransaction(scope, async (trxScope) => {
    await lockImports(trxScope);
    const found = await lockImport(trxScope, importId);
    if (!found) throw new CommandError('import.not-found', `There is no import ${importId}.`);
    if (found.state === 'undone') throw new CommandError('import.undone', `Import ${importId} was undone before.`);

    const changes: Change[] = [];
    const result: UndoResult = {deleted: 0, restored: 0, left: []};
    const rows = new Map<Resource, UndoneRow[]>();
    for (const resource of inOrderOfDependence) rows.set(resource, await lockImportedRows(trxScope, importId, resource));
    const restorable = (ofResource: UndoneRow[]) => ofResource.filter((row) => row.action === 'updated' && !row.isChangedSince);
    for (const [resource, ofResource] of rows) {
      const updated = restorable(ofResource);
      await restoreRows(trxScope, importId, resource, idsOf(updated));
      result.restored += updated.length;
      changes.push(...changesOf(resource, 'updated', updated));
    }
    // What names others goes first, so that only what others than this import made still leans on what is left.
    for (const [resource, ofResource] of [...rows].reverse()) {
      const deleted = await deleteCreated(trxScope, resource, ofResource);
      result.deleted += deleted.length;
      changes.push(...changesOf(resource, 'deleted', deleted));
      const gone = new Set(deleted);
      const left = ofResource.filter((row) => (row.action === 'created' ? !gone.has(row) : row.isChangedSince));
      result.left.push(...left.map(({line, slug}) => ({line, slug})));
    }
    for (const [resource, ofResource] of rows) await restoreNames(trxScope, resource, idsOf(restorable(ofResource)));
    result.left.sort((one, other) => one.line - other.line);
    await setImportState(trxScope, importId, {
      state: 'undone',
      reported: {undone: {...result, left: result.left.length, rows: result.left.slice(0, mostRowsKept)}},
    });
    await recordActs(trxScope, [{action: 'import.undone', subjectId: importId}]);
    for (let start = 0; start < changes.length; start += changesAtATime)
      await recordChanges(trxScope, changes.slice(start, start + changesAtATime));
    return result;
  });
}

async function deleteCreated(scope: TrxScope, resource: Resource, rows: readonly UndoneRow[]): Promise<UndoneRow[]> {
  let deleted = rows.filter((row) => row.action === 'created' && !row.isChangedSince);
  for (;;) {
    const needed = await findNeeded(scope, resource, idsOf(deleted));
    if (needed.size === 0) break;
    // What stays may lean on others of them: those stay too.
    deleted = deleted.filter((row) => !needed.has(row.id));
  }
  await deleteRows(scope, resource, idsOf(deleted));
  return deleted;
}

function idsOf(rows: readonly UndoneRow[]): string[] {
  return rows.map((row) => row.id);
}

function changesOf({name}: Resource, what: 'updated' | 'deleted', rows: readonly UndoneRow[]): Change[] {
  return rows.map(({id, slug}) => ({type: `nl.buurtkit.${name}.${what}` as const, id, slug}));
}
