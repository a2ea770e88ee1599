import {
  changePartner,
  createPartner,
  getPartner,
  listPartners,
  type NewPartner,
  type Partner,
  type PartnerChanges,
  type PartnerListItem,
} from '@buurtkit/contract';
import {MockProblem} from '../mock-problem.ts';
import {communityOf, readSlugs, recordChange, type MockState} from '../mock-state.ts';
import {operation} from '../operation.ts';
import {pageOf} from '../pages.ts';
import {describePartner} from '../samples/describe-partner.ts';
import {findByAddress, freeSlug} from './addresses.ts';
import {told} from './changes.ts';
import {partnerFacets} from './partner-filters.ts';
import {partnerNamed, placeNamed, referenceTo} from './references.ts';

function listItem(partner: Partner): PartnerListItem {
  const {coalition: _coalition, services: _services, members: _members, networks: _networks, ownedFields: _owned, ...item} = partner;
  return item;
}

const orders = {
  name: (one: Partner, other: Partner) => one.name.localeCompare(other.name, 'nl'),
  date: (one: Partner, other: Partner) => other.updatedAt.localeCompare(one.updatedAt),
};

/** What was written, with the addresses in it looked up. */
function resolved(state: MockState, community: string, {parent, place, members, ...changes}: NewPartner | PartnerChanges) {
  return {
    ...told(changes),
    ...(parent !== undefined && {parent: parent === null ? null : referenceTo(partnerNamed(state, community, parent, '#/parent'))}),
    ...(place !== undefined && {place: placeNamed(state, community, place, '#/place')}),
    ...(members && {members: members.map((member, index) => referenceTo(partnerNamed(state, community, member, `#/members/${index}`)))}),
  };
}

export const partnerOperations = [
  operation(listPartners, ({state, params, query, url}) => {
    const {facets = [], sort = 'name', cursor, limit, ...filters} = query;
    const slugs = readSlugs(communityOf(state, params.community));
    const readable = state.partners.filter(({community}) => slugs.includes(community));
    const found = partnerFacets.matching(readable, filters).sort(orders[sort]);
    const {headers, data, total, next} = pageOf(found, {cursor, limit}, url);
    const counts = Object.fromEntries(facets.map((key) => [key, partnerFacets.countPerValue(readable, filters, key)]));
    return {status: 200, content: {data: data.map(listItem), total, next, facets: counts}, headers};
  }),

  operation(getPartner, ({state, params}) => ({
    status: 200,
    content: findByAddress(state.partners, communityOf(state, params.community), params.slug, 'partner.not-found'),
  })),

  operation(createPartner, ({state, params: {community}, body}) => {
    const slug = freeSlug(state.partners, community, body, 'organisatie');
    const {name, kind, summary} = body;
    const partner = {
      ...describePartner((state.numbers.made += 1), {
        isSample: false,
        ...resolved(state, community, body),
        name,
        kind,
        summary,
        slug,
        community,
      }),
      updatedAt: new Date().toISOString(),
    };
    state.partners.push(partner);
    recordChange(state, 'partner', 'created', partner);
    return {status: 201, content: partner, headers: {Location: `/v1/communities/${community}/partners/${slug}`}};
  }),

  operation(changePartner, ({state, params: {community, slug}, body, requireUnchanged}) => {
    const partner = state.partners.find((one) => one.community === community && one.slug === slug);
    if (!partner) throw new MockProblem('partner.not-found');
    requireUnchanged(partner);
    Object.assign(partner, resolved(state, community, body), {updatedAt: new Date().toISOString()});
    recordChange(state, 'partner', 'updated', partner);
    return {status: 200, content: partner};
  }),
];
