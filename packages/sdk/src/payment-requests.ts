import type {EntryWriteOptions, WriteEntry, WrittenEntry} from './entry-writer.ts';
import type {NewPaymentRequest, PaymentRequest, PaymentRequestQuery} from './generated/types.ts';
import type {Http, RequestOptions, WriteOptions} from './http.ts';
import {pagedList, type PagedList} from './paged-list.ts';
import type {ReadHttp} from './read-http.ts';

/** Who asks minutes from whom, and how it stands. */
export type PaymentRequestReads = {
  /**
   * What the own account was asked and asks, the last first.
   *
   * @throws {ApiError} `account.not-found`; `request.invalid`.
   * @example
   * const {data, total} = await client.paymentRequests.list({state: 'pending'});
   */
  list(query?: PaymentRequestQuery, options?: RequestOptions): PagedList<PaymentRequest>;
  /**
   * One request.
   *
   * @throws {ApiError} `payment-request.not-found`, also when it is between others.
   */
  get(id: string, options?: RequestOptions): Promise<PaymentRequest>;
};

/** Asking somebody, or the fund, for minutes; and answering. */
export type PaymentRequests = PaymentRequestReads & {
  /**
   * Asks. It waits 30 days for an answer, or until `expiresAt`.
   *
   * @throws {ApiError} `transfer.to-self`; `transfer.not-in-step`; `account.closed`; `account.not-found`; `request.invalid`;
   * `request.rate-limited` while too many wait.
   * @example
   * await client.paymentRequests.create({fromAccountId, minutes: 60, memo: 'Voorlezen'});
   */
  create(request: NewPaymentRequest, options?: WriteOptions): Promise<PaymentRequest>;
  /**
   * Gives what was asked. `intent` and `isReplay` as with `transfers.create`.
   *
   * @throws {ApiError} `payment-request.decided`; `payment-request.not-found`; `transfer.limit-reached`; `account.frozen`;
   * `account.closed`; `account.not-found` for who isn't asked.
   */
  accept(id: string, options?: EntryWriteOptions): Promise<WrittenEntry>;
  /**
   * Doesn't give it. Twice is once.
   *
   * @throws {ApiError} `payment-request.decided`; `payment-request.not-found`.
   */
  refuse(id: string, options?: WriteOptions): Promise<PaymentRequest>;
  /**
   * Asks no longer. Twice is once.
   *
   * @throws {ApiError} `payment-request.decided`; `payment-request.not-found`.
   */
  withdraw(id: string, options?: WriteOptions): Promise<PaymentRequest>;
};

const pathsIn = (communityPath: string) => {
  const all = `${communityPath}/payment-requests`;
  return {all, one: (id: string) => `${all}/${encodeURIComponent(id)}`};
};

export function paymentRequestReads(http: ReadHttp, communityPath: string): PaymentRequestReads {
  const {all, one} = pathsIn(communityPath);
  return {
    list: (query = {}, options) => pagedList<PaymentRequest>(query, (page) => http.get(all, {...query, ...page}, options)),
    get: (id, options) => http.get(one(id), {}, options),
  };
}

export function paymentRequestsResource(http: Http, writeEntry: WriteEntry, communityPath: string): PaymentRequests {
  const {all, one} = pathsIn(communityPath);
  return {
    ...paymentRequestReads(http, communityPath),
    create: (request, options) => http.post(all, request, options),
    accept: (id, options) => writeEntry(`${one(id)}/acceptance`, {}, options),
    refuse: (id, options) => http.post(`${one(id)}/refusal`, {}, options),
    withdraw: (id, options) => http.post(`${one(id)}/withdrawal`, {}, options),
  };
}
