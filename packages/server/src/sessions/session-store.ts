import type {Session} from '@buurtkit/contract';
import {sql, type Selectable} from 'kysely';
import type {Tables} from '../db/tables.ts';
import type {TrxScope} from '../scope.ts';

export type SessionRow = Selectable<Tables['sessions']>;

export function representSession({caller}: Pick<TrxScope, 'caller'>, row: SessionRow): Session {
  return {
    id: row.id,
    openedAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    isThisOne: caller.kind === 'member' && caller.sessionId === row.id,
  };
}

/** The sessions of a member that are open, the last one first. */
export async function listOpenSessions(scope: TrxScope, memberId: string): Promise<SessionRow[]> {
  return scope.trx
    .selectFrom('sessions')
    .selectAll()
    .where('community_id', '=', scope.community.id)
    .where('member_id', '=', memberId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', scope.now)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** Ends sessions of a member, one or all; ending twice is once. Those that were there. */
export async function revokeSessions(scope: TrxScope, memberId: string, sessionId?: string): Promise<SessionRow[]> {
  return scope.trx
    .updateTable('sessions')
    .set({revoked_at: sql`coalesce(revoked_at, ${scope.now})`})
    .where('community_id', '=', scope.community.id)
    .where('member_id', '=', memberId)
    .$if(sessionId !== undefined, (query) => query.where('id', '=', sessionId ?? ''))
    .returningAll()
    .execute();
}
