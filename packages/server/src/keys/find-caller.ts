import {isWrite, type Role, type Route} from '@buurtkit/contract';
import {sql} from 'kysely';
import type {Community} from '../communities/community.ts';
import type {Database} from '../db/database.ts';
import {ProblemError} from '../problem-error.ts';
import type {Caller} from '../scope.ts';
import {findSession} from '../sessions/find-session.ts';
import {hashToken} from './bearer-token.ts';

type SomebodyKnown = Extract<Caller, {role: Role}>;
type Found = {communityId: string; caller: SomebodyKnown};

const challenge = {'WWW-Authenticate': 'Bearer realm="Buurtkit"'};

/**
 * Who calls this route, when they may: a key of this very community, or the session of one of its members, with one of the
 * route's roles. What anybody may write somebody like that may too, by whatever role; any other token makes them nobody in
 * particular.
 */
export async function findCaller(
  database: Database,
  route: Route,
  community: Community | null,
  authorization: string | undefined,
  now: Date,
): Promise<Caller> {
  if (route.isForStrangers || (route.roles === 'public' && !isWrite(route))) return {kind: 'anonymous'};
  const found = await findToken(database, authorization, now);
  const isOurs = found !== undefined && found.communityId === community?.id;
  if (route.roles === 'public') return isOurs ? found.caller : {kind: 'anonymous'};
  if (!found) throw new ProblemError('auth.required', {headers: challenge});
  if (!isOurs || !route.roles.includes(found.caller.role)) throw new ProblemError('auth.not-allowed');
  if (route.needsPerson && found.caller.kind !== 'member') throw new ProblemError('auth.not-allowed');
  return found.caller;
}

async function findToken(database: Database, authorization: string | undefined, now: Date): Promise<Found | undefined> {
  const [, token, kind] = /^Bearer +((bk|bs)_[\w-]{20,200})$/i.exec(authorization ?? '') ?? [];
  if (!token || !kind) return undefined;
  return kind === 'bk' ? findKey(database, hashToken(token)) : findSession(database, hashToken(token), now);
}

async function findKey({app}: Database, hash: Buffer): Promise<Found | undefined> {
  type Row = {community_id: string; id: string; role: Role; target: string | null};
  const {rows} = await sql<Row>`select * from find_api_key(${hash})`.execute(app);
  const [key] = rows;
  return key && {communityId: key.community_id, caller: {kind: 'key', id: key.id, role: key.role, target: key.target}};
}
