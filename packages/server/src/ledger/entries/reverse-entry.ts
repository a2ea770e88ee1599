import {sql} from 'kysely';
import {ProblemError} from '../../problem-error.ts';
import type {TrxScope} from '../../scope.ts';
import {recordEntry} from './record-entry.ts';
import {findEntryRow} from './get-entry.ts';
import type {EntryRequest, PostedEntry} from './post-entry.ts';

/** Turns an entry back with a new one, once; limits don't stand in the way of a correction. */
export async function reverseEntry(scope: TrxScope, id: string, reason: string, request: EntryRequest): Promise<PostedEntry> {
  if (!(await findEntryRow(scope, id))) throw new ProblemError('entry.not-found');
  const {rows} = await sql<{account_id: string; minutes: string}>`
    select account_id, minutes from postings where community_id = ${scope.community.id} and entry_id = ${id} order by line`.execute(
    scope.trx,
  );
  return recordEntry(scope, {
    request,
    kind: 'reversal',
    lines: rows.map(({account_id, minutes}) => ({accountId: account_id, minutes: -Number(minutes)})),
    reverses: id,
    memo: reason,
  });
}
