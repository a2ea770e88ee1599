import {mediaTypes, type Format, type Statement} from '@buurtkit/contract';
import type {Reply} from '../../http/bind-route.ts';
import type {Scope} from '../../scope.ts';
import {statementCsv} from './statement-csv.ts';
import {statementPdf} from './statement-pdf.ts';

/** A statement in another form than JSON. */
export async function statementFile(scope: Scope, statement: Statement, format: Format): Promise<NonNullable<Reply['file']>> {
  if (format === 'csv') return {contentType: `${mediaTypes.csv}; charset=utf-8`, content: statementCsv(statement)};
  return {contentType: mediaTypes.pdf, content: await statementPdf(scope, statement)};
}
