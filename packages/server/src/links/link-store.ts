import {sql, type Selectable} from 'kysely';
import type {Tables} from '../db/tables.ts';
import type {Database} from '../db/database.ts';
import type {Scope, TrxScope} from '../scope.ts';
import type {OpenLink} from './link-page.ts';

export type FoundLink = {communityId: string; id: string};

/** Of which community the link with this hash is, or null. */
export async function findLink({app}: Database, hash: Buffer): Promise<FoundLink | null> {
  const {rows} = await sql<FoundLink>`select community_id as "communityId", id from find_link(${hash})`.execute(app);
  return rows[0] ?? null;
}

export type LinkState = 'open' | 'used' | 'expired';
export type ReadLink = OpenLink & {state: LinkState};

/** The link with what has become of it; with `isLocked` two who press at once come one after the other. */
export async function readLink(scope: TrxScope, id: string, {isLocked}: {isLocked: boolean}): Promise<ReadLink | null> {
  const row = await scope.trx
    .selectFrom('links')
    .select(['id', 'purpose', 'subject_id', 'expires_at', 'used_at', 'revoked_at'])
    .where('community_id', '=', scope.community.id)
    .where('id', '=', id)
    .$if(isLocked, (query) => query.forUpdate())
    .executeTakeFirst();
  return row ? {id: row.id, purpose: row.purpose, subjectId: row.subject_id, expiresAt: row.expires_at, state: stateOf(scope, row)} : null;
}

type Ends = Pick<Selectable<Tables['links']>, 'expires_at' | 'used_at' | 'revoked_at'>;

function stateOf({now}: Scope, {expires_at, used_at, revoked_at}: Ends): LinkState {
  if (used_at !== null) return 'used';
  return revoked_at !== null || (expires_at !== null && expires_at <= now) ? 'expired' : 'open';
}
