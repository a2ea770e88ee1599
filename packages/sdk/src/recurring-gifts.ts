import type {NewRecurringGift, RecurringGift, RecurringGiftList} from './generated/types.ts';
import type {Http, RequestOptions, WriteOptions} from './http.ts';

/** What the fund gives somebody every month. All need a coordinator or administrator. */
export type RecurringGifts = {
  /**
   * All that have not ended.
   *
   * @throws {ApiError} `auth.not-allowed`.
   */
  list(options?: RequestOptions): Promise<RecurringGiftList>;
  /**
   * One of them, also when it has ended.
   *
   * @throws {ApiError} `recurring-gift.not-found`; `auth.not-allowed`.
   */
  get(id: string, options?: RequestOptions): Promise<RecurringGift>;
  /**
   * Has the fund give minutes every month, from a day on.
   *
   * @throws {ApiError} `request.invalid`; `account.not-found`; `account.closed`; `auth.not-allowed`.
   * @example
   * await client.recurringGifts.create({accountId, minutes: 60, reason: 'Hulp in huis', startsOn: '2026-12-01'});
   */
  create(gift: NewRecurringGift, options?: WriteOptions): Promise<RecurringGift>;
  /**
   * Gives no more. Twice is once.
   *
   * @throws {ApiError} `recurring-gift.not-found`; `auth.not-allowed`.
   */
  end(id: string, options?: WriteOptions): Promise<RecurringGift>;
};

export function recurringGiftsResource(http: Http, communityPath: string): RecurringGifts {
  const path = `${communityPath}/recurring-gifts`;
  const one = (id: string) => `${path}/${encodeURIComponent(id)}`;
  return {
    list: (options) => http.get(path, {}, options),
    get: (id, options) => http.get(one(id), {}, options),
    create: (gift, options) => http.post(path, gift, options),
    end: (id, options) => http.post(`${one(id)}/end`, {}, options),
  };
}
