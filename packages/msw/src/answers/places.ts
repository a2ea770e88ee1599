import {nameLocation, suggestPlaces, type GeoSuggestion, type Initiative} from '@buurtkit/contract';
import {communityOf, readSlugs, type MockState} from '../mock-state.ts';
import {operation} from '../operation.ts';
import {distanceBetween} from './where.ts';

const defaultLimit = 5;
const nearby = 5000;

/** The places of a community's own initiatives, each once: no address is looked up. */
function placesOf(state: MockState, community: string): GeoSuggestion[] {
  const slugs = readSlugs(communityOf(state, community));
  const places = new Map<string, GeoSuggestion>();
  for (const {community: own, place, location} of state.initiatives as readonly Initiative[])
    if (slugs.includes(own) && place && location && !places.has(place.city))
      places.set(place.city, {label: place.city, kind: 'city', location, source: 'gazetteer'});
  return [...places.values()];
}

const answer = (data: GeoSuggestion[]) => ({status: 200 as const, content: {data, total: data.length, isComplete: true}});

export const placeOperations = [
  operation(suggestPlaces, ({state, params, body: {q, limit = defaultLimit}}) => {
    const words = q.toLowerCase().split(/\s+/);
    const found = placesOf(state, params.community).filter(({label}) => words.some((word) => label.toLowerCase().startsWith(word)));
    return answer(found.slice(0, limit));
  }),

  operation(nameLocation, ({state, params, body: {location}}) => {
    const away = (place: GeoSuggestion) => distanceBetween(location.coordinates, place.location.coordinates);
    const found = placesOf(state, params.community).filter((place) => away(place) <= nearby);
    return answer(found.sort((one, other) => away(one) - away(other)));
  }),
];
