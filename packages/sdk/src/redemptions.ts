import type {EntryWriteOptions, WriteEntry, WrittenEntry} from './entry-writer.ts';
import type {NewRedemption, RedemptionCode} from './generated/types.ts';
import type {Http, WriteOptions} from './http.ts';

/** Paying somewhere with a code that one shows. */
export type Redemptions = {
  /**
   * A code to show, for one use within ten minutes. Each call makes another.
   *
   * @throws {ApiError} `credits.not-enabled` where organisations take none; `account.frozen`; `account.closed`;
   * `account.not-found`; `code.used` when an earlier attempt made one whose answer was lost: ask again.
   */
  createCode(options?: WriteOptions): Promise<RedemptionCode>;
  /**
   * Takes minutes from whoever shows the code. Needs the organiser of an organisation.
   *
   * @throws {ApiError} `code.wrong`; `code.used`; `code.expired`; `transfer.limit-reached`; `transfer.not-in-step`;
   * `account.frozen`; `account.closed`; `credits.not-enabled`; `auth.not-allowed`.
   * @example
   * await client.redemptions.create({code: 'K7M4-2QP9', minutes: 30}, {intent});
   */
  create(redemption: NewRedemption, options?: EntryWriteOptions): Promise<WrittenEntry>;
};

export function redemptionsResource(http: Http, writeEntry: WriteEntry, communityPath: string): Redemptions {
  return {
    createCode: (options) => http.post(`${communityPath}/redemption-codes`, {}, options),
    create: (redemption, options) => writeEntry(`${communityPath}/redemptions`, redemption, options),
  };
}
