import type {Role} from '@buurtkit/contract';
import {sql} from 'kysely';
import type {Database} from '../db/database.ts';
import type {Caller} from '../scope.ts';

const hour = 3_600_000;

/** How long a session stays open that nobody uses. */
export const idleFor = 12 * hour;
/** How long it stays open at most, however much it is used. */
export const longestFor = 30 * 24 * hour;

export type FoundSession = {communityId: string; caller: Extract<Caller, {kind: 'member'}>};

/** Whose open session has this hash, in the role that they have now; using it keeps it open. */
export async function findSession({app}: Database, hash: Buffer, now: Date): Promise<FoundSession | undefined> {
  type Row = {community_id: string; id: string; member_id: string; role: Role; target: string | null};
  const openUntil = new Date(now.getTime() + idleFor);
  const {rows} = await sql<Row>`select * from find_session(${hash}, ${now}, ${openUntil})`.execute(app);
  const [row] = rows;
  return (
    row && {
      communityId: row.community_id,
      caller: {kind: 'member', id: row.member_id, role: row.role, target: row.target, sessionId: row.id},
    }
  );
}
