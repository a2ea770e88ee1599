import type {Problem, ProblemCode} from './generated/types.ts';

/**
 * The API said no. `code` is stable, to branch on; the texts are for people, in the language that was asked for.
 *
 * @example
 * try {
 *   await client.initiatives.get('buurtsuper-holwierde');
 * } catch (error) {
 *   if (error instanceof ApiError && error.code === 'initiative.not-found') showThatItIsGone();
 *   else throw error;
 * }
 */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  /** What went wrong, to branch on. A later server may give codes that this version doesn't know. */
  readonly code: ProblemCode | (string & {});
  /** The HTTP status, 400–599. */
  readonly status: number;
  /** The whole problem document (RFC 9457), with `title` and `detail` for people. */
  readonly problem: Problem;
  /** Names this request in the server's log; tell it when you ask for help. */
  readonly requestId: string;
  /** Everything that is wrong with the request, each with its place; empty when the problem is something else. */
  readonly errors: NonNullable<Problem['errors']>;
  /** Seconds to wait before trying again; null when the server didn't say. */
  readonly retryAfter: number | null;

  constructor(problem: Problem, retryAfter: number | null = null) {
    super(`${problem.title}. ${problem.detail} (${problem.code})`);
    this.code = problem.code;
    this.status = problem.status;
    this.problem = problem;
    this.requestId = problem.requestId;
    this.errors = problem.errors ?? [];
    this.retryAfter = retryAfter;
  }
}

/**
 * Why there was no usable answer: the device is `offline`; the `network` failed (or a browser blocked the request); it took
 * longer than `timeout`; or what came is `unreadable`, such as the error page of a proxy.
 */
export type ConnectionErrorReason = 'offline' | 'network' | 'timeout' | 'unreadable';

const whatHappened: Record<ConnectionErrorReason, string> = {
  offline: 'This device is offline.',
  network: 'The API could not be reached.',
  timeout: 'The API did not answer in time.',
  unreadable: 'What came back is no answer of the Buurtkit API. Check the address in `api`.',
};

/** There was no usable answer. Whether a write happened isn't known: repeat it with the same `idempotencyKey`. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';
  /** Why there was no usable answer. */
  readonly reason: ConnectionErrorReason;
  /** The HTTP status of an unreadable answer, else null. */
  readonly status: number | null;
  /** Seconds to wait before trying again; null when nobody said. */
  readonly retryAfter: number | null;

  constructor(
    reason: ConnectionErrorReason,
    {status = null, retryAfter = null, cause}: {status?: number | null; retryAfter?: number | null; cause?: unknown} = {},
  ) {
    super(whatHappened[reason], {cause});
    this.reason = reason;
    this.status = status;
    this.retryAfter = retryAfter;
  }
}
