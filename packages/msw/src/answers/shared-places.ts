import {
  changeSharedPlace,
  createSharedPlace,
  getSharedPlace,
  listSharedPlaces,
  type SharedPlace,
  type SharedPlaceListItem,
} from '@buurtkit/contract';
import {MockProblem} from '../mock-problem.ts';
import {communityOf, readSlugs, recordChange} from '../mock-state.ts';
import {operation} from '../operation.ts';
import {pageOf} from '../pages.ts';
import {numberedId} from '../samples/numbered-id.ts';
import {findByAddress, freeSlug} from './addresses.ts';
import {told} from './changes.ts';
import {hasWords} from './facets.ts';

function listItem(place: SharedPlace): SharedPlaceListItem {
  const {occupants: _occupants, ...item} = place;
  return item;
}

export const sharedPlaceOperations = [
  operation(listSharedPlaces, ({state, params, query: {q, available, cursor, limit}, url}) => {
    const slugs = readSlugs(communityOf(state, params.community));
    const found = state.places
      .filter(({community, name, city, isAvailable}) => {
        const isWanted = available === undefined || isAvailable === available;
        return slugs.includes(community) && hasWords([name, city], q) && isWanted;
      })
      .sort((one, other) => one.name.localeCompare(other.name, 'nl'));
    const {headers, data, total, next} = pageOf(found, {cursor, limit}, url);
    return {status: 200, content: {data: data.map(listItem), total, next, facets: {}}, headers};
  }),

  operation(getSharedPlace, ({state, params}) => ({
    status: 200,
    content: findByAddress(state.places, communityOf(state, params.community), params.slug, 'place.not-found'),
  })),

  operation(createSharedPlace, ({state, params: {community}, body}) => {
    const slug = freeSlug(state.places, community, body, 'plek');
    const place: SharedPlace = {
      address: null,
      areaCode: null,
      areaYear: null,
      location: null,
      accessibility: {},
      isAvailable: false,
      availableFor: null,
      ...told(body),
      name: body.name,
      city: body.city,
      id: numberedId('place', (state.numbers.made += 1)),
      slug,
      community,
      updatedAt: new Date().toISOString(),
      occupants: [],
    };
    state.places.push(place);
    recordChange(state, 'place', 'created', place);
    return {status: 201, content: place, headers: {Location: `/v1/communities/${community}/places/${slug}`}};
  }),

  operation(changeSharedPlace, ({state, params: {community, slug}, body, requireUnchanged}) => {
    const place = state.places.find((one) => one.community === community && one.slug === slug);
    if (!place) throw new MockProblem('place.not-found');
    requireUnchanged(place);
    Object.assign(place, told(body), {updatedAt: new Date().toISOString()});
    recordChange(state, 'place', 'updated', place);
    return {status: 200, content: place};
  }),
];
