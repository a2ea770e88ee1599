import {sql, type Selectable} from 'kysely';
import type {Tables} from '../db/tables.ts';
import type {TrxScope} from '../scope.ts';

export type MemberRow = Selectable<Tables['members']>;

function selectMembers({trx, community}: TrxScope) {
  return trx.selectFrom('members').selectAll().where('community_id', '=', community.id).where('forgotten_at', 'is', null);
}

/** Who has this address, whatever its case. */
export async function findMemberByEmail(scope: TrxScope, email: string): Promise<MemberRow | undefined> {
  return selectMembers(scope).where('email_key', '=', email.toLowerCase()).executeTakeFirst();
}

export async function findMember(scope: TrxScope, id: string): Promise<MemberRow | undefined> {
  return selectMembers(scope).where('id', '=', id).executeTakeFirst();
}

/** The member, so that nobody else changes them until the transaction ends. */
export async function lockMember(scope: TrxScope, id: string): Promise<MemberRow | undefined> {
  return selectMembers(scope).where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
}

type Changes = Partial<Pick<MemberRow, 'email' | 'name' | 'language' | 'role' | 'target' | 'joined_at' | 'forgotten_at'>>;

export async function updateMember({trx, community}: TrxScope, id: string, changes: Changes): Promise<MemberRow> {
  return trx
    .updateTable('members')
    .set((eb) => ({...changes, revision: eb('revision', '+', '1')}))
    .where('community_id', '=', community.id)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** A word of the name, or the address, begins like this. */
function beginsLike(q: string) {
  const start = q.replaceAll(/[\\%_]/g, String.raw`\$&`);
  return sql<boolean>`(fold(name) like fold(${start}) || '%' or fold(name) like '% ' || fold(${start}) || '%' or email_key like lower(${start}) || '%')`;
}

/** Members, the last who came first, from before an id on; one more than asked for tells that there is a next page. */
export async function listMemberRows(
  scope: TrxScope,
  {q, before, limit}: {q: string | null; before: string | null; limit: number},
): Promise<{rows: MemberRow[]; total: number}> {
  const matching = selectMembers(scope).$if(q !== null, (query) => query.where(beginsLike(q ?? '')));
  const {total} = await matching
    .clearSelect()
    .select(sql<string>`count(*)`.as('total'))
    .executeTakeFirstOrThrow();
  const rows = await matching
    .$if(before !== null, (query) => query.where('id', '<', before))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  return {rows, total: Number(total)};
}
