import {faultTexts, type Language} from '@buurtkit/contract';
import type {Batch} from './batches.ts';
import type {ImportFault} from './import-record.ts';
import type {PlannedRow} from './plan-batch.ts';

/** What a row does or did, as it is told to whoever imports. */
export type ReportedRow =
  | {line: number; action: 'created' | 'updated' | 'unchanged'; slug: string}
  | {line: number; action: 'refused'; faults: ImportFault[]};

export type ImportCounts = Record<ReportedRow['action'], number>;

export const noRows: ImportCounts = {created: 0, updated: 0, unchanged: 0, refused: 0};

export function countRow(counts: ImportCounts, row: ReportedRow): void {
  counts[row.action] += 1;
}

/** A batch's rows in the order of the file: those that could not be read among the others. A row that came again was told before. */
export function reportRows({faulty}: Batch, planned: readonly PlannedRow[]): ReportedRow[] {
  const rows: ReportedRow[] = [
    ...faulty.map(({line, faults}) => ({line, action: 'refused' as const, faults})),
    ...planned
      .filter(({isAgain}) => !isAgain)
      .map((row) =>
        row.action === 'refused'
          ? {line: row.line, action: row.action, faults: row.faults}
          : {line: row.line, action: row.action, slug: row.slug},
      ),
  ];
  return rows.sort((first, second) => first.line - second.line);
}

export type ToldFault = ImportFault & {detail: string};

/** Each fault with a sentence: its own, else what its code says in this language. */
export function tellFaults(faults: readonly ImportFault[], language: Language): ToldFault[] {
  return faults.map((fault) => ({...fault, detail: fault.detail ?? faultTexts[fault.code][language]}));
}
