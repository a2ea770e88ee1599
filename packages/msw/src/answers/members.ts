import {
  changeOwnMember,
  createMember,
  forgetMember,
  forgetOwnMember,
  getMember,
  getOwnMember,
  listMembers,
  searchMembers,
  setMemberRole,
  type Member,
  type MemberReference,
} from '@buurtkit/contract';
import {MockProblem} from '../mock-problem.ts';
import {endSessions} from '../mock-sessions.ts';
import type {MockState} from '../mock-state.ts';
import {operation, type Call, type Outcome} from '../operation.ts';
import {pageOf} from '../pages.ts';
import {numberedId} from '../samples/numbered-id.ts';

export function membersOf({members}: MockState, community: string): Member[] {
  return members.get(community) ?? [];
}

export function memberNamed(state: MockState, community: string, id: string): Member {
  const found = membersOf(state, community).find((member) => member.id === id);
  if (!found) throw new MockProblem('member.not-found');
  return found;
}

export function memberAt(state: MockState, community: string, email: string): Member | undefined {
  return membersOf(state, community).find((member) => member.email?.toLowerCase() === email.toLowerCase());
}

/** A new member, the first in the list. */
export function addMember(state: MockState, community: string, member: Omit<Member, 'id'>): Member {
  const made = {id: numberedId('member', (state.numbers.made += 1)), ...member};
  state.members.set(community, [made, ...membersOf(state, community)]);
  return made;
}

export function referenceTo({id, name, role, for: target}: Member): MemberReference {
  return {id, name, role, for: target};
}

function oneself({state, caller, params}: Pick<Call, 'state' | 'caller'> & {params: {community: string}}): Member {
  return memberNamed(state, params.community, caller?.memberId ?? '');
}

function forgotten(state: MockState, community: string, member: Member): Outcome {
  state.members.set(
    community,
    membersOf(state, community).filter((one) => one !== member),
  );
  endSessions(state, member.id);
  return {status: 200, content: {id: member.id, name: null, role: 'member', for: null} satisfies MemberReference};
}

function beginsLike(q: string): (member: Member) => boolean {
  const start = q.toLowerCase();
  const words = ({name, email}: Member) => [...(name ?? '').split(' '), email ?? ''].map((word) => word.toLowerCase());
  return (member) => words(member).some((word) => word.startsWith(start));
}

export const memberOperations = [
  operation(getOwnMember, (call) => ({status: 200, content: oneself(call)})),

  operation(changeOwnMember, (call) => ({status: 200, content: referenceTo(Object.assign(oneself(call), call.body))})),

  operation(forgetOwnMember, (call) => forgotten(call.state, call.params.community, oneself(call))),

  operation(listMembers, ({state, params, query, url}) => {
    const {headers, ...page} = pageOf(membersOf(state, params.community), query, url);
    return {status: 200, content: {...page, facets: {}}, headers};
  }),

  operation(searchMembers, ({state, params, body: {q, ...query}, url}) => {
    const {headers: _, ...page} = pageOf(membersOf(state, params.community).filter(beginsLike(q)), query, url);
    return {status: 200, content: {...page, facets: {}}};
  }),

  operation(createMember, ({state, caller, params: {community}, body}) => {
    const {name = null, email = null, locale = 'nl', role = 'member', for: target = null} = body;
    if (role !== 'member' && caller?.role !== 'admin') throw new MockProblem('auth.not-allowed');
    if (email !== null && memberAt(state, community, email)) throw new MockProblem('member.exists');
    const member = addMember(state, community, {name, email, locale, role, for: target, joinedAt: null});
    return {status: 201, content: referenceTo(member), headers: {Location: `/v1/communities/${community}/members/${member.id}`}};
  }),

  operation(getMember, ({state, params}) => ({status: 200, content: memberNamed(state, params.community, params.id)})),

  operation(setMemberRole, ({state, params, body: {role, for: target = null}}) => {
    const member = memberNamed(state, params.community, params.id);
    return {status: 200, content: referenceTo(Object.assign(member, {role, for: target}))};
  }),

  operation(forgetMember, ({state, params}) => forgotten(state, params.community, memberNamed(state, params.community, params.id))),
];
