import {approveHours, getHours, getVolunteeringReport, listHours, refuseHours, submitHours, type Hours} from '@buurtkit/contract';
import {MockProblem} from '../mock-problem.ts';
import type {MockState} from '../mock-state.ts';
import {operation} from '../operation.ts';
import {pageOf} from '../pages.ts';
import {numberedId} from '../samples/numbered-id.ts';
import {signupNamed} from './signups.ts';

type Address = {community: string; id: string};

function hoursNamed({hours}: MockState, {community, id}: Address): Hours {
  const found = hours.get(community)?.find((one) => one.id === id);
  if (!found) throw new MockProblem('hours.not-found');
  return found;
}

function decided(state: MockState, address: Address, outcome: Pick<Hours, 'state' | 'reason'>): {status: 200; content: Hours} {
  const hours = hoursNamed(state, address);
  if (hours.state !== 'submitted' && hours.state !== outcome.state) throw new MockProblem('hours.decided');
  return {status: 200, content: Object.assign(hours, outcome)};
}

export const hoursOperations = [
  operation(listHours, ({state, params, query: {state: states, cursor, limit}, url}) => {
    const found = (state.hours.get(params.community) ?? []).filter((one) => !states || states.includes(one.state));
    const {headers, ...page} = pageOf(found, {cursor, limit}, url);
    return {status: 200, content: {...page, facets: {}}, headers};
  }),

  operation(submitHours, ({state, params: {community}, body}) => {
    signupNamed(state, {community, id: body.signupId});
    const id = numberedId('hours', (state.numbers.made += 1));
    const hours: Hours = {...body, id, state: 'submitted', reason: null, submittedAt: new Date().toISOString()};
    state.hours.set(community, [hours, ...(state.hours.get(community) ?? [])]);
    return {status: 201, content: hours, headers: {Location: `/v1/communities/${community}/hours/${id}`}};
  }),

  operation(getHours, ({state, params}) => ({status: 200, content: hoursNamed(state, params)})),

  operation(approveHours, ({state, params}) => decided(state, params, {state: 'approved', reason: null})),

  operation(refuseHours, ({state, params, body: {reason}}) => decided(state, params, {state: 'refused', reason})),

  operation(getVolunteeringReport, ({state, params}) => {
    const signups = state.signups.get(params.community) ?? [];
    const approved = (state.hours.get(params.community) ?? []).filter((one) => one.state === 'approved');
    const report = {
      unansweredAfterSevenDays: 0,
      awaitingAnswer: signups.filter((one) => one.state === 'awaiting-review').length,
      escalated: 0,
      signupsThisYear: signups.length,
      minutesApprovedThisYear: approved.reduce((sum, {minutes}) => sum + minutes, 0),
    };
    return {status: 200, content: report};
  }),
];
