import type {CheckpointList, LedgerHead} from './generated/types.ts';
import type {RequestOptions} from './http.ts';
import {readFile} from './read-file.ts';
import type {ReadHttp} from './read-http.ts';

/** The ledger itself, to check it by. */
export type Ledger = {
  /**
   * The last entry: how manieth it is, and its hash. Anybody may see it.
   *
   * @throws {ApiError} `community.not-found`.
   */
  head(options?: RequestOptions): Promise<LedgerHead>;
  /**
   * The last entry of each of the last 366 days, the last first. Whoever kept one sees it when the end was cut off since.
   *
   * @throws {ApiError} `community.not-found`.
   */
  checkpoints(options?: RequestOptions): Promise<CheckpointList>;
  /**
   * All of it, a JSON object per line, for `buurtkit ledger verify`. Needs a coordinator or administrator; it may take long, so
   * give it a `timeout`.
   *
   * @throws {ApiError} `auth.not-allowed`.
   * @example
   * const file = await client.ledger.export({timeout: 600_000});
   */
  export(options?: RequestOptions): Promise<Blob>;
};

export function ledgerResource(http: ReadHttp, communityPath: string): Ledger {
  const path = `${communityPath}/ledger`;
  return {
    head: (options) => http.get(`${path}/head`, {}, options),
    checkpoints: (options) => http.get(`${path}/checkpoints`, {}, options),
    export: (options) => readFile(http, `${path}/export`, {}, options),
  };
}
