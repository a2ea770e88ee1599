import type {Role} from '@buurtkit/contract';
import type {Kysely} from 'kysely';
import {recordActs} from '../audit/record-acts.ts';
import type {Tables} from '../db/tables.ts';
import {CommandError} from '../command-error.ts';
import {hashToken, makeToken} from './bearer-token.ts';

export type NewKey = {communityId: string; role: Role; target: string | null};

/** Makes a key; the key itself is in the answer only, we keep its hash. */
export async function createKey(
  owner: Kysely<Tables>,
  {communityId, role, target}: NewKey,
): Promise<{id: string; key: string; role: Role}> {
  const key = makeToken('bk');
  const hash = hashToken(key);
  return owner.transaction().execute(async (trx) => {
    const {id, created_at: now} = await trx
      .insertInto('api_keys')
      .values({community_id: communityId, hash, role, target, revoked_at: null})
      .returning(['id', 'created_at'])
      .executeTakeFirstOrThrow();
    await trx.insertInto('token_lookup').values({hash, community_id: communityId}).execute();
    await recordActs({trx, community: {id: communityId}, caller: {kind: 'command'}, now}, [{action: 'key.created', subjectId: id}]);
    return {id, key, role};
  });
}

export type ListedKey = {id: string; role: Role; for: string | null; createdAt: string; revokedAt: string | null};

export async function listKeys(owner: Kysely<Tables>, communityId: string): Promise<ListedKey[]> {
  const rows = await owner
    .selectFrom('api_keys')
    .select(['id', 'role', 'target', 'created_at', 'revoked_at'])
    .where('community_id', '=', communityId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    role: row.role,
    for: row.target,
    createdAt: row.created_at.toISOString(),
    revokedAt: row.revoked_at?.toISOString() ?? null,
  }));
}

/** From now on the key opens nothing; revoking it twice is once. */
export async function revokeKey(owner: Kysely<Tables>, id: string, now: Date): Promise<void> {
  const row = await owner.transaction().execute(async (trx) => {
    const revoked = await trx
      .updateTable('api_keys')
      .set((eb) => ({revoked_at: eb.fn.coalesce('revoked_at', eb.val(now))}))
      .where('id', '=', id)
      .returning('community_id')
      .executeTakeFirst();
    if (revoked)
      await recordActs({trx, community: {id: revoked.community_id}, caller: {kind: 'command'}, now}, [
        {action: 'key.revoked', subjectId: id},
      ]);
    return revoked;
  });
  if (!row) throw new CommandError('key.not-found', `There is no key with id ${id}: "buurtkit keys list" shows those there are.`);
}
