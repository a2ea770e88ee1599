import type {EntryWriteOptions, WriteEntry, WrittenEntry} from './entry-writer.ts';
import type {Entry} from './generated/types.ts';
import type {RequestOptions} from './http.ts';
import {readFile} from './read-file.ts';
import type {ReadHttp} from './read-http.ts';

/** Receipts: what an entry did, and the proof that it stands in the ledger. */
export type EntryReads = {
  /**
   * An entry, as a receipt for one of its sides. `proof.hash` is the SHA-256 of `proof.hashedText`.
   *
   * @throws {ApiError} `entry.not-found`, also when it is between others.
   */
  get(id: string, options?: RequestOptions): Promise<Entry>;
  /**
   * The same receipt as a file to print or keep.
   *
   * @throws {ApiError} `entry.not-found`.
   */
  receiptFile(id: string, format: 'pdf', options?: RequestOptions): Promise<Blob>;
};

/** Entries of the ledger. */
export type Entries = EntryReads & {
  /**
   * Turns an entry back with a new one, once, whatever the limits. Needs a coordinator or administrator.
   *
   * @param reason - 1–140 characters, which both sides read.
   * @throws {ApiError} `entry.already-reversed`; `entry.not-found`; `request.invalid`; `auth.not-allowed`.
   */
  reverse(id: string, reason: string, options?: EntryWriteOptions): Promise<WrittenEntry>;
};

const pathOf = (communityPath: string, id: string) => `${communityPath}/entries/${encodeURIComponent(id)}`;

export function entryReads(http: ReadHttp, communityPath: string): EntryReads {
  return {
    get: (id, options) => http.get(pathOf(communityPath, id), {}, options),
    receiptFile: (id, format, options) => readFile(http, pathOf(communityPath, id), {format}, options),
  };
}

export function entriesResource(http: ReadHttp, writeEntry: WriteEntry, communityPath: string): Entries {
  return {
    ...entryReads(http, communityPath),
    reverse: (id, reason, options) => writeEntry(`${pathOf(communityPath, id)}/reversal`, {reason}, options),
  };
}
