import type {
  GeoReverseRequest,
  GeoSuggestionRequest,
  GeoSuggestions,
  NewSharedPlace,
  SharedPlace,
  SharedPlaceChanges,
  SharedPlaceListItem,
  SharedPlaceQuery,
} from './generated/types.ts';
import type {ChangeOptions, Http, RequestOptions, WriteOptions} from './http.ts';
import {pagedList, type PagedList} from './paged-list.ts';
import type {ReadHttp} from './read-http.ts';

/**
 * Buildings that initiatives and organisations share, and addresses and places by name. What somebody types as an address
 * travels in no URL and is kept in no log.
 */
export type Places = {
  /**
   * Buildings of the community, by name.
   *
   * @example
   * const {data} = await client.places.list({available: true});
   */
  list(query?: SharedPlaceQuery, options?: RequestOptions): PagedList<SharedPlaceListItem>;
  /**
   * One building with everyone who is in it. Within a region, `{community}~{slug}` names one of several with the same slug.
   *
   * @throws {ApiError} `place.not-found`; `slug.ambiguous`, with `problem.addresses` to choose from.
   */
  get(slug: string, options?: RequestOptions): Promise<SharedPlace>;
  /**
   * Adds a building, never a private home. Needs a key of a coordinator or administrator.
   *
   * @throws {ApiError} `request.invalid` with all `errors`; `slug.taken`; `auth.required`; `auth.not-allowed`.
   */
  create(place: NewSharedPlace, options?: WriteOptions): Promise<SharedPlace>;
  /**
   * Changes a building: what is left out stays.
   *
   * @throws {ApiError} `revision.changed` when somebody else changed it since `ifMatch`; `request.invalid`; `auth.not-allowed`.
   */
  change(slug: string, changes: SharedPlaceChanges, options: ChangeOptions): Promise<SharedPlace>;
  /**
   * Places that a text may mean, the likeliest first: addresses, postcodes, streets, towns. `isComplete` is false when
   * addresses can't be looked up now, and only the community's own places were searched.
   *
   * @throws {ApiError} `request.invalid` when `q` is empty or over 100 characters.
   * @example
   * const {data, isComplete} = await client.places.suggest({q: 'damrak 1', limit: 5});
   */
  suggest(request: GeoSuggestionRequest, options?: RequestOptions): Promise<GeoSuggestions>;
  /**
   * What a point on the map is called, the nearest first.
   *
   * @example
   * const {data} = await client.places.reverse({location: {type: 'Point', coordinates: [4.8972, 52.3764]}});
   */
  reverse(request: GeoReverseRequest, options?: RequestOptions): Promise<GeoSuggestions>;
};

/** What a page shows of them. */
export type PlaceReads = Pick<Places, 'list' | 'get' | 'suggest' | 'reverse'>;

export function placeReads(http: ReadHttp, communityPath: string): PlaceReads {
  const path = `${communityPath}/places`;
  return {
    list: (query = {}, options) => pagedList(query, (page) => http.get(path, {...query, ...page}, options)),
    get: (slug, options) => http.get(`${path}/${encodeURIComponent(slug)}`, {}, options),
    suggest: (request, options) => http.ask(`${communityPath}/geo-suggestions`, request, options),
    reverse: (request, options) => http.ask(`${communityPath}/geo-reverse`, request, options),
  };
}

export function placesResource(http: Http, communityPath: string): Places {
  const path = `${communityPath}/places`;
  return {
    ...placeReads(http, communityPath),
    create: (place, options) => http.post(path, place, options),
    change: (slug, changes, options) => http.patch(`${path}/${encodeURIComponent(slug)}`, changes, options),
  };
}
