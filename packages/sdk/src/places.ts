import type {GeoReverseRequest, GeoSuggestionRequest, GeoSuggestions} from './generated/types.ts';
import type {Http, RequestOptions} from './http.ts';

/** Addresses and places by name. What somebody types travels in no URL and is kept in no log. */
export type Places = {
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

export function placesResource(http: Http, communityPath: string): Places {
  return {
    suggest: (request, options) => http.ask(`${communityPath}/geo-suggestions`, request, options),
    reverse: (request, options) => http.ask(`${communityPath}/geo-reverse`, request, options),
  };
}
