import type {Exchange, ExchangeAcceptance, ExchangeAnswer, ExchangeQuery, ExchangeResolution, NewExchange} from './generated/types.ts';
import type {Http, RequestOptions, WriteOptions} from './http.ts';
import {pagedList, type PagedList} from './paged-list.ts';
import type {ReadHttp} from './read-http.ts';

/** Help between two members, and how it stands. */
export type ExchangeReads = {
  /**
   * The caller's own, the newest first; a coordinator also sees what the two can't agree on.
   *
   * @throws {ApiError} `request.invalid`; `auth.required`.
   * @example
   * const {data} = await client.exchanges.list({mine: 'true', state: ['proposed', 'accepted']});
   */
  list(query?: ExchangeQuery, options?: RequestOptions): PagedList<Exchange>;
  /**
   * One of them.
   *
   * @throws {ApiError} `exchange.not-found`, also when it is between others.
   */
  get(id: string, options?: RequestOptions): Promise<Exchange>;
};

/**
 * What the two sides can do; `events` of an exchange tells what is the caller's turn. Each throws `exchange.not-in-state` when it
 * has gone on meanwhile, `exchange.not-your-turn`, and `exchange.not-found`.
 */
export type Exchanges = ExchangeReads & {
  /**
   * Proposes to the owner of a listing.
   *
   * @throws {ApiError} `listing.closed`; `listing.not-found`; `exchange.own-listing`; `exchange.already-proposed`;
   * `transfer.limit-reached` when the caller would give minutes that are not there; `account.frozen`; `account.closed`.
   * @example
   * await client.exchanges.propose({listingId, message: 'Zaterdag kan ik.', contact: '06 12345678'});
   */
  propose(proposal: NewExchange, options?: WriteOptions): Promise<Exchange>;
  /**
   * Says yes. The minutes are kept apart, and the two can reach each other.
   *
   * @throws {ApiError} `transfer.limit-reached`; `account.frozen`; `account.closed`.
   */
  accept(id: string, acceptance?: ExchangeAcceptance, options?: WriteOptions): Promise<Exchange>;
  /** Says no. */
  decline(id: string, answer?: ExchangeAnswer, options?: WriteOptions): Promise<Exchange>;
  /** Lets it go, while it isn't done. */
  withdraw(id: string, answer?: ExchangeAnswer, options?: WriteOptions): Promise<Exchange>;
  /** Says that it is done, and how many minutes it took. */
  claim(id: string, minutes: number, options?: WriteOptions): Promise<Exchange>;
  /** Confirms that it is done, and says how many minutes it took. The same minutes are given at once. */
  confirm(id: string, minutes: number, options?: WriteOptions): Promise<Exchange>;
  /**
   * Agrees with the lower of two amounts, or tries to give once more.
   *
   * @throws {ApiError} `transfer.limit-reached`; `account.frozen`; `account.closed`.
   */
  agree(id: string, options?: WriteOptions): Promise<Exchange>;
  /** Asks the coordinator to have a look, for a reason: 1–1000 characters. */
  dispute(id: string, reason: string, options?: WriteOptions): Promise<Exchange>;
  /**
   * Decides what is given, 0 or more minutes, with a note for both. Needs a coordinator or administrator on neither side.
   *
   * @throws {ApiError} `auth.not-allowed`; `transfer.limit-reached`; `account.frozen`; `account.closed`.
   */
  resolve(id: string, resolution: ExchangeResolution, options?: WriteOptions): Promise<Exchange>;
};

const pathsIn = (communityPath: string) => {
  const all = `${communityPath}/exchanges`;
  return {all, one: (id: string) => `${all}/${encodeURIComponent(id)}`};
};

export function exchangeReads(http: ReadHttp, communityPath: string): ExchangeReads {
  const {all, one} = pathsIn(communityPath);
  return {
    list: (query = {}, options) => pagedList<Exchange>(query, (page) => http.get(all, {...query, ...page}, options)),
    get: (id, options) => http.get(one(id), {}, options),
  };
}

export function exchangesResource(http: Http, communityPath: string): Exchanges {
  const {all, one} = pathsIn(communityPath);
  return {
    ...exchangeReads(http, communityPath),
    propose: (proposal, options) => http.post(all, proposal, options),
    accept: (id, acceptance = {}, options) => http.post(`${one(id)}/acceptance`, acceptance, options),
    decline: (id, answer = {}, options) => http.post(`${one(id)}/decline`, answer, options),
    withdraw: (id, answer = {}, options) => http.post(`${one(id)}/withdrawal`, answer, options),
    claim: (id, minutes, options) => http.post(`${one(id)}/done`, {minutes}, options),
    confirm: (id, minutes, options) => http.post(`${one(id)}/confirmation`, {minutes}, options),
    agree: (id, options) => http.post(`${one(id)}/agreement`, {}, options),
    dispute: (id, reason, options) => http.post(`${one(id)}/dispute`, {reason}, options),
    resolve: (id, resolution, options) => http.post(`${one(id)}/resolution`, resolution, options),
  };
}
