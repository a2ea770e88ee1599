import {faultTexts, type BulkUpsert, type Language, type UpsertResult} from '@buurtkit/contract';
import {recordChanges} from '../events/outbox.ts';
import type {FaultyRow, ImportFault, RecordRow, ResourceName} from '../imports/import-record.ts';
import {lockImports} from '../imports/import-store.ts';
import {planBatch, type PlannedRow} from '../imports/plan-batch.ts';
import {readRecordOf} from '../imports/read-record.ts';
import {writePlanned} from '../imports/write-planned.ts';
import {inTransaction, type Scope} from '../scope.ts';

type Upsert = {source: string; resource: ResourceName; records: readonly Record<string, unknown>[]};

/**
 * Brings records of another system in, each found by its id there. One that is refused stops no other; one that says what
 * stands here already writes nothing. All that is written is written at once, so a request that was cut off can be sent again.
 */
export async function upsertRecords(scope: Scope, upsert: BulkUpsert | Upsert): Promise<UpsertResult[]> {
  const {source, resource, records} = upsert;
  return inTransaction(scope, async (trxScope) => {
    // The same lock as an import: two who bring the same record would each find it missing.
    await lockImports(trxScope);
    const rows = records.map((record, index) => readRow({resource, source}, record, index));
    const batch = await planBatch(
      trxScope,
      rows.filter((row): row is RecordRow => 'record' in row),
      new Map(),
      {isLocked: true},
    );
    const {changes, createdIds} = await writePlanned(trxScope, batch, null);
    await recordChanges(trxScope, changes);

    const planned = new Map(batch.planned.map((row) => [row.line, row]));
    return rows.map((row, index) => {
      const externalId = idOf(records[index]);
      const found = planned.get(index);
      if ('faults' in row || !found) return refused(index, externalId, 'faults' in row ? row.faults : [], scope.language);
      if (found.action === 'refused') return refused(index, externalId, found.faults, scope.language);
      return {index, externalId, action: found.action, id: createdIds.get(index) ?? keptId(found), errors: []};
    });
  });
}

function keptId(row: Exclude<PlannedRow, {action: 'refused'}>): string | null {
  return row.id;
}

function idOf(record: Record<string, unknown> | undefined): string | null {
  return typeof record?.['id'] === 'string' ? record['id'] : null;
}

function readRow(
  {resource, source}: Pick<Upsert, 'resource' | 'source'>,
  record: Record<string, unknown>,
  line: number,
): RecordRow | FaultyRow {
  const {id, ...fields} = record;
  const others = othersOf(fields['externalIds'], source);
  const externalIds = [{source, id}, ...others.map(({name}) => name)];
  const columnOf = (pointer: string) =>
    pointer
      .replace(/^#\/externalIds\/0(?:\/id)?$/, '#/id')
      .replace(/^#\/externalIds\/(\d+)/, (_, index) => `#/externalIds/${others[Number(index) - 1]?.index ?? 0}`);
  const read = readRecordOf(resource, {id: null, value: {...fields, externalIds}, silentOn: new Set(['externalIds.others'])}, {columnOf});
  return Array.isArray(read) ? {line, faults: read} : ({line, record: {...read, source}} satisfies RecordRow);
}

/** A record may tell its names in other systems too, each with where it stands there; its own is the one that it came under. */
function othersOf(told: unknown, source: string): {name: unknown; index: number}[] {
  const names = told === undefined ? [] : Array.isArray(told) ? told : [told];
  return names.map((name, index) => ({name, index})).filter(({name}) => (name as {source?: unknown} | null)?.source !== source);
}

function refused(index: number, externalId: string | null, faults: readonly ImportFault[], language: Language): UpsertResult {
  const errors = faults.map(({column, code}) => ({
    pointer: column?.startsWith('#') ? column : `#/${column ?? 'id'}`,
    code,
    detail: faultTexts[code][language],
  }));
  return {index, externalId, action: 'refused', id: null, errors};
}
