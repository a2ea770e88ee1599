import {reasonOf} from './abort.ts';
import type {ClientOptions} from './client.ts';
import {ApiError, ConnectionError} from './errors.ts';
import {etagOf, rememberEtag} from './etag.ts';
import type {AltchaChallenge, Problem} from './generated/types.ts';
import {pause, retryAfterOf, waitBeforeNext} from './retries.ts';
import {uuidv7} from './uuid.ts';

/** Settings of one call. */
export type RequestOptions = {
  /** Aborts the call, also while it waits to try again; it then throws the signal's own reason. */
  signal?: AbortSignal | undefined;
  /** Milliseconds that one attempt may take, instead of the client's. */
  timeout?: number | undefined;
};

/** Settings of a call that changes something. */
export type WriteOptions = RequestOptions & {
  /**
   * Names this change, 8–64 characters: whatever is repeated with the same key happens once. Each call makes its own;
   * give one to resume a change that an earlier call (or an earlier visit) may or may not have finished.
   */
  idempotencyKey?: string | undefined;
};

/** Settings of a change to something that others may be changing too. */
export type ChangeOptions = WriteOptions & {
  /** What you saw when you decided to change it: the thing as this client got it, or its ETag (see `etagOf`). */
  ifMatch: string | object;
};

/** The proof of work came too late, or was there before. */
const proofCodes = ['proof.required', 'proof.used'];

/** A file to send: its content, and what kind of file it is. */
export type FileToSend = {content: string | Blob; mediaType: string};

type Call = {
  method: string;
  path: string;
  body?: object;
  file?: FileToSend;
  isRead?: boolean;
  /** The answer is a file, given as its text. */
  isText?: boolean;
  ifMatch?: string | object;
  options: WriteOptions;
};

export type Http = {
  /** The whole address of a path, for a link. */
  addressOf(path: string): string;
  get<Answer>(path: string, query?: object, options?: RequestOptions): Promise<Answer>;
  /** A read that is a POST, so that what it asks stands in no URL. */
  ask<Answer>(path: string, body: object, options?: RequestOptions): Promise<Answer>;
  post<Answer>(path: string, body: object, options?: WriteOptions | ChangeOptions): Promise<Answer>;
  patch<Answer>(path: string, body: object, options: ChangeOptions): Promise<Answer>;
  put<Answer>(path: string, body: object, options?: WriteOptions | ChangeOptions): Promise<Answer>;
  upload<Answer>(path: string, file: FileToSend, options?: WriteOptions): Promise<Answer>;
  /** A file, whole, as its text. */
  text(path: string, query: object, options?: RequestOptions): Promise<string>;
};

type QueryValue = string | number | boolean | readonly (string | number)[] | undefined;

function queryString(query: object): string {
  const pairs = Object.entries(query as Record<string, QueryValue>).flatMap(([key, value]) => {
    const texts = [value ?? []].flat().map((text) => encodeURIComponent(text));
    return texts.length > 0 ? [`${key}=${texts.join()}`] : [];
  });
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

function read(response: Response, text: string): unknown {
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
  rememberEtag(content, response.headers.get('ETag'));
  return content;
}

/** Not every runtime has a navigator, and not every navigator knows this. */
function runtime(): {onLine?: boolean; userAgent?: string} {
  return (globalThis as {navigator?: Navigator}).navigator ?? {};
}

export function createHttp({
  api,
  fetch,
  key,
  language,
  timeout = 10_000,
  retries = 2,
  proof = 'auto',
  sha256,
}: Omit<ClientOptions, 'community'>): Http {
  const base = `${api.replace(/\/+$/, '').replace(/\/v1$/, '')}/v1`;

  async function headersOf({body, file, isRead, isText, ifMatch, options}: Call): Promise<Record<string, string>> {
    const secret = typeof key === 'function' ? await key() : key;
    const etag = typeof ifMatch === 'object' ? etagOf(ifMatch) : ifMatch;
    if (ifMatch !== undefined && !etag)
      throw new TypeError('`ifMatch` has no known version: give it what `get` or a change returned, not a copy.');
    return {
      Accept: isText ? '*/*' : 'application/json',
      ...(language && {'Accept-Language': language}),
      ...(secret && {Authorization: `Bearer ${secret}`}),
      ...(body && {'Content-Type': 'application/json'}),
      ...(file && {'Content-Type': file.mediaType}),
      ...(etag && {'If-Match': etag}),
      ...(!isRead && {'Idempotency-Key': options.idempotencyKey ?? uuidv7()}),
    };
  }

  async function attempt(url: string, init: RequestInit, {signal, timeout: limit = timeout}: RequestOptions): Promise<[Response, string]> {
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
    const answer = async (): Promise<[Response, string]> => {
      const response = await (fetch ?? globalThis.fetch)(url, {...init, signal: controller.signal});
      return [response, await response.text()];
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

  async function prove({signal, timeout: limit}: RequestOptions): Promise<string> {
    const challenge = await call<AltchaChallenge>({
      method: 'GET',
      path: '/altcha-challenge',
      isRead: true,
      options: {signal, timeout: limit},
    });
    const {solveChallenge} = await import('./proof.ts');
    return `Altcha payload=${await solveChallenge(challenge, sha256, signal)}`;
  }

  async function call<Answer>(request: Call): Promise<Answer> {
    const {method, path, body, file, options} = request;
    if (options.signal?.aborted) throw reasonOf(options.signal);
    const headers = await headersOf(request);
    const init: RequestInit = {method, headers, ...(body && {body: JSON.stringify(body)}), ...(file && {body: file.content})};
    // Cloudflare's workers keep no cookies, and refuse to be told so.
    if (runtime().userAgent !== 'Cloudflare-Workers') init.credentials = 'omit';

    const isProven = !request.isRead && !headers['Authorization'] && proof === 'auto';
    if (isProven) headers['Authorization'] = await prove(options);
    let isProvenAgain = false;
    for (let attempts = 1; ; attempts++) {
      try {
        const [response, text] = await attempt(base + path, init, options);
        return (request.isText && response.ok ? text : read(response, text)) as Answer;
      } catch (error) {
        if (isProven && !isProvenAgain && error instanceof ApiError && proofCodes.includes(error.code)) {
          isProvenAgain = true;
          headers['Authorization'] = await prove(options);
          continue;
        }
        const wait = attempts > retries ? null : waitBeforeNext(error, attempts);
        if (wait === null) throw error;
        await pause(wait, options.signal);
      }
    }
  }

  return {
    addressOf: (path) => base + path,
    get: (path, query = {}, options = {}) => call({method: 'GET', path: path + queryString(query), isRead: true, options}),
    ask: (path, body, options = {}) => call({method: 'POST', path, body, isRead: true, options}),
    post: (path, body, options = {}) =>
      call({method: 'POST', path, body, options, ...('ifMatch' in options && {ifMatch: options.ifMatch})}),
    patch: (path, body, options) => call({method: 'PATCH', path, body, ifMatch: options.ifMatch, options}),
    put: (path, body, options = {}) => call({method: 'PUT', path, body, options, ...('ifMatch' in options && {ifMatch: options.ifMatch})}),
    upload: (path, file, options = {}) => call({method: 'POST', path, file, options}),
    text: (path, query, options = {}) => call({method: 'GET', path: path + queryString(query), isRead: true, isText: true, options}),
  };
}
