import type {Language, Role} from '@buurtkit/contract';
import {recordActs} from '../audit/record-acts.ts';
import {openMemberAccount} from '../ledger/accounts/open-account.ts';
import type {TrxScope} from '../scope.ts';
import type {MemberRow} from './member-store.ts';

export type MemberToCreate = {
  email: string | null;
  name: string | null;
  language: Language;
  role?: Role;
  target?: string | null;
};

/** Makes somebody a member, with an account; null when another member has this address. The one way in. */
export async function createMember(
  scope: TrxScope,
  {email, name, language, role = 'member', target = null}: MemberToCreate,
): Promise<MemberRow | null> {
  const row = await scope.trx
    .insertInto('members')
    .values({
      community_id: scope.community.id,
      email,
      name,
      language,
      role,
      target,
      joined_at: null,
      forgotten_at: null,
      created_at: scope.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  if (!row) return null;
  await recordActs(scope, [{action: 'member.created', subjectId: row.id}]);
  await openMemberAccount(scope, row.id);
  return row;
}
