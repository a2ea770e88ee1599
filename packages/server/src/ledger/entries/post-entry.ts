import type {EntryKind} from '@buurtkit/contract';
import {sql} from 'kysely';
import {callerName, type TrxScope} from '../../scope.ts';
import {askLedger} from '../ask-ledger.ts';

export type PostingLine = {accountId: string; minutes: number};

/** What names an entry before it is sent, and what tells a repetition of it from another that uses its name. */
export type EntryRequest = {id: string; hash: Buffer};

export type EntryToPost = {
  request: EntryRequest;
  kind: EntryKind;
  /** Whole minutes that sum to 0: above zero is received. */
  lines: readonly PostingLine[];
  /** The account of the member who is present, when a desk acts. */
  onBehalfOf?: string | null;
  reverses?: string | null;
  reference?: string | null;
  memo?: string | null;
  /** Ends this hold, in the same entry. */
  holdId?: string | null;
};

export type PostedEntry = {id: string; isReplay: boolean};

/**
 * Writes an entry: the one way in. The same request twice is one entry.
 *
 * @throws {ProblemError} `transfer.limit-reached`, `transfer.not-in-step`, `transfer.to-self`, `account.frozen`, `account.closed`,
 * `account.not-found`, `hold.ended`, `entry.already-reversed`, `idempotency.key-reused`.
 */
export async function postEntry(scope: TrxScope, entry: EntryToPost): Promise<PostedEntry> {
  const {request, kind, lines, onBehalfOf = null, reverses = null, reference = null, memo = null, holdId = null} = entry;
  const {rows} = await askLedger(
    sql<{is_replay: boolean}>`select is_replay from post(
      ${request.id}::uuid, ${kind}, ${scope.now}::timestamptz, ${callerName(scope.caller)},
      ${lines.map(({accountId}) => accountId)}::uuid[], ${lines.map(({minutes}) => minutes)}::bigint[], ${request.hash}::bytea,
      ${onBehalfOf}::uuid, ${reverses}::uuid, ${reference}, ${memo}, ${holdId}::uuid)`.execute(scope.trx),
  );
  return {id: request.id, isReplay: rows[0]!.is_replay};
}
