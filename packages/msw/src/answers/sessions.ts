import {
  createSession,
  createSignInCode,
  endSession,
  exchangeSession,
  listSessions,
  type OpenedSession,
  type Session,
} from '@buurtkit/contract';
import {MockProblem} from '../mock-problem.ts';
import {openSession, type MockSession} from '../mock-sessions.ts';
import {communityOf, type MockState} from '../mock-state.ts';
import {operation, type Outcome} from '../operation.ts';
import type {SampleKey} from '../samples/keys.ts';
import {sampleIdToken, sampleSignInCode} from '../samples/members.ts';
import {addMember, memberAt, referenceTo} from './members.ts';

function signedIn(state: MockState, community: string, email: string, name: string | null): Outcome {
  const known = memberAt(state, community, email);
  if (!known && communityOf(state, community).membership === 'invited') throw new MockProblem('member.not-invited');
  const member = known ?? addMember(state, community, {name, email, locale: 'nl', role: 'member', for: null, joinedAt: null});
  member.joinedAt ??= new Date().toISOString();
  const who = {token: `bs_${crypto.randomUUID()}`, community, member};
  const {token, expiresAt} = openSession(state, (state.numbers.made += 1), who);
  const content: OpenedSession = {token, expiresAt, member: referenceTo(member)};
  return {status: 201, content, headers: {Location: `/v1/communities/${community}/sessions`}};
}

function represent({token, id, openedAt, lastUsedAt, expiresAt}: MockSession, caller: SampleKey | null): Session {
  return {id, openedAt, lastUsedAt, expiresAt, isThisOne: token === caller?.key};
}

function own({sessions}: MockState, caller: SampleKey | null): MockSession[] {
  return sessions.filter(({member}) => member.id === caller?.memberId);
}

export const sessionOperations = [
  operation(createSignInCode, () => ({status: 202, content: {state: 'sent'}})),

  operation(createSession, ({state, params: {community}, body: {email, code}}) => {
    const isInvited = communityOf(state, community).membership === 'open' || memberAt(state, community, email);
    if (!isInvited || code.replaceAll(/\s/g, '') !== sampleSignInCode) throw new MockProblem('code.wrong');
    return signedIn(state, community, email, null);
  }),

  operation(exchangeSession, ({state, params: {community}, body: {token}}) => {
    if (!token.startsWith(sampleIdToken)) throw new MockProblem('token.not-accepted');
    if (state.exchangedTokens.has(token)) throw new MockProblem('token.used');
    state.exchangedTokens.add(token);
    return signedIn(state, community, 'anna@example.nl', 'Anna');
  }),

  operation(listSessions, ({state, caller}) => {
    const data = own(state, caller).map((session) => represent(session, caller));
    return {status: 200, content: {data, total: data.length, next: null, facets: {}}};
  }),

  operation(endSession, ({state, caller, params}) => {
    const ended = own(state, caller).find(({id}) => id === params.id);
    if (!ended) throw new MockProblem('session.not-found');
    state.sessions = state.sessions.filter((session) => session !== ended);
    return {status: 200, content: represent(ended, caller)};
  }),
];
