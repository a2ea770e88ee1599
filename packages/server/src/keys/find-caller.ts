import {isWrite, type Role, type Route} from '@buurtkit/contract';
import {sql} from 'kysely';
import type {Community} from '../communities/community.ts';
import type {Database} from '../db/database.ts';
import {ProblemError} from '../problem-error.ts';
import type {Caller} from '../scope.ts';
import {hashKey} from './key-token.ts';

type FoundKey = {community_id: string; id: string; role: Role; target: string | null};

const challenge = {'WWW-Authenticate': 'Bearer realm="Buurtkit"'};

/**
 * Who calls this route, when they may: a key of this very community with one of the route's roles. What anybody may write
 * somebody with such a key may too, by whatever role; any other key makes them nobody in particular.
 */
export async function findCaller(
  database: Database,
  route: Route,
  community: Community | null,
  authorization: string | undefined,
): Promise<Caller> {
  if (route.roles === 'public' && !isWrite(route)) return {kind: 'anonymous'};
  const key = await findKey(database, authorization);
  const isOurs = key !== undefined && key.community_id === community?.id;
  if (route.roles === 'public') return isOurs ? callerOf(key) : {kind: 'anonymous'};
  if (!key) throw new ProblemError('auth.required', {headers: challenge});
  if (!isOurs || !route.roles.includes(key.role)) throw new ProblemError('auth.not-allowed');
  return callerOf(key);
}

async function findKey(database: Database, authorization: string | undefined): Promise<FoundKey | undefined> {
  const [, token] = /^Bearer +(bk_[\w-]{20,200})$/i.exec(authorization ?? '') ?? [];
  if (!token) return undefined;
  const {rows} = await sql<FoundKey>`select * from find_api_key(${hashKey(token)})`.execute(database.app);
  return rows[0];
}

function callerOf({id, role, target}: FoundKey): Caller {
  return {kind: 'key', id, role, target};
}
