import {sql} from 'kysely';
import {recordActs} from '../audit/record-acts.ts';
import {hashToken, makeToken} from '../keys/bearer-token.ts';
import type {TrxScope} from '../scope.ts';
import {idleFor, longestFor} from './find-session.ts';

export type OpenedSession = {id: string; token: string; expiresAt: Date};

/** A new session for a member; the token itself is in the answer only, we keep its hash. */
export async function openSession(scope: TrxScope, memberId: string): Promise<OpenedSession> {
  const token = makeToken('bs');
  const hash = hashToken(token);
  const expiresAt = new Date(scope.now.getTime() + idleFor);
  const {id} = await scope.trx
    .insertInto('sessions')
    .values({
      community_id: scope.community.id,
      member_id: memberId,
      hash,
      created_at: scope.now,
      last_used_at: scope.now,
      expires_at: expiresAt,
      ends_at: new Date(scope.now.getTime() + longestFor),
      revoked_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  // A session leads to its community as a link does.
  await sql`select remember_link(${hash})`.execute(scope.trx);
  await recordActs(scope, [{action: 'session.created', subjectId: id}]);
  return {id, token, expiresAt};
}
