import type {EntryWriteOptions, WriteEntry, WrittenEntry} from './entry-writer.ts';
import type {NewTransfer, NewTransferBatch, TransferPreview} from './generated/types.ts';
import type {RequestOptions} from './http.ts';
import type {ReadHttp} from './read-http.ts';

/** What giving minutes would do. */
export type TransferReads = {
  /**
   * What a transfer would do. Nothing moves; `code` says what stands in the way, and `fundMinutes` how much the fund could add.
   *
   * @throws {ApiError} `request.invalid`; `account.not-found`.
   */
  preview(transfer: NewTransfer, options?: RequestOptions): Promise<TransferPreview>;
};

/** Giving minutes: from the own account, or from one that the caller acts for. */
export type Transfers = TransferReads & {
  /**
   * Moves minutes to another account; to the fund it is a gift.
   *
   * @throws {ApiError} `transfer.limit-reached` when the balance would pass a limit: offer the fund; `transfer.not-in-step`;
   * `transfer.to-self`; `account.frozen`; `account.closed`; `account.not-found`; `desk.cap-reached`; `request.invalid`.
   * @example
   * const intent = crypto.randomUUID(); // once, when the form opens
   * const {isReplay} = await client.transfers.create({toAccountId, minutes: 30, memo: 'Heg geknipt'}, {intent});
   * if (isReplay) say('Al gedaan.');
   */
  create(transfer: NewTransfer, options?: EntryWriteOptions): Promise<WrittenEntry>;
  /**
   * Moves minutes to at most 200 accounts in one entry: all of them get theirs, or none. Needs an organiser, a coordinator or an
   * administrator.
   *
   * @throws {ApiError} As `create`; `auth.not-allowed`.
   */
  createBatch(batch: NewTransferBatch, options?: EntryWriteOptions): Promise<WrittenEntry>;
};

export function transferReads(http: ReadHttp, communityPath: string): TransferReads {
  return {preview: (transfer, options) => http.ask(`${communityPath}/transfer-previews`, transfer, options)};
}

export function transfersResource(http: ReadHttp, writeEntry: WriteEntry, communityPath: string): Transfers {
  return {
    ...transferReads(http, communityPath),
    create: (transfer, options) => writeEntry(`${communityPath}/transfers`, transfer, options),
    createBatch: (batch, options) => writeEntry(`${communityPath}/transfer-batches`, batch, options),
  };
}
