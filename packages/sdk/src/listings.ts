import type {Listing, ListingChanges, ListingCounts, ListingMatches, ListingQuery, NewListing} from './generated/types.ts';
import type {Http, RequestOptions, WriteOptions} from './http.ts';
import {pagedList, type PagedList} from './paged-list.ts';
import type {ReadHttp} from './read-http.ts';

/** What members offer and ask. All but `counts` is for who is signed in. */
export type ListingReads = {
  /**
   * Looks for what is open, the newest first; with `mine: 'true'` the caller's own, also what is closed.
   *
   * @throws {ApiError} `request.invalid` when a filter has a value that isn't there; `auth.required`.
   * @example
   * const {data, facets} = await client.listings.list({kind: ['request'], category: ['garden'], facets: ['area']});
   */
  list(query?: ListingQuery, options?: RequestOptions): PagedList<Listing>;
  /**
   * One offer or request.
   *
   * @throws {ApiError} `listing.not-found`.
   */
  get(id: string, options?: RequestOptions): Promise<Listing>;
  /**
   * What fits an offer or request of one's own, the best first.
   *
   * @throws {ApiError} `listing.not-found`, also for what is somebody else's.
   */
  matches(id: string, options?: RequestOptions): Promise<ListingMatches>;
  /** How many there are per kind of help; anybody may know. */
  counts(options?: RequestOptions): Promise<ListingCounts>;
};

/** Offering help and asking for it. */
export type Listings = ListingReads & {
  /**
   * Places an offer or a request: for 60 days, or until `until`.
   *
   * @throws {ApiError} `request.invalid` with all `errors`; `auth.not-allowed` for who is no member.
   * @example
   * await client.listings.create({kind: 'request', title: {nl: 'Wie helpt met de heg?'}, category: 'garden', minutes: 90});
   */
  create(listing: NewListing, options?: WriteOptions): Promise<Listing>;
  /**
   * Changes one's own: what is left out stays. `isClosed` takes it off the list, or puts it back.
   *
   * @throws {ApiError} `listing.not-found`; `listing.closed` when a coordinator took it off; `request.invalid`.
   * @example
   * await client.listings.change(id, {isClosed: true});
   */
  change(id: string, changes: ListingChanges, options?: WriteOptions): Promise<Listing>;
  /**
   * Takes somebody else's off the list, for a reason that its owner reads. Needs a coordinator or administrator.
   *
   * @throws {ApiError} `listing.not-found`; `auth.not-allowed`.
   */
  close(id: string, reason: string, options?: WriteOptions): Promise<Listing>;
};

const pathsIn = (communityPath: string) => {
  const all = `${communityPath}/listings`;
  return {all, one: (id: string) => `${all}/${encodeURIComponent(id)}`};
};

export function listingReads(http: ReadHttp, communityPath: string): ListingReads {
  const {all, one} = pathsIn(communityPath);
  return {
    list: (query = {}, options) => pagedList<Listing>(query, (page) => http.get(all, {...query, ...page}, options)),
    get: (id, options) => http.get(one(id), {}, options),
    matches: (id, options) => http.get(`${one(id)}/matches`, {}, options),
    counts: (options) => http.get(`${communityPath}/listing-counts`, {}, options),
  };
}

export function listingsResource(http: Http, communityPath: string): Listings {
  const {all, one} = pathsIn(communityPath);
  return {
    ...listingReads(http, communityPath),
    create: (listing, options) => http.post(all, listing, options),
    change: (id, changes, options) => http.patch(one(id), changes, options),
    close: (id, reason, options) => http.post(`${one(id)}/closing`, {reason}, options),
  };
}
