import {changeService, createService, getService, listServices, type Service} from '@buurtkit/contract';
import {MockProblem} from '../mock-problem.ts';
import {communityOf, readSlugs, recordChange, type MockState} from '../mock-state.ts';
import {operation} from '../operation.ts';
import {pageOf} from '../pages.ts';
import {describeService, offeredBy} from '../samples/describe-partner.ts';
import {told} from './changes.ts';
import {serviceFacets} from './partner-filters.ts';
import {partnerNamed, placeNamed} from './references.ts';

const orders = {
  name: (one: Service, other: Service) => one.name.nl.localeCompare(other.name.nl, 'nl'),
  date: (one: Service, other: Service) => other.updatedAt.localeCompare(one.updatedAt),
};

function servicesIn(state: MockState, community: string): Service[] {
  const slugs = readSlugs(communityOf(state, community));
  return state.partners.filter((partner) => slugs.includes(partner.community)).flatMap(({services}) => services);
}

function serviceNamed(state: MockState, community: string, id: string): Service {
  const found = servicesIn(state, community).find((service) => service.id === id);
  if (!found) throw new MockProblem('service.not-found');
  return found;
}

export const serviceOperations = [
  operation(listServices, ({state, params, query, url}) => {
    const {facets = [], sort = 'name', cursor, limit, ...filters} = query;
    const readable = servicesIn(state, params.community);
    const found = serviceFacets.matching(readable, filters).sort(orders[sort]);
    const {headers, ...page} = pageOf(found, {cursor, limit}, url);
    const counts = Object.fromEntries(facets.map((key) => [key, serviceFacets.countPerValue(readable, filters, key)]));
    return {status: 200, content: {...page, facets: counts}, headers};
  }),

  operation(getService, ({state, params}) => ({status: 200, content: serviceNamed(state, params.community, params.id)})),

  operation(createService, ({state, params: {community}, body}) => {
    const {partner: slug, place, ...sketch} = body;
    const partner = partnerNamed(state, community, slug, '#/partner');
    const {name, summary, functions} = body;
    const service = {
      ...describeService((state.numbers.made += 1), partner, {
        ...told(sketch),
        ...(place !== undefined && {place: placeNamed(state, community, place, '#/place')}),
        name,
        summary,
        functions,
      }),
      updatedAt: new Date().toISOString(),
    };
    partner.services.push(service);
    Object.assign(partner, offeredBy(partner.services));
    recordChange(state, 'service', 'created', {id: service.id, slug, community});
    return {status: 201, content: service, headers: {Location: `/v1/communities/${community}/services/${service.id}`}};
  }),

  operation(changeService, ({state, params: {community, id}, body, requireUnchanged}) => {
    const service = serviceNamed(state, community, id);
    requireUnchanged(service);
    const {place, ...changes} = body;
    Object.assign(service, told(changes), place !== undefined && {place: placeNamed(state, community, place, '#/place')}, {
      updatedAt: new Date().toISOString(),
    });
    const partner = partnerNamed(state, community, service.partner.slug, '#/partner');
    Object.assign(partner, offeredBy(partner.services));
    recordChange(state, 'service', 'updated', {id, slug: partner.slug, community});
    return {status: 200, content: service};
  }),
];
