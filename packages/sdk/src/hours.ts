import type {Hours, HoursQuery, NewHours, VolunteeringReport} from './generated/types.ts';
import type {Http, RequestOptions, WriteOptions} from './http.ts';
import {pagedList, type PagedList} from './paged-list.ts';

/** Minutes that people helped. Needs a key of the desk, a coordinator, an administrator or the work's organiser. */
export type HoursWorked = {
  /**
   * What was handed in, the last first.
   *
   * @throws {ApiError} `auth.required`; `auth.not-allowed`.
   */
  list(query?: HoursQuery, options?: RequestOptions): PagedList<Hours>;
  /**
   * What was handed in for one day.
   *
   * @throws {ApiError} `hours.not-found`; `auth.not-allowed`.
   */
  get(id: string, options?: RequestOptions): Promise<Hours>;
  /**
   * Hands in minutes on a day: 1–1440, to be approved by somebody else.
   *
   * @throws {ApiError} `request.invalid`; `signup.not-found`.
   * @example
   * await client.hours.submit({signupId, minutes: 120, on: '2026-11-24'});
   */
  submit(hours: NewHours, options?: WriteOptions): Promise<Hours>;
  /**
   * Approves them.
   *
   * @throws {ApiError} `hours.own-approval` for whoever handed them in; `hours.decided`; `hours.not-found`.
   */
  approve(id: string, options?: WriteOptions): Promise<Hours>;
  /**
   * Refuses them, for a reason: 1–1000 characters.
   *
   * @throws {ApiError} `request.invalid` without a reason; `hours.decided`; `hours.not-found`.
   */
  refuse(id: string, reason: string, options?: WriteOptions): Promise<Hours>;
};

/**
 * Whether everyone who offered help got an answer, and how much was done. Needs a key of a coordinator or administrator.
 *
 * @throws {ApiError} `auth.required`; `auth.not-allowed`.
 */
export type ReadVolunteeringReport = (options?: RequestOptions) => Promise<VolunteeringReport>;

export function hoursResource(http: Http, communityPath: string): HoursWorked {
  const path = `${communityPath}/hours`;
  const one = (id: string) => `${path}/${encodeURIComponent(id)}`;
  return {
    list: (query = {}, options) => pagedList<Hours>(query, (page) => http.get(path, {...query, ...page}, options)),
    get: (id, options) => http.get(one(id), {}, options),
    submit: (hours, options) => http.post(path, hours, options),
    approve: (id, options) => http.post(`${one(id)}/approval`, {}, options),
    refuse: (id, reason, options) => http.post(`${one(id)}/refusal`, {reason}, options),
  };
}

export function volunteeringReport(http: Http, communityPath: string): ReadVolunteeringReport {
  return (options) => http.get(`${communityPath}/volunteering-report`, {}, options);
}
