import type {Import} from '@buurtkit/contract';
import type {ImportWarning} from './import-record.ts';
import type {CommitListener} from './commit-import.ts';
import type {ReportedRow} from './report.ts';

/** What is kept of what was told: the first rows, the first that were refused, and what the file has that is not used. */
export type ImportReport = {
  rows: ReportedRow[];
  warnings: (ImportWarning & {line: number})[];
  /** When bringing it in came to a stop; it is tried again. */
  stoppedAt?: string;
  undone?: NonNullable<Import['undone']>;
};

export const mostRowsKept = 100;

/** Listens to an import, and keeps no more of it than somebody would read. */
export function reportKeeper(): {report: ImportReport; listener: Pick<CommitListener, 'onRow' | 'onWarnings'>} {
  const report: ImportReport = {rows: [], warnings: []};
  let refused = 0;
  return {
    report,
    listener: {
      onRow: (row) => {
        const isWorthIt =
          row.action === 'refused' ? (refused += 1) <= mostRowsKept : report.rows.length - Math.min(refused, mostRowsKept) < mostRowsKept;
        if (isWorthIt) report.rows.push(row);
      },
      onWarnings: (line, warnings) => {
        for (const warning of warnings) if (report.warnings.length < mostRowsKept) report.warnings.push({line, ...warning});
      },
    },
  };
}

/** A report as the database takes it: of text that is none, what can't be kept is marked. */
export function reportAsJson(report: ImportReport): string {
  return JSON.stringify(report, (_, value: unknown) =>
    typeof value === 'string' ? value.replaceAll('\0', '\uFFFD').toWellFormed() : value,
  );
}
