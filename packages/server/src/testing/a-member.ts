import type {Role} from '@buurtkit/contract';
import type {Community} from '../communities/community.ts';
import {createMember} from '../members/create-member.ts';
import {inTransaction} from '../scope.ts';
import {openSession} from '../sessions/open-session.ts';
import {listOpenSessions} from '../sessions/session-store.ts';
import {aScope} from './test-app.ts';
import type {TestDatabase} from './test-database.ts';

export type SignedIn = {memberId: string; sessionId: string; token: string};

type Person = {role?: Role; target?: string | null; name?: string; email?: string | null; now?: Date};

/** A person who is a member and signed in; `token` is what their requests carry, as a key would be. */
export async function aMember(
  opened: TestDatabase,
  community: Community,
  {role = 'member', target = null, name = 'Anna', email = `${crypto.randomUUID()}@example.nl`, now = new Date()}: Person = {},
): Promise<SignedIn> {
  return inTransaction({...aScope(opened, community), now}, async (scope) => {
    const member = await createMember(scope, {email, name, language: 'nl', role, target});
    if (!member) throw new Error('There is a member with this address already.');
    const {token} = await openSession(scope, member);
    const [session] = await listOpenSessions(scope, member.id);
    return {memberId: member.id, sessionId: session?.id ?? '', token};
  });
}
