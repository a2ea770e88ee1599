import type {Hold, Hours, NewHold, NewShift, Roster, Shift, ShiftChanges, ShiftQuery, WaitlistOrder} from './generated/types.ts';
import type {ChangeOptions, Http, RequestOptions, WriteOptions} from './http.ts';
import {pagedList, type Page, type PagedList} from './paged-list.ts';

/** Dated slots of work, with their free places at this moment. */
export type Shifts = {
  /**
   * Shifts that aren't over, the first to begin first.
   *
   * @throws {ApiError} `request.invalid`; `community.not-found`.
   * @example
   * const {data} = await client.shifts.list({opportunity: id, until: '2026-12-31T23:00:00Z'});
   */
  list(query?: ShiftQuery, options?: RequestOptions): PagedList<Shift>;
  /**
   * One shift; its `state` says whether one can sign up, and why not.
   *
   * @throws {ApiError} `shift.not-found`.
   */
  get(id: string, options?: RequestOptions): Promise<Shift>;
  /**
   * Adds a shift to work. Needs a key of a coordinator or administrator, or of an organiser for the own work.
   *
   * @throws {ApiError} `request.invalid` with all `errors`; `opportunity.not-found`; `auth.required`; `auth.not-allowed`.
   * @example
   * const roles = [{key: 'gastvrouw', label: {nl: 'Gastvrouw of gastheer'}, capacity: 2}];
   * await client.shifts.create({opportunityId, start: '2026-11-24T13:00:00Z', end: '2026-11-24T15:00:00Z', roles});
   */
  create(shift: NewShift, options?: WriteOptions): Promise<Shift>;
  /**
   * Changes a shift, or calls it off with `isCancelled`: everyone on it hears so by mail.
   *
   * @throws {ApiError} `revision.changed` when somebody else changed it since `ifMatch`; `request.invalid`, also when a role
   * would have fewer places than are taken; `signup.past`; `signup.cancelled`; `auth.not-allowed`.
   */
  change(id: string, changes: ShiftChanges, options: ChangeOptions): Promise<Shift>;
  /**
   * Keeps a place for ten minutes, while somebody fills in the form: give its `id` as `holdId` to `signups.create`.
   *
   * @throws {ApiError} `signup.full`; `signup.closed`; `signup.past`; `signup.cancelled`; `shift.not-found`;
   * `request.invalid` without a role where there are several; `request.rate-limited` when one address holds three already.
   */
  hold(id: string, hold?: NewHold, options?: WriteOptions): Promise<Hold>;
  /**
   * Who comes and who waits. Needs a key of the desk, a coordinator, an administrator, or an organiser for the own work.
   *
   * @throws {ApiError} `shift.not-found`; `auth.required`; `auth.not-allowed`.
   */
  roster(id: string, options?: RequestOptions): Promise<Roster>;
  /**
   * Puts everyone who waits in another order, for a reason that stays on record. Needs a key of a coordinator or administrator.
   *
   * @throws {ApiError} `request.invalid` when not everyone who waits is named; `shift.not-found`; `auth.not-allowed`.
   */
  reorderWaitlist(id: string, order: WaitlistOrder, options?: WriteOptions): Promise<Roster>;
  /**
   * Approves all hours that were handed in for a shift, save the own, and gives all there are of it; where hours hand out time
   * credits, in one entry of the ledger. Needs a coordinator or administrator, or an organiser for the own work.
   *
   * @throws {ApiError} `hours.own-approval` when only own hours wait; `shift.not-found`; `auth.not-allowed`.
   */
  approveHours(id: string, options?: WriteOptions): Promise<Page<Hours>>;
};

export function shiftsResource(http: Http, communityPath: string): Shifts {
  const path = `${communityPath}/shifts`;
  const one = (id: string) => `${path}/${encodeURIComponent(id)}`;
  return {
    list: (query = {}, options) => pagedList<Shift>(query, (page) => http.get(path, {...query, ...page}, options)),
    get: (id, options) => http.get(one(id), {}, options),
    create: (shift, options) => http.post(path, shift, options),
    change: (id, changes, options) => http.patch(one(id), changes, options),
    hold: (id, hold = {}, options) => http.post(`${one(id)}/holds`, hold, options),
    roster: (id, options) => http.get(`${one(id)}/roster`, {}, options),
    reorderWaitlist: (id, order, options) => http.put(`${one(id)}/waitlist`, order, options),
    approveHours: (id, options) => http.post(`${one(id)}/hours-approval`, {}, options),
  };
}
