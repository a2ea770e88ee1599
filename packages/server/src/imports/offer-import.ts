import {createHash} from 'node:crypto';
import type {Import} from '@buurtkit/contract';
import {recordActs} from '../audit/record-acts.ts';
import type {Upload} from '../http/bind-route.ts';
import {ProblemError} from '../problem-error.ts';
import {inTransaction, type Scope} from '../scope.ts';
import {importFormatOf, readerOf} from './formats.ts';
import {keepFile} from './import-files.ts';
import {reportAsJson, reportKeeper} from './import-report.ts';
import {getImport} from './offered-imports.ts';
import {planImport} from './plan-import.ts';

/** Keeps a file and tells what it would do; nothing else changes until it is committed. */
export async function offerImport(scope: Scope, {mediaType, bytes}: Upload): Promise<Import> {
  const format = importFormatOf(mediaType);
  if (!format) throw new ProblemError('request.unsupported-media-type');
  return inTransaction(scope, async (trxScope) => {
    const {report, listener} = reportKeeper();
    const source = {
      read: async function* () {
        yield bytes;
      },
    };
    const counts = await planImport(trxScope, {source, read: readerOf(format)}, listener);
    const {id} = await trxScope.trx
      .insertInto('imports')
      .values({
        community_id: scope.community.id,
        format,
        file_hash: createHash('sha256').update(bytes).digest(),
        state: 'planned',
        counts: JSON.stringify(counts),
        report: reportAsJson(report),
        created_at: scope.now,
        finished_at: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await keepFile(trxScope, id, bytes);
    await recordActs(trxScope, [{action: 'import.created', subjectId: id}]);
    return getImport(trxScope, id);
  });
}
