import {
  approveSignup,
  cancelSignup,
  checkIn,
  createSignup,
  getSignup,
  listSignups,
  planIntro,
  recordVog,
  refuseSignup,
  type Fault,
  type NewSignup,
  type Opportunity,
  type Shift,
  type Signup,
} from '@buurtkit/contract';
import {MockProblem} from '../mock-problem.ts';
import type {MockState} from '../mock-state.ts';
import {operation} from '../operation.ts';
import {pageOf} from '../pages.ts';
import {describeSignup} from '../samples/signups.ts';
import {opportunityNamed} from './opportunities.ts';
import {requireOpen, shiftNamed} from './shifts.ts';

type Address = {community: string; id: string};

export function signupNamed({signups}: MockState, {community, id}: Address): Signup {
  const found = signups.get(community)?.find((one) => one.id === id);
  if (!found) throw new MockProblem('signup.not-found');
  return found;
}

/** The state changes from one of these, and from no other; what follows from it is the server's. */
function moved(
  state: MockState,
  address: Address,
  from: readonly Signup['state'][],
  changes: Partial<Signup>,
): {status: 200; content: Signup} {
  const signup = signupNamed(state, address);
  if (!from.includes(signup.state)) throw new MockProblem('signup.not-in-state');
  return {status: 200, content: Object.assign(signup, changes)};
}

const open = [
  'held',
  'awaiting-email',
  'awaiting-guardian',
  'awaiting-review',
  'intro-planned',
  'confirmed',
  'waitlisted',
  'offered',
] as const;
const reviewed = ['awaiting-review', 'intro-planned'] as const;

/** What a form can get wrong about this work: who may come, and its own questions. */
function faultsOf(
  {ageBand, email, guardianEmail, children = 0, answers = {}}: NewSignup,
  {minors, isForChildren, questions}: Opportunity,
  hasKey: boolean,
) {
  return [
    ...(ageBand === 'under-12' || (ageBand !== '18+' && minors === 'none') ? [{pointer: '#/ageBand', code: 'not-allowed' as const}] : []),
    ...(ageBand === '12-15' && guardianEmail === undefined ? [{pointer: '#/guardianEmail', code: 'required' as const}] : []),
    ...(email === undefined && !hasKey ? [{pointer: '#/email', code: 'required' as const}] : []),
    ...(children > 0 && !isForChildren ? [{pointer: '#/children', code: 'not-allowed' as const}] : []),
    ...questions
      .filter(({key, isRequired}) => isRequired && !answers[key])
      .map(({key}): Fault => ({pointer: `#/answers/${key}`, code: 'required'})),
  ];
}

/** The only role when there is one; of several, somebody says which. */
function roleIn(shift: Shift | null, role: string | undefined): string | null {
  if (!shift) return null;
  const [only, ...others] = shift.roles;
  const found = role === undefined ? (others.length === 0 ? only : undefined) : shift.roles.find(({key}) => key === role);
  if (!found) throw new MockProblem('request.invalid', {faults: [{pointer: '#/role', code: role === undefined ? 'required' : 'unknown'}]});
  return found.key;
}

const steps = {'awaiting-email': 'confirm-email', 'awaiting-review': 'wait-for-answer', confirmed: 'come'} as const;

/** One place fewer; the last one leaves a waiting list, or nothing. */
function takePlace(shift: Shift, role: string | null): void {
  for (const each of shift.roles) if (each.key === role) each.free = Math.max(0, each.free - 1);
  if (shift.roles.every(({free}) => free === 0)) shift.state = shift.waitlist.enabled ? 'waitlist' : 'full';
}

export const signupOperations = [
  operation(createSignup, ({state, params: {community}, body, caller}) => {
    const shift = body.shiftId === undefined ? null : shiftNamed(state, community, body.shiftId);
    const opportunity = opportunityNamed(state, community, shift?.opportunityId ?? body.opportunityId ?? '');
    const faults = faultsOf(body, opportunity, caller !== null);
    if (faults.length > 0) throw new MockProblem('request.invalid', {faults});
    if (opportunity.isClosed) throw new MockProblem('signup.closed');
    if (shift) requireOpen(shift);
    const role = roleIn(shift, body.role);
    const waits = shift?.state === 'waitlist';
    if (waits) shift.waitlist.length += 1;
    else if (shift) takePlace(shift, role);
    // Whom the desk signs up without an address is known already.
    const entered = body.email !== undefined ? 'awaiting-email' : opportunity.approval === 'review' ? 'awaiting-review' : 'confirmed';
    const {name, email = null, phone = null, ageBand, children = 0, answers = {}} = body;
    const signedUpAt = new Date().toISOString();
    const signup = describeSignup((state.numbers.made += 1), {
      name,
      email,
      phone,
      ageBand,
      children,
      answers,
      signedUpAt,
      state: waits ? 'waitlisted' : entered,
      position: waits ? shift.waitlist.length : null,
      shiftId: shift?.id ?? null,
      opportunityId: opportunity.id,
      role,
    });
    state.signups.set(community, [signup, ...(state.signups.get(community) ?? [])]);
    const nextStep = waits ? 'wait-for-place' : steps[entered];
    const until = waits || body.email === undefined ? null : new Date(Date.now() + 86_400_000).toISOString();
    const {id, position} = signup;
    return {
      status: 201,
      content: {id, state: signup.state, position, nextStep, until, overlaps: []},
      headers: {Location: `/v1/communities/${community}/signups/${id}`},
    };
  }),

  operation(listSignups, ({state, params, query: {opportunity, state: states, cursor, limit}, url}) => {
    const found = (state.signups.get(params.community) ?? [])
      .filter((one) => opportunity === undefined || one.opportunityId === opportunity)
      .filter((one) => !states || states.includes(one.state));
    const {headers, ...page} = pageOf(found, {cursor, limit}, url);
    return {status: 200, content: {...page, facets: {}}, headers};
  }),

  operation(getSignup, ({state, params}) => ({status: 200, content: signupNamed(state, params)})),

  operation(cancelSignup, ({state, params}) => {
    const signup = signupNamed(state, params);
    if (signup.state === 'cancelled') return {status: 200, content: signup};
    return moved(state, params, open, {state: 'cancelled', position: null});
  }),

  operation(checkIn, ({state, params, body: {code}}) => {
    if (code !== undefined && code !== '4711') throw new MockProblem('request.invalid', {faults: [{pointer: '#/code', code: 'unknown'}]});
    const {checkedInAt} = signupNamed(state, params);
    return moved(state, params, ['confirmed', 'no-show', 'checked-in'], {
      state: 'checked-in',
      checkedInAt: checkedInAt ?? new Date().toISOString(),
    });
  }),

  operation(approveSignup, ({state, params}) => moved(state, params, reviewed, {state: 'confirmed'})),

  operation(refuseSignup, ({state, params}) => moved(state, params, reviewed, {state: 'refused'})),

  operation(planIntro, ({state, params, body: {at}}) => moved(state, params, reviewed, {state: 'intro-planned', introAt: at})),

  operation(recordVog, ({state, params, body: {seenOn, expiresOn}}) => ({
    status: 200,
    content: Object.assign(signupNamed(state, params), {vogSeenOn: seenOn, vogExpiresOn: expiresOn}),
  })),
];
