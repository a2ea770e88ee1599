import {
  changeOpportunity,
  createOpportunity,
  getOpportunity,
  listOpportunities,
  type NewOpportunity,
  type Opportunity,
  type OpportunityChanges,
  type OpportunityListItem,
  type OpportunityQuery,
} from '@buurtkit/contract';
import {MockProblem} from '../mock-problem.ts';
import {communityOf, readSlugs, recordChange, type MockState} from '../mock-state.ts';
import {operation} from '../operation.ts';
import {pageOf} from '../pages.ts';
import {describeChapter} from '../samples/describe-initiative.ts';
import {describeOpportunity} from '../samples/describe-opportunity.ts';
import {told} from './changes.ts';
import {countOpportunities, isShown, matchingOpportunities} from './opportunity-filters.ts';
import {partnerNamed, placeNamed, referenceTo} from './references.ts';
import {distanceBetween} from './where.ts';

function listItem({text: _text, blocks: _blocks, shifts: _shifts, ...item}: Opportunity): OpportunityListItem {
  return item;
}

type Order = (one: Opportunity, other: Opportunity) => number;

/** What has no shift to come stands at the end of the order by date. */
const startOf = ({nextShift}: Opportunity) => nextShift?.start ?? '9999';

function orderOf({near, sort = near ? 'distance' : 'date'}: OpportunityQuery): Order {
  if (sort === 'name') return (one, other) => one.title.nl.localeCompare(other.title.nl, 'nl');
  if (sort === 'date' || !near) return (one, other) => startOf(one).localeCompare(startOf(other)) || one.id.localeCompare(other.id);
  const metresTo = ({location}: Opportunity) => (location ? distanceBetween(near, location.coordinates) : Infinity);
  return (one, other) => metresTo(one) - metresTo(other);
}

/** The work that an id names, of the community or of a region's members. */
export function opportunityNamed(state: MockState, community: string, id: string): Opportunity {
  const slugs = readSlugs(communityOf(state, community));
  const found = state.opportunities.find((one) => one.id === id && slugs.includes(one.community));
  if (!found) throw new MockProblem('opportunity.not-found');
  return found;
}

function initiativeNamed({initiatives}: MockState, community: string, slug: string): Opportunity['initiative'] {
  const found = initiatives.find((one) => one.community === community && one.slug === slug);
  if (!found) throw new MockProblem('request.invalid', {faults: [{pointer: '#/initiative', code: 'unknown'}]});
  return {slug, community, name: found.name};
}

/** What was written, with the addresses in it looked up. */
function resolved(
  state: MockState,
  community: string,
  {initiative, partner, place, text, ...changes}: NewOpportunity | OpportunityChanges,
): Partial<Opportunity> {
  const building = (slug: string) => placeNamed(state, community, slug, '#/place/slug');
  return {
    ...told(changes),
    ...(initiative !== undefined && {initiative: initiative === null ? null : initiativeNamed(state, community, initiative)}),
    ...(partner !== undefined && {partner: partner === null ? null : referenceTo(partnerNamed(state, community, partner, '#/partner'))}),
    ...(place !== undefined && {place: place?.slug === undefined ? place : {...place, ...building(place.slug)}}),
    ...(text !== undefined && {text, blocks: text && describeChapter('', {title: text, text}).blocks}),
  };
}

export const opportunityOperations = [
  operation(listOpportunities, ({state, params, query, url}) => {
    const {facets = [], sort: _sort, cursor, limit, ...filters} = query;
    if (!query.near && (query.sort === 'distance' || query.radius !== undefined))
      throw new MockProblem('request.invalid', {faults: [{parameter: 'near', code: 'required'}]});
    const slugs = readSlugs(communityOf(state, params.community));
    const readable = state.opportunities.filter((one) => slugs.includes(one.community) && isShown(one));
    const found = matchingOpportunities(state, readable, filters).sort(orderOf(query));
    const {headers, data, total, next} = pageOf(found, {cursor, limit}, url);
    const counts = Object.fromEntries(facets.map((key) => [key, countOpportunities(state, readable, filters, key)]));
    return {status: 200, content: {data: data.map(listItem), total, next, facets: counts}, headers};
  }),

  operation(getOpportunity, ({state, params}) => ({status: 200, content: opportunityNamed(state, params.community, params.id)})),

  operation(createOpportunity, ({state, params: {community}, body}) => {
    const {title, summary, kind} = body;
    const opportunity = {
      ...describeOpportunity((state.numbers.made += 1), {community, title, summary, kind}),
      isSample: false,
      languages: [],
      ...resolved(state, community, body),
      updatedAt: new Date().toISOString(),
    };
    state.opportunities.push(opportunity);
    recordChange(state, 'opportunity', 'created', {id: opportunity.id, slug: opportunity.id, community});
    const headers = {Location: `/v1/communities/${community}/opportunities/${opportunity.id}`};
    return {status: 201, content: opportunity, headers};
  }),

  operation(changeOpportunity, ({state, params: {community, id}, body, requireUnchanged}) => {
    const opportunity = opportunityNamed(state, community, id);
    requireUnchanged(opportunity);
    Object.assign(opportunity, resolved(state, community, body), {updatedAt: new Date().toISOString()});
    recordChange(state, 'opportunity', 'updated', {id, slug: id, community});
    return {status: 200, content: opportunity};
  }),
];
