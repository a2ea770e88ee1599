import {entryKinds, type Statement} from '@buurtkit/contract';
import {stringify} from 'csv-stringify/sync';
import {guardFormula} from '../../imports/formula-guard.ts';

const columns = ['date', 'kind', 'counterparty', 'memo', 'minutes', 'balance', 'sequence', 'entryId'] as const;

/** A statement as CSV (RFC 4180), minutes as whole numbers: the opening first, the closing last. */
export function statementCsv({openingMinutes, closingMinutes, month, lines}: Statement): string {
  const rows = [
    [month, 'opening', '', '', '', String(openingMinutes), '', ''],
    ...lines.map((line) => [
      line.occurredAt,
      entryKinds[line.kind].nl,
      guardFormula(line.counterparty?.name ?? ''),
      guardFormula(line.memo ?? ''),
      String(line.minutes),
      String(line.balanceMinutes),
      String(line.sequence),
      line.entryId,
    ]),
    [month, 'closing', '', '', '', String(closingMinutes), '', ''],
  ];
  return `\uFEFF${stringify([[...columns], ...rows], {record_delimiter: 'windows', quoted_match: /[\r\n]/})}`;
}
