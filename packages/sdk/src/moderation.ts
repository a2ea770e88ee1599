import type {
  InitiativePeople,
  ModerationDecision,
  ModerationItem,
  ModerationListItem,
  ModerationQuery,
  NewInitiativePeople,
} from './generated/types.ts';
import type {ChangeOptions, Http, RequestOptions} from './http.ts';
import {pagedList, type PagedList} from './paged-list.ts';

/** What waits for a moderator: what residents sent in, and what they reported. Needs a key of a coordinator or administrator. */
export type Moderation = {
  /**
   * What waits, the longest first; with `state` also what was decided.
   *
   * @throws {ApiError} `auth.required`; `auth.not-allowed`.
   * @example
   * for await (const {id, title} of client.moderation.list()) console.log(id, title);
   */
  list(query?: ModerationQuery, options?: RequestOptions): PagedList<ModerationListItem>;
  /**
   * One item: what was sent in, word for word, and what it would change.
   *
   * @throws {ApiError} `submission.not-found`.
   */
  get(id: string, options?: RequestOptions): Promise<ModerationItem>;
  /**
   * Publishes what was sent in. Its author hears of it by mail.
   *
   * @throws {ApiError} `revision.changed` when it, or the initiative that it would change, changed since `ifMatch`;
   *   `submission.decided`.
   * @example
   * const item = await client.moderation.get(id);
   * await client.moderation.approve(id, {ifMatch: item});
   */
  approve(id: string, options: ChangeOptions): Promise<ModerationDecision>;
  /**
   * Says no, for a reason that its author reads: 1–1000 characters.
   *
   * @throws {ApiError} `request.invalid` without a reason; `revision.changed`; `submission.decided`.
   */
  refuse(id: string, reason: string, options: ChangeOptions): Promise<ModerationDecision>;
  /**
   * A report has been dealt with.
   *
   * @throws {ApiError} `revision.changed`; `submission.decided`; `submission.not-found` when it is no report.
   */
  close(id: string, options: ChangeOptions): Promise<ModerationDecision>;
  /**
   * Who gets an initiative’s mail. An organiser’s key of that initiative may see it too.
   *
   * @throws {ApiError} `initiative.not-found`; `auth.not-allowed`.
   */
  people(slug: string, options?: RequestOptions): Promise<InitiativePeople>;
  /**
   * Says who gets an initiative’s mail from now on: all of them.
   *
   * @throws {ApiError} `revision.changed`; `request.invalid` when an address stands there twice.
   * @example
   * const people = await client.moderation.people('buurtsuper-holwierde');
   * await client.moderation.replacePeople('buurtsuper-holwierde', {data: [{email: 'bewoner@example.nl'}]}, {ifMatch: people});
   */
  replacePeople(slug: string, people: NewInitiativePeople, options: ChangeOptions): Promise<InitiativePeople>;
};

export function moderationResource(http: Http, communityPath: string): Moderation {
  const path = `${communityPath}/moderation-items`;
  const item = (id: string) => `${path}/${encodeURIComponent(id)}`;
  const people = (slug: string) => `${communityPath}/initiatives/${encodeURIComponent(slug)}/people`;
  return {
    list: (query = {}, options) => pagedList<ModerationListItem>(query, (page) => http.get(path, {...query, ...page}, options)),
    get: (id, options) => http.get(item(id), {}, options),
    approve: (id, options) => http.post(`${item(id)}/approval`, {}, options),
    refuse: (id, reason, options) => http.post(`${item(id)}/refusal`, {reason}, options),
    close: (id, options) => http.post(`${item(id)}/closing`, {}, options),
    people: (slug, options) => http.get(people(slug), {}, options),
    replacePeople: (slug, body, options) => http.put(people(slug), body, options),
  };
}
