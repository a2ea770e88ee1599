import {createHash} from 'node:crypto';
import {sql} from 'kysely';
import {ProblemError} from '../problem-error.ts';
import {callerName, type TrxScope} from '../scope.ts';

export type StoredAnswer = {status: number; headers: Record<string, string>; body: string};

export type IdempotentRequest = {route: string; key: string; hash: Buffer};

/** What makes two requests the same: where they go and what they carry. */
export function requestHash(path: string, body: string | Buffer): Buffer {
  return createHash('sha256').update(path).update('\n').update(body).digest();
}

/**
 * Runs `work` once per key: its row stands in the same transaction as the effect, so either both are there or neither.
 * A second request with a key that is still running waits on that row, up to ten seconds, and gets the same answer, or what
 * `work` has kept instead.
 */
export async function once(
  scope: TrxScope,
  request: IdempotentRequest,
  work: () => Promise<{answer: StoredAnswer; kept?: StoredAnswer}>,
): Promise<StoredAnswer & {isReplay: boolean}> {
  const row = {community_id: scope.community.id, caller: callerName(scope.caller), route: request.route, key: request.key};
  if (await claim(scope, row, request.hash)) {
    const {answer, kept = answer} = await work();
    await scope.trx
      .updateTable('idempotency_keys')
      .set({status: kept.status, headers: JSON.stringify(kept.headers), body: kept.body})
      .where('community_id', '=', row.community_id)
      .where('caller', '=', row.caller)
      .where('route', '=', row.route)
      .where('key', '=', row.key)
      .execute();
    return {...answer, isReplay: false};
  }
  return {...(await storedAnswer(scope, row, request.hash)), isReplay: true};
}

type KeyRow = {community_id: string; caller: string; route: string; key: string};

async function claim(scope: TrxScope, row: KeyRow, hash: Buffer): Promise<boolean> {
  try {
    await sql`set local lock_timeout = '10s'`.execute(scope.trx);
    const {numInsertedOrUpdatedRows} = await scope.trx
      .insertInto('idempotency_keys')
      .values({...row, request_hash: hash, status: null, headers: null, body: null, created_at: scope.now})
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    await sql`set local lock_timeout = 0`.execute(scope.trx);
    return Number(numInsertedOrUpdatedRows) === 1;
  } catch (cause) {
    const isLockTimeout = (cause as {code?: string}).code === '55P03';
    if (isLockTimeout) throw new ProblemError('idempotency.in-flight', {headers: {'Retry-After': '1'}, cause});
    throw cause;
  }
}

async function storedAnswer(scope: TrxScope, row: KeyRow, hash: Buffer): Promise<StoredAnswer> {
  const stored = await scope.trx
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'status', 'headers', 'body'])
    .where('community_id', '=', row.community_id)
    .where('caller', '=', row.caller)
    .where('route', '=', row.route)
    .where('key', '=', row.key)
    .executeTakeFirst();
  if (!stored || stored.status === null) throw new ProblemError('idempotency.in-flight', {headers: {'Retry-After': '1'}});
  if (!stored.request_hash.equals(hash)) throw new ProblemError('idempotency.key-reused');
  return {status: stored.status, headers: stored.headers ?? {}, body: stored.body ?? ''};
}
