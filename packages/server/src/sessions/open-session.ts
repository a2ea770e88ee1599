import type {OpenedSession} from '@buurtkit/contract';
import {sql} from 'kysely';
import {recordActs} from '../audit/record-acts.ts';
import {hashToken, makeToken} from '../keys/bearer-token.ts';
import {representReference} from '../members/represent-member.ts';
import type {MemberRow} from '../members/member-store.ts';
import type {TrxScope} from '../scope.ts';
import {idleFor, longestFor} from './find-session.ts';

/** A new session for a member; the token itself is in the answer only, we keep its hash. */
export async function openSession(scope: TrxScope, member: MemberRow): Promise<OpenedSession> {
  const token = makeToken('bs');
  const hash = hashToken(token);
  const expiresAt = new Date(scope.now.getTime() + idleFor);
  const {id} = await scope.trx
    .insertInto('sessions')
    .values({
      community_id: scope.community.id,
      member_id: member.id,
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
  return {token, expiresAt: expiresAt.toISOString(), member: representReference(member)};
}
