import {
  changeShift,
  createShift,
  getRoster,
  getShift,
  holdPlace,
  listShifts,
  reorderWaitlist,
  type Roster,
  type Shift,
  type ShiftChanges,
  type Signup,
} from '@buurtkit/contract';
import {MockProblem} from '../mock-problem.ts';
import {communityOf, readSlugs, recordChange, type MockState} from '../mock-state.ts';
import {operation} from '../operation.ts';
import {pageOf} from '../pages.ts';
import {describeShift, toldShifts} from '../samples/describe-opportunity.ts';
import {numberedId} from '../samples/numbered-id.ts';
import {told} from './changes.ts';
import {opportunityNamed} from './opportunities.ts';

function shiftsIn(state: MockState, community: string): Shift[] {
  const slugs = readSlugs(communityOf(state, community));
  return state.opportunities.filter((one) => slugs.includes(one.community)).flatMap(({shifts}) => shifts);
}

export function shiftNamed(state: MockState, community: string, id: string): Shift {
  const found = shiftsIn(state, community).find((shift) => shift.id === id);
  if (!found) throw new MockProblem('shift.not-found');
  return found;
}

/** One can sign up for it, or wait; else the problem says why not. */
export function requireOpen({state}: Shift): void {
  if (state === 'full') throw new MockProblem('signup.full');
  if (state === 'cancelled' || state === 'past') throw new MockProblem(`signup.${state}`);
  if (state === 'closed' || state === 'not-yet') throw new MockProblem('signup.closed');
}

/** New roles, all places of which are free; how many are taken is the server's to count. */
function resolved({roles, waitlist, note: _note, ...changes}: Omit<ShiftChanges, 'isCancelled'>, before?: Shift): Partial<Shift> {
  return {
    ...told(changes),
    ...(roles && {roles: roles.map((role) => ({...role, free: role.capacity}))}),
    ...(waitlist && {waitlist: {...waitlist, length: before?.waitlist.length ?? 0}}),
  };
}

const onRoster: readonly Signup['state'][] = ['confirmed', 'checked-in', 'done', 'no-show'];

function rosterOf(state: MockState, community: string, id: string): Roster {
  const shift = shiftNamed(state, community, id);
  const all = (state.signups.get(community) ?? []).filter(({shiftId}) => shiftId === id);
  return {
    shiftId: id,
    title: opportunityNamed(state, community, shift.opportunityId).title,
    start: shift.start,
    end: shift.end,
    note: null,
    checkInCode: '4711',
    places: all.filter((one) => onRoster.includes(one.state)),
    waiting: all.filter((one) => one.state === 'waitlisted').sort((one, other) => (one.position ?? 0) - (other.position ?? 0)),
  };
}

export const shiftOperations = [
  operation(listShifts, ({state, params, query: {opportunity, from, until, cursor, limit}, url}) => {
    const found = shiftsIn(state, params.community)
      .filter((shift) => opportunity === undefined || shift.opportunityId === opportunity)
      .filter((shift) => (from === undefined ? shift.state !== 'past' : Date.parse(shift.end) > Date.parse(from)))
      .filter((shift) => until === undefined || Date.parse(shift.start) < Date.parse(until))
      .sort((one, other) => one.start.localeCompare(other.start) || one.id.localeCompare(other.id));
    const {headers, ...page} = pageOf(found, {cursor, limit}, url);
    return {status: 200, content: {...page, facets: {}}, headers};
  }),

  operation(getShift, ({state, params}) => ({status: 200, content: shiftNamed(state, params.community, params.id)})),

  operation(createShift, ({state, params: {community}, body}) => {
    const {opportunityId, start, end} = body;
    const opportunity = opportunityNamed(state, community, opportunityId);
    const shift = {
      ...describeShift((state.numbers.made += 1), opportunity, {start, end}),
      ...resolved(body),
      updatedAt: new Date().toISOString(),
    };
    opportunity.shifts = [...opportunity.shifts, shift].sort((one, other) => one.start.localeCompare(other.start));
    Object.assign(opportunity, toldShifts(opportunity.shifts));
    recordChange(state, 'shift', 'created', {id: shift.id, slug: shift.id, community});
    return {status: 201, content: shift, headers: {Location: `/v1/communities/${community}/shifts/${shift.id}`}};
  }),

  operation(changeShift, ({state, params: {community, id}, body, requireUnchanged}) => {
    const shift = shiftNamed(state, community, id);
    requireUnchanged(shift);
    if (shift.state === 'cancelled' || shift.state === 'past') throw new MockProblem(`signup.${shift.state}`);
    const {isCancelled, ...changes} = body;
    Object.assign(shift, resolved(changes, shift), isCancelled && {state: 'cancelled'}, {updatedAt: new Date().toISOString()});
    const opportunity = opportunityNamed(state, community, shift.opportunityId);
    Object.assign(opportunity, toldShifts(opportunity.shifts));
    recordChange(state, 'shift', 'updated', {id, slug: id, community});
    return {status: 200, content: shift};
  }),

  operation(holdPlace, ({state, params: {community, id}}) => {
    const shift = shiftNamed(state, community, id);
    requireOpen(shift);
    if (shift.state === 'waitlist') throw new MockProblem('signup.full');
    const expiresAt = new Date(Date.now() + 600_000).toISOString();
    const headers = {Location: `/v1/communities/${community}/shifts/${id}`};
    return {status: 201, content: {id: numberedId('signup', (state.numbers.made += 1)), expiresAt}, headers};
  }),

  operation(getRoster, ({state, params: {community, id}}) => ({status: 200, content: rosterOf(state, community, id)})),

  operation(reorderWaitlist, ({state, params: {community, id}, body: {signupIds}}) => {
    const {waiting} = rosterOf(state, community, id);
    const isEveryone = signupIds.length === waiting.length && waiting.every((one) => signupIds.includes(one.id));
    if (!isEveryone) throw new MockProblem('request.invalid', {faults: [{pointer: '#/signupIds', code: 'not-allowed'}]});
    for (const one of waiting) one.position = signupIds.indexOf(one.id) + 1;
    return {status: 200, content: rosterOf(state, community, id)};
  }),
];
