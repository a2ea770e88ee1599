import type {GeoSuggestion, Position} from '@buurtkit/contract';
import type {Scope} from '../scope.ts';
import {findOwnPlaces, nameOwnPlaces} from './gazetteer.ts';
import type {Geocoder} from './geocoder.ts';

export type Suggestions = {data: GeoSuggestion[]; total: number; isComplete: boolean};

const defaultLimit = 5;
/** However many addresses there are, the community's own places keep these lines. */
const linesOfOwn = 2;

/** Places that a text may mean: addresses from elsewhere and the community's own places, or only these when elsewhere is silent. */
export async function suggestPlaces(scope: Scope, geocoder: Geocoder, q: string, limit = defaultLimit): Promise<Suggestions> {
  const [addresses, own] = await Promise.all([geocoder.suggest(q, limit), findOwnPlaces(scope, q, limit)]);
  return merged(addresses, own, limit);
}

/** What a point is called, the nearest first. */
export async function nameLocation(scope: Scope, geocoder: Geocoder, position: Position, limit = defaultLimit): Promise<Suggestions> {
  const [addresses, own] = await Promise.all([geocoder.reverse(position, limit), nameOwnPlaces(scope, position, limit)]);
  return merged(addresses, own, limit);
}

function merged(addresses: GeoSuggestion[] | null, own: GeoSuggestion[], limit: number): Suggestions {
  const told = addresses ?? [];
  const others = own.filter(({label}) => told.every((address) => address.label.toLowerCase() !== label.toLowerCase()));
  const kept = told.slice(0, Math.max(limit - Math.min(others.length, linesOfOwn), limit > 1 ? 1 : 0));
  const data = [...kept, ...others].slice(0, limit);
  return {data, total: data.length, isComplete: addresses !== null};
}
