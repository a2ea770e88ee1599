import type {EntryWriteOptions, WriteEntry, WrittenEntry} from './entry-writer.ts';
import type {HoldPosting, MinutesHold, NewMinutesHold} from './generated/types.ts';
import type {Http, RequestOptions, WriteOptions} from './http.ts';

/** Minutes that are kept apart for another account while something runs. A place on a shift is held with `shifts.hold`. */
export type MinutesHolds = {
  /**
   * Keeps minutes apart until a moment within a year.
   *
   * @throws {ApiError} `transfer.limit-reached`; `transfer.to-self`; `account.frozen`; `account.closed`; `account.not-found`;
   * `request.invalid`.
   */
  create(hold: NewMinutesHold, options?: WriteOptions): Promise<MinutesHold>;
  /**
   * How it stands.
   *
   * @throws {ApiError} `hold.not-found`, also when it is between others.
   */
  get(id: string, options?: RequestOptions): Promise<MinutesHold>;
  /**
   * Gives what was kept apart, or less; the rest is free again.
   *
   * @throws {ApiError} `hold.ended`; `hold.not-found`; `transfer.not-in-step`; `account.frozen`; `account.closed`;
   * `request.invalid` for more than was kept apart.
   * @example
   * await client.minutesHolds.post(id, {minutes: 45, memo: 'Ramen gelapt'});
   */
  post(id: string, posting?: HoldPosting, options?: EntryWriteOptions): Promise<WrittenEntry>;
  /**
   * Lets go of it.
   *
   * @throws {ApiError} `hold.ended`; `hold.not-found`.
   */
  release(id: string, options?: WriteOptions): Promise<MinutesHold>;
};

export function minutesHoldsResource(http: Http, writeEntry: WriteEntry, communityPath: string): MinutesHolds {
  const path = `${communityPath}/holds`;
  const one = (id: string) => `${path}/${encodeURIComponent(id)}`;
  return {
    create: (hold, options) => http.post(path, hold, options),
    get: (id, options) => http.get(one(id), {}, options),
    post: (id, posting = {}, options) => writeEntry(`${one(id)}/posting`, posting, options),
    release: (id, options) => http.post(`${one(id)}/void`, {}, options),
  };
}
