import {reasonOf} from './abort.ts';
import {ApiError, ConnectionError} from './errors.ts';

const longestRetryAfter = 30;
const passing = [408, 429, 502, 503, 504];

/** Seconds, from either form of the header (RFC 9110, section 10.2.3). A browser hides it from a page on another origin unless the server exposes it. */
export function retryAfterOf({headers}: Response): number | null {
  const text = headers.get('Retry-After');
  if (text === null) return null;
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? null : Math.max(0, Math.ceil(seconds));
}

/** Milliseconds to wait before the next attempt; null when there is none to be made. */
export function waitBeforeNext(error: unknown, attempts: number): number | null {
  if (!(error instanceof ApiError || error instanceof ConnectionError)) return null;
  const {status, retryAfter} = error;
  const isPassing = status === null || passing.includes(status) || (error instanceof ApiError && error.code === 'idempotency.in-flight');
  if (!isPassing || (retryAfter ?? 0) > longestRetryAfter) return null;
  if (retryAfter !== null) return retryAfter * 1000;
  // Half of it at random, so that all who were refused at once don't come back at once.
  return 300 * 2 ** (attempts - 1) * (0.5 + Math.random() / 2);
}

export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(reasonOf(signal));
    const stop = () => {
      clearTimeout(timer);
      reject(reasonOf(signal!));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', stop);
  });
}
