import type {
  Account,
  AccountBalance,
  AccountFreeze,
  AccountHistory,
  AccountLimits,
  Counterparty,
  CounterpartyList,
  EntryQuery,
  Statement,
  StatementLine,
} from './generated/types.ts';
import type {Http, RequestOptions, WriteOptions} from './http.ts';
import {pagedList, type PagedList} from './paged-list.ts';
import {readFile} from './read-file.ts';
import type {ReadHttp} from './read-http.ts';

/**
 * What stands on an account of time credits, and how it came there. All amounts are whole minutes. One sees the own account, an
 * organiser also that of their initiative or organisation, a coordinator or administrator every one.
 */
export type AccountReads = {
  /**
   * The own account; who is there for an initiative or organisation and isn't signed in gets that one.
   *
   * @throws {ApiError} `account.not-found` for a key behind which nobody stands; `auth.required`.
   * @example
   * const {minutes, availableMinutes} = await client.accounts.mine();
   */
  mine(options?: RequestOptions): Promise<Account>;
  /**
   * One account.
   *
   * @throws {ApiError} `account.not-found`, also when it is somebody else's.
   */
  get(id: string, options?: RequestOptions): Promise<Account>;
  /**
   * What stood there at a moment (RFC 3339), with all that was written up to and at it; left out, now.
   *
   * @throws {ApiError} `account.not-found`.
   * @example
   * const {minutes} = await client.accounts.balance(id, {at: '2026-01-01T00:00:00+01:00'});
   */
  balance(id: string, query?: {at?: string | undefined}, options?: RequestOptions): Promise<AccountBalance>;
  /**
   * What moved on it, the last first. `minutes` above zero came, below zero went.
   *
   * @throws {ApiError} `account.not-found`; `request.invalid`.
   * @example
   * const {data} = await client.accounts.entries(id, {direction: 'given', from: '2026-11-01', limit: 3});
   */
  entries(id: string, query?: EntryQuery, options?: RequestOptions): PagedList<StatementLine>;
  /**
   * A month, with what it began and ended with: the end of one is the beginning of the next.
   *
   * @param month - Such as `2026-11`, where the community is.
   * @throws {ApiError} `account.not-found`.
   */
  statement(id: string, month: string, options?: RequestOptions): Promise<Statement>;
  /**
   * The same month as a file to keep.
   *
   * @throws {ApiError} `account.not-found`.
   * @example
   * const file = await client.accounts.statementFile(id, '2026-11', 'pdf');
   */
  statementFile(id: string, month: string, format: 'csv' | 'pdf', options?: RequestOptions): Promise<Blob>;
  /**
   * What came and went per week, the oldest first: of the last 52 weeks, or as many as `weeks` says (1–260).
   *
   * @throws {ApiError} `account.not-found`; `request.invalid`.
   */
  history(id: string, query?: {weeks?: number | undefined}, options?: RequestOptions): Promise<AccountHistory>;
  /**
   * Whom one can give to without asking for a number: the fund, then those one had to do with, the last one first.
   *
   * @throws {ApiError} `account.not-found`.
   */
  counterparties(options?: RequestOptions): Promise<CounterpartyList>;
  /**
   * Whose account has this number, of eight digits, as one neighbour tells another. It stands in no URL.
   *
   * @throws {ApiError} `account.not-found` when it is nobody's; `request.invalid`; `request.rate-limited`.
   */
  findCounterparty(number: string, options?: RequestOptions): Promise<Counterparty>;
};

/** Accounts of time credits. */
export type Accounts = AccountReads & {
  /**
   * Gives an account limits of its own, in minutes; null is as the community has it. What stands outside them stays. Needs a
   * coordinator or administrator.
   *
   * @throws {ApiError} `request.invalid` without a reason; `account.not-found`; `auth.not-allowed`.
   * @example
   * await client.accounts.setLimits(id, {min: -600, max: null, reason: 'Herstelt van een operatie.'});
   */
  setLimits(id: string, limits: AccountLimits, options?: WriteOptions): Promise<Account>;
  /**
   * Has nothing move on an account for now, or lets it move again. Needs a coordinator or administrator.
   *
   * @throws {ApiError} `request.invalid` without a reason; `account.not-found`; `auth.not-allowed`.
   */
  freeze(id: string, freeze: AccountFreeze, options?: WriteOptions): Promise<Account>;
};

const pathsIn = (communityPath: string) => ({
  one: (id: string) => `${communityPath}/accounts/${encodeURIComponent(id)}`,
  month: (id: string, month: string) => `${communityPath}/accounts/${encodeURIComponent(id)}/statements/${encodeURIComponent(month)}`,
});

export function accountReads(http: ReadHttp, communityPath: string): AccountReads {
  const {one, month: pathOf} = pathsIn(communityPath);
  return {
    mine: (options) => http.get(one('mine'), {}, options),
    get: (id, options) => http.get(one(id), {}, options),
    balance: (id, query, options) => http.get(`${one(id)}/balance`, query, options),
    entries: (id, query = {}, options) => pagedList(query, (page) => http.get(`${one(id)}/entries`, {...query, ...page}, options)),
    statement: (id, month, options) => http.get(pathOf(id, month), {}, options),
    statementFile: (id, month, format, options) => readFile(http, pathOf(id, month), {format}, options),
    history: (id, query, options) => http.get(`${one(id)}/history`, query, options),
    counterparties: (options) => http.get(`${communityPath}/counterparties`, {}, options),
    findCounterparty: (number, options) => http.ask(`${communityPath}/counterparty-lookups`, {number}, options),
  };
}

export function accountsResource(http: Http, communityPath: string): Accounts {
  const {one} = pathsIn(communityPath);
  return {
    ...accountReads(http, communityPath),
    setLimits: (id, limits, options) => http.put(`${one(id)}/limits`, limits, options),
    freeze: (id, freeze, options) => http.put(`${one(id)}/freeze`, freeze, options),
  };
}
