import type {Member, Session} from '@buurtkit/contract';
import type {MockState} from './mock-state.ts';
import type {SampleKey} from './samples/keys.ts';
import {numberedId} from './samples/numbered-id.ts';

const hour = 3_600_000;

/** Where somebody is signed in. */
export type MockSession = Omit<Session, 'isThisOne'> & {token: string; community: string; member: Member};

export function openSession(
  state: Pick<MockState, 'sessions'>,
  number: number,
  who: Pick<MockSession, 'token' | 'community' | 'member'>,
): MockSession {
  const now = Date.now();
  const openedAt = new Date(now).toISOString();
  const expiresAt = new Date(now + 12 * hour).toISOString();
  const session = {id: numberedId('session', number), ...who, openedAt, lastUsedAt: openedAt, expiresAt};
  state.sessions = [session, ...state.sessions];
  return session;
}

/** What a token opens: a session stands for its member, in the role of today. */
export function sessionOf({sessions}: MockState, token: string | undefined): SampleKey | undefined {
  const found = sessions.find((session) => session.token === token);
  if (!found) return undefined;
  const {id: memberId, role, for: target} = found.member;
  return {key: found.token, community: found.community, role, memberId, ...(target !== null && {for: target})};
}

export function endSessions(state: MockState, memberId: string): void {
  state.sessions = state.sessions.filter(({member}) => member.id !== memberId);
}
