import type {ImportWarning} from './import-record.ts';
import type {CommitListener} from './commit-import.ts';
import type {ReportedRow} from './report.ts';

/** What is kept of what was told: the first rows, the first that were refused, and what the file has that is not used. */
export type ImportReport = {rows: ReportedRow[]; warnings: (ImportWarning & {line: number})[]};

const most = 100;

/** Listens to an import, and keeps no more of it than somebody would read. */
export function reportKeeper(): {report: ImportReport; listener: Pick<CommitListener, 'onRow' | 'onWarnings'>} {
  const report: ImportReport = {rows: [], warnings: []};
  let refused = 0;
  return {
    report,
    listener: {
      onRow: (row) => {
        const isWorthIt = row.action === 'refused' ? (refused += 1) <= most : report.rows.length - Math.min(refused, most) < most;
        if (isWorthIt) report.rows.push(row);
      },
      onWarnings: (line, warnings) => {
        for (const warning of warnings) if (report.warnings.length < most) report.warnings.push({line, ...warning});
      },
    },
  };
}
