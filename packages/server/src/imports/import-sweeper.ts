import {sql} from 'kysely';
import {CommandError} from '../command-error.ts';
import {communityScope} from '../jobs/community-scope.ts';
import type {Sweeper} from '../jobs/sweeper.ts';
import {inTransaction, type Scope} from '../scope.ts';
import {commitImport} from './commit-import.ts';
import {importFormat, readerOf} from './formats.ts';
import {forgetFile, keptFile} from './import-files.ts';
import {reportAsJson, reportKeeper} from './import-report.ts';
import {setImportState} from './import-store.ts';

const daysKept = 30;

/**
 * Brings in what was offered and accepted, batch by batch; one that was cut off goes on where it was, since what is in already
 * is found unchanged. One that can't be brought in says so, and comes again after the others. Files that nobody accepted are
 * forgotten after thirty days.
 */
export const importSweeper: Sweeper = {
  name: 'imports',
  everyMinutes: 5,
  sweep: async (services, now) => {
    const {database} = services;
    const {rows} = await sql<{id: string; communityId: string; format: string; state: string}>`
      select i.id, i.community_id as "communityId", i.format, i.state from imports i
      where exists (select from import_chunks c where c.community_id = i.community_id and c.import_id = i.id)
        and (i.state = 'committing' or i.created_at < ${now}::timestamptz - make_interval(days => ${daysKept}))
      order by i.report -> 'stoppedAt' is not null, i.created_at`.execute(database.owner);
    for (const {id, communityId, format, state} of rows) {
      if (services.stopping.aborted) return;
      const scope = await communityScope(services, communityId, now);
      if (state !== 'committing') await inTransaction(scope, (trxScope) => forgetFile(trxScope, id));
      else
        await bringIn(scope, id, format).catch(async (error: unknown) => {
          if (services.stopping.aborted || isUndone(error)) return;
          services.log.error({err: error, import: id, community: scope.community.slug}, 'an import stopped; it comes again');
          await inTransaction(scope, (trxScope) => setImportState(trxScope, id, {reported: {stoppedAt: now.toISOString()}}));
        });
    }
  },
};

/** Somebody took it back while it came in: then there is nothing left to do. */
function isUndone(error: unknown): boolean {
  return error instanceof CommandError && error.code === 'import.undone';
}

async function bringIn(scope: Scope, id: string, format: string): Promise<void> {
  const {report, listener} = reportKeeper();
  const read = readerOf(importFormat(format, ''));
  const {counts} = await commitImport(scope, {id, format, source: keptFile(scope, id), read}, {...listener, onCommitted: () => undefined});
  await inTransaction(scope, async (trxScope) => {
    // A part of it may have come in before it was cut off: what it did in all stands in its rows.
    const {rows} = await sql<{created: number; updated: number}>`
      select count(*) filter (where action = 'created')::int as created, count(*) filter (where action = 'updated')::int as updated
      from import_rows where community_id = ${scope.community.id} and import_id = ${id}`.execute(trxScope.trx);
    const {created = 0, updated = 0} = rows[0] ?? {};
    const unchanged = counts.created + counts.updated + counts.unchanged - created - updated;
    await trxScope.trx
      .updateTable('imports')
      .set({counts: JSON.stringify({created, updated, unchanged, refused: counts.refused}), report: reportAsJson(report)})
      .where('community_id', '=', scope.community.id)
      .where('id', '=', id)
      .execute();
    await forgetFile(trxScope, id);
  });
}
