import {
  approveSubmission,
  closeReport,
  getModerationItem,
  listModerationItems,
  refuseSubmission,
  reportFault,
  type ModerationDecision,
  type ModerationItem,
  type ModerationListItem,
  type NewReport,
} from '@buurtkit/contract';
import {MockProblem} from '../mock-problem.ts';
import type {MockState} from '../mock-state.ts';
import {operation} from '../operation.ts';
import {pageOf} from '../pages.ts';
import {numberedId} from '../samples/numbered-id.ts';

type Address = {community: string; id: string};

function waitingOf({waiting}: MockState, {community, id}: Address): ModerationItem {
  const item = waiting.get(community)?.find((one) => one.id === id);
  if (!item) throw new MockProblem('submission.not-found');
  return item;
}

function listItem({
  content: _content,
  changes: _changes,
  text: _text,
  author: _author,
  reason: _reason,
  ...item
}: ModerationItem): ModerationListItem {
  return item;
}

type Decide = {kinds: readonly ModerationItem['kind'][]; state: ModerationItem['state']; reason?: string};

/** The state changes; what becomes public of it is the server's. */
function decided(
  state: MockState,
  address: Address,
  requireUnchanged: (current: unknown) => void,
  {kinds, ...outcome}: Decide,
): {status: 200; content: ModerationDecision; version: ModerationItem} {
  const item = waitingOf(state, address);
  if (!kinds.includes(item.kind)) throw new MockProblem('submission.not-found');
  requireUnchanged(item);
  if (item.state !== 'pending') throw new MockProblem('submission.decided');
  const decidedAt = new Date().toISOString();
  Object.assign(item, outcome, {decidedAt});
  const {id, subject, reason} = item;
  return {status: 200, content: {id, state: outcome.state, decidedAt, reason, subject}, version: item};
}

const submissions = ['new-initiative', 'initiative-change'] as const;

function subjectOf(
  {initiatives, partners, places}: MockState,
  community: string,
  {resource, slug, id}: NewReport,
): ModerationItem['subject'] {
  const isMeant = (one: {id: string; slug?: string}) => (id === undefined || one.id === id) && (slug === undefined || one.slug === slug);
  const own = <Thing extends {community: string}>(things: readonly Thing[]) => things.filter((one) => one.community === community);
  if (resource === 'service') {
    const service = own(partners)
      .flatMap(({services}) => services)
      .find(isMeant);
    return service ? {resource, id: service.id, slug: null, name: service.name.nl} : null;
  }
  const things: readonly {id: string; slug: string; name: string}[] =
    resource === 'initiative' ? own(initiatives) : resource === 'partner' ? own(partners) : own(places);
  const found = things.find(isMeant);
  return found ? {resource, id: found.id, slug: found.slug, name: found.name} : null;
}

export const moderationOperations = [
  operation(listModerationItems, ({state, params, query, url}) => {
    const states: readonly string[] = query.state ?? ['pending'];
    const found = (state.waiting.get(params.community) ?? []).filter((item) => states.includes(item.state));
    const {headers, data, total, next} = pageOf(found, query, url);
    return {status: 200, content: {data: data.map(listItem), total, next, facets: {}}, headers};
  }),

  operation(getModerationItem, ({state, params}) => ({status: 200, content: waitingOf(state, params)})),

  operation(approveSubmission, ({state, params, requireUnchanged}) =>
    decided(state, params, requireUnchanged, {kinds: submissions, state: 'approved'}),
  ),

  operation(refuseSubmission, ({state, params, body: {reason}, requireUnchanged}) =>
    decided(state, params, requireUnchanged, {kinds: submissions, state: 'refused', reason}),
  ),

  operation(closeReport, ({state, params, requireUnchanged}) =>
    decided(state, params, requireUnchanged, {kinds: ['report'], state: 'closed'}),
  ),

  operation(reportFault, ({state, params: {community}, body}) => {
    const subject = subjectOf(state, community, body);
    if (!subject) throw new MockProblem(`${body.resource}.not-found`);
    const id = numberedId('submission', (state.numbers.made += 1));
    const item: ModerationItem = {
      id,
      kind: 'report',
      state: 'pending',
      title: subject.name,
      subject,
      submittedAt: new Date().toISOString(),
      decidedAt: null,
      content: null,
      changes: [],
      text: body.text,
      author: body.email === undefined ? null : {name: null, email: body.email, locale: 'nl'},
      reason: null,
    };
    state.waiting.set(community, [...(state.waiting.get(community) ?? []), item]);
    return {status: 202, content: {id, state: 'received'}};
  }),
];
