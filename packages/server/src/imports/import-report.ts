import type {ImportWarning} from './import-record.ts';
import type {ReportedRow} from './report.ts';

/** What is kept of a plan: its first rows, all that it refuses until there are too many, and what it doesn't use. */
export type ImportReport = {rows: ReportedRow[]; warnings: (ImportWarning & {line: number})[]};
