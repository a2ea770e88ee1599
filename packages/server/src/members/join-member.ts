import type {Membership} from '@buurtkit/contract';
import type {TrxScope} from '../scope.ts';
import {createMember} from './create-member.ts';
import {findMemberByEmail, updateMember, type MemberRow} from './member-store.ts';

type Joining = {email: string; name: string | null; membership: Membership};

/** The member who has proved to have this address, new where anybody may join; null is nobody who was invited. */
export async function joinMember(scope: TrxScope, {email, name, membership}: Joining): Promise<MemberRow | null> {
  const known = await findMemberByEmail(scope, email);
  if (!known && membership === 'invited') return null;
  const member =
    known ?? (await createMember(scope, {email, name, language: scope.language})) ?? (await findMemberByEmail(scope, email)) ?? null;
  if (!member || member.joined_at) return member;
  return updateMember(scope, member.id, {joined_at: scope.now, name: member.name ?? name});
}
