import {reasonOf} from './abort.ts';
import type {ClientOptions} from './client.ts';
import {ApiError, ConnectionError} from './errors.ts';
import type {Problem} from './generated/types.ts';
import {pause, retryAfterOf, waitBeforeNext} from './retries.ts';

/** Settings of one call. */
export type RequestOptions = {
  /** Aborts the call, also while it waits to try again; it then throws the signal's own reason. */
  signal?: AbortSignal | undefined;
  /** Milliseconds that one attempt may take, instead of the client's. */
  timeout?: number | undefined;
};

/** What is asked of the API. */
export type Call = {
  method: string;
  path: string;
  headers?: Record<string, string>;
  body?: string | Blob;
  /** The answer is a file, given as its text or as it is. */
  file?: 'text' | 'blob' | undefined;
  /** What a call without a key carries instead; asked again after each failure, for another one or null. */
  prove?: ((failure?: unknown) => Promise<string | null>) | undefined;
  options: RequestOptions;
};

/** How what only reads is asked. */
export type ReadHttp = {
  /** The whole address of a path, for a link. */
  addressOf(path: string): string;
  get<Answer>(path: string, query?: object, options?: RequestOptions): Promise<Answer>;
  /** A read that is a POST, so that what it asks stands in no URL. */
  ask<Answer>(path: string, body: object, options?: RequestOptions): Promise<Answer>;
  send<Answer>(call: Call): Promise<Answer>;
};

export const json = {'Content-Type': 'application/json'};

type QueryValue = string | number | boolean | readonly (string | number)[] | undefined;

export function queryString(query: object): string {
  const pairs = Object.entries(query as Record<string, QueryValue>).flatMap(([key, value]) => {
    const texts = [value ?? []].flat().map((text) => encodeURIComponent(text));
    return texts.length > 0 ? [`${key}=${texts.join()}`] : [];
  });
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

function read(response: Response, text: string): object {
  const {ok, status} = response;
  const retryAfter = retryAfterOf(response);
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (cause) {
    throw new ConnectionError('unreadable', {status, retryAfter, cause});
  }
  if (typeof content !== 'object' || content === null || !(ok || 'code' in content))
    throw new ConnectionError('unreadable', {status, retryAfter});
  if (!ok) throw new ApiError(content as Problem, retryAfter);
  return content;
}

/** Not every runtime has a navigator, and not every navigator knows this. */
function runtime(): {onLine?: boolean; userAgent?: string} {
  return (globalThis as {navigator?: Navigator}).navigator ?? {};
}

/**
 * Asks the API, and asks again when that may help.
 *
 * @param onAnswer - Sees every answer before it is given.
 */
export function createReadHttp(
  {api, fetch, key, language, timeout = 10_000, retries = 2}: Omit<ClientOptions, 'community'>,
  onAnswer: (content: object, response: Response) => void = () => {},
): ReadHttp {
  const base = api.replace(/(?:\/v1)?\/*$/, '/v1');

  type Answered = [Response, string | Blob];

  async function attempt(
    url: string,
    init: RequestInit,
    {file, options: {signal, timeout: limit = timeout}}: Pick<Call, 'file' | 'options'>,
  ): Promise<Answered> {
    const controller = new AbortController();
    let isLate = false;
    // A signal of our own: AbortSignal.any and .timeout are missing in React Native and Node 18.
    const stopped = new Promise<never>((_, reject) => {
      controller.signal.addEventListener('abort', () => reject(controller.signal.reason));
    });
    const stop = () => controller.abort();
    const stopLate = () => {
      isLate = true;
      stop();
    };
    const timer = limit < 2 ** 31 ? setTimeout(stopLate, limit) : undefined;
    signal?.addEventListener('abort', stop);
    const answer = async (): Promise<Answered> => {
      const response = await (fetch ?? globalThis.fetch)(url, {...init, signal: controller.signal});
      return [response, await response[(response.ok && file) || 'text']()];
    };
    try {
      return await Promise.race([answer(), stopped]);
    } catch (cause) {
      if (signal?.aborted) throw reasonOf(signal);
      throw new ConnectionError(isLate ? 'timeout' : runtime().onLine === false ? 'offline' : 'network', {cause});
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    }
  }

  async function send<Answer>({method, path, headers: own, body, file, prove, options}: Call): Promise<Answer> {
    if (options.signal?.aborted) throw reasonOf(options.signal);
    const secret = typeof key === 'function' ? await key() : key;
    const headers: Record<string, string> = {
      Accept: file ? '*/*' : 'application/json',
      ...(language && {'Accept-Language': language}),
      ...(secret && {Authorization: `Bearer ${secret}`}),
      ...own,
    };
    const init: RequestInit = {method, headers, ...(body !== undefined && {body})};
    // Cloudflare's workers keep no cookies, and refuse to be told so.
    if (runtime().userAgent !== 'Cloudflare-Workers') init.credentials = 'omit';

    const prover = secret ? undefined : prove;
    let proof = await prover?.();
    for (let attempts = 1; ; attempts++) {
      if (proof) headers['Authorization'] = proof;
      try {
        const [response, text] = await attempt(base + path, init, {file, options});
        if (file && response.ok) return text as Answer;
        const content = read(response, text as string);
        onAnswer(content, response);
        return content as Answer;
      } catch (error) {
        proof = await prover?.(error);
        if (proof) continue;
        const wait = attempts > retries ? null : waitBeforeNext(error, attempts);
        if (wait === null) throw error;
        await pause(wait, options.signal);
      }
    }
  }

  return {
    send,
    addressOf: (path) => base + path,
    get: (path, query = {}, options = {}) => send({method: 'GET', path: path + queryString(query), options}),
    ask: (path, body, options = {}) => send({method: 'POST', path, headers: json, body: JSON.stringify(body), options}),
  };
}
