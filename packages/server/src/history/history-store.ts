import type {HistoryEntry} from '@buurtkit/contract';
import {sql} from 'kysely';
import {inTransaction, type Scope} from '../scope.ts';

export type HistoryRow = {id: string; occurred_at: Date; actor: HistoryEntry['actor']; action: string; fields: string[]};

type Subject = {communityId: string; resource: string; id: string};

/**
 * What was done to something, the last first, after a position, and how often in all. The audit is no open data: it is read
 * as the community it belongs to, and who did it stays there.
 */
export async function listHistoryRows(
  scope: Scope,
  {communityId, resource, id}: Subject,
  {after, limit}: {after: string | null; limit: number},
): Promise<{rows: HistoryRow[]; total: number}> {
  return inTransaction({...scope, community: {...scope.community, id: communityId}}, async ({trx}) => {
    const ofSubject = trx
      .selectFrom('audit')
      .where('community_id', '=', communityId)
      .where('resource', '=', resource)
      .where('subject_id', '=', id);
    const rows = await ofSubject
      .select(['id', 'occurred_at', 'actor', 'action', 'fields'])
      .$if(after !== null, (query) => query.where('id', '<', after))
      .orderBy('id', 'desc')
      .limit(limit)
      .execute();
    const {total} = await ofSubject.select(sql<string>`count(*)`.as('total')).executeTakeFirstOrThrow();
    return {rows, total: Number(total)};
  });
}
