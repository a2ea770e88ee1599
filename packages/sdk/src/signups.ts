import type {CheckIn, NewSignup, Signup, SignupQuery, SignupReceipt, VogSeen} from './generated/types.ts';
import type {Http, RequestOptions, WriteOptions} from './http.ts';
import {pagedList, type PagedList} from './paged-list.ts';

/** People who want to help. All but `create` needs a key of the desk, a coordinator, an administrator or the work's organiser. */
export type Signups = {
  /**
   * Signs somebody up for a shift, or for work that has none; no account or key is needed. `nextStep` says what follows: mostly
   * pressing a link in a mail, before `until`.
   *
   * @throws {ApiError} `signup.full` when the waiting list is full too; `signup.closed`; `signup.past`; `signup.cancelled`;
   * `signup.overlap`; `request.invalid` with all `errors`; `shift.not-found`; `opportunity.not-found`; `request.rate-limited`.
   * @example
   * const {state, position} = await client.signups.create({shiftId, name: 'Sanne', email: 's@example.nl', ageBand: '18+', locale: 'nl'});
   */
  create(signup: NewSignup, options?: WriteOptions): Promise<SignupReceipt>;
  /**
   * Who signed up, the last one first.
   *
   * @throws {ApiError} `auth.required`; `auth.not-allowed`.
   * @example
   * for await (const {name} of client.signups.list({state: ['awaiting-review']})) console.log(name);
   */
  list(query?: SignupQuery, options?: RequestOptions): PagedList<Signup>;
  /**
   * One sign-up.
   *
   * @throws {ApiError} `signup.not-found`; `auth.not-allowed`.
   */
  get(id: string, options?: RequestOptions): Promise<Signup>;
  /**
   * Cancels it, for a reason that the person reads: 1–1000 characters. The place goes to the next who waits.
   *
   * @throws {ApiError} `signup.too-late-to-cancel`; `signup.not-in-state`; `signup.not-found`.
   */
  cancel(id: string, reason: string, options?: WriteOptions): Promise<Signup>;
  /**
   * Somebody is there. Twice is once.
   *
   * @throws {ApiError} `request.invalid` when the code isn't the shift's; `signup.not-in-state`; `signup.not-found`.
   */
  checkIn(id: string, checkIn?: CheckIn, options?: WriteOptions): Promise<Signup>;
  /**
   * Says yes to somebody who awaits an answer, until the shift is over.
   *
   * @throws {ApiError} `signup.past`; `signup.overlap`; `signup.not-in-state`; `signup.not-found`.
   */
  approve(id: string, options?: WriteOptions): Promise<Signup>;
  /**
   * Says no, for a reason that the person reads: 1–1000 characters.
   *
   * @throws {ApiError} `request.invalid` without a reason; `signup.past`; `signup.not-in-state`; `signup.not-found`.
   */
  refuse(id: string, reason: string, options?: WriteOptions): Promise<Signup>;
  /**
   * Plans a first talk; the person hears when.
   *
   * @param at - The moment (RFC 3339), before the shift is over.
   * @throws {ApiError} `request.invalid` at another moment; `signup.past`; `signup.not-in-state`; `signup.not-found`.
   */
  planIntro(id: string, at: string, options?: WriteOptions): Promise<Signup>;
  /**
   * Writes down that somebody saw the certificate of conduct (VOG), and until when it holds.
   *
   * @throws {ApiError} `request.invalid`; `signup.not-found`.
   * @example
   * await client.signups.recordVog(id, {seenOn: '2026-11-22', expiresOn: '2029-11-22'});
   */
  recordVog(id: string, seen: VogSeen, options?: WriteOptions): Promise<Signup>;
};

export function signupsResource(http: Http, communityPath: string): Signups {
  const path = `${communityPath}/signups`;
  const one = (id: string) => `${path}/${encodeURIComponent(id)}`;
  return {
    create: (signup, options) => http.post(path, signup, options),
    list: (query = {}, options) => pagedList<Signup>(query, (page) => http.get(path, {...query, ...page}, options)),
    get: (id, options) => http.get(one(id), {}, options),
    cancel: (id, reason, options) => http.post(`${one(id)}/cancellation`, {reason}, options),
    checkIn: (id, checkIn = {}, options) => http.post(`${one(id)}/check-in`, checkIn, options),
    approve: (id, options) => http.post(`${one(id)}/approval`, {}, options),
    refuse: (id, reason, options) => http.post(`${one(id)}/refusal`, {reason}, options),
    planIntro: (id, at, options) => http.post(`${one(id)}/intro`, {at}, options),
    recordVog: (id, seen, options) => http.put(`${one(id)}/vog`, seen, options),
  };
}
