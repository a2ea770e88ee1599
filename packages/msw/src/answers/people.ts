import {getInitiativePeople, replaceInitiativePeople, sendMessage, type Initiative, type InitiativePeople} from '@buurtkit/contract';
import {MockProblem} from '../mock-problem.ts';
import type {MockState} from '../mock-state.ts';
import {operation} from '../operation.ts';

function initiativeOf(state: MockState, {community, slug}: {community: string; slug: string}): Initiative {
  const found = state.initiatives.find((one) => one.community === community && one.slug === slug);
  if (!found) throw new MockProblem('initiative.not-found');
  return found;
}

function peopleOf({people}: MockState, {id}: Initiative): InitiativePeople {
  const data = people.get(id) ?? [];
  return {data, total: data.length};
}

export const peopleOperations = [
  operation(getInitiativePeople, ({state, params}) => ({status: 200, content: peopleOf(state, initiativeOf(state, params))})),

  operation(replaceInitiativePeople, ({state, params, body, requireUnchanged}) => {
    const initiative = initiativeOf(state, params);
    requireUnchanged(peopleOf(state, initiative));
    const data = body.data.map(({name = null, email, locale = 'nl'}) => ({name, email, locale, confirmedAt: null}));
    state.people.set(initiative.id, data);
    return {status: 200, content: peopleOf(state, initiative)};
  }),

  operation(sendMessage, ({state, params}) => {
    if (!initiativeOf(state, params).hasContactForm) throw new MockProblem('initiative.no-contact-form');
    return {status: 202, content: {state: 'sent'}};
  }),
];
