import type {Role, Route} from '@buurtkit/contract';
import {sql} from 'kysely';
import type {Community} from '../communities/community.ts';
import type {Database} from '../db/database.ts';
import {ProblemError} from '../problem-error.ts';
import type {Caller} from '../scope.ts';
import {hashKey} from './key-token.ts';

type FoundKey = {community_id: string; id: string; role: Role; target: string | null};

const challenge = {'WWW-Authenticate': 'Bearer realm="Buurtkit"'};

/** Who calls this route, when they may: a key of this very community with one of the route's roles. */
export async function findCaller(
  database: Database,
  route: Route,
  community: Community | null,
  authorization: string | undefined,
): Promise<Caller> {
  if (route.roles === 'public') return {kind: 'anonymous'};
  const [, token] = /^Bearer +(bk_[\w-]{20,200})$/i.exec(authorization ?? '') ?? [];
  if (!token) throw new ProblemError('auth.required', {headers: challenge});
  const {rows} = await sql<FoundKey>`select * from find_api_key(${hashKey(token)})`.execute(database.app);
  const [key] = rows;
  if (!key) throw new ProblemError('auth.required', {headers: challenge});
  if (key.community_id !== community?.id || !route.roles.includes(key.role)) throw new ProblemError('auth.not-allowed');
  return {kind: 'key', id: key.id, role: key.role, target: key.target};
}
