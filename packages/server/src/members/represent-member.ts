import type {Member, MemberReference} from '@buurtkit/contract';
import type {MemberRow} from './member-store.ts';

export function representReference(row: MemberRow): MemberReference {
  return {id: row.id, name: row.name, role: row.role, for: row.target};
}

/** Only for the member and for staff. */
export function representMember(row: MemberRow): Member {
  return {...representReference(row), email: row.email, locale: row.language, joinedAt: row.joined_at?.toISOString() ?? null};
}
