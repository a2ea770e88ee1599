import {reasonOf} from './abort.ts';
import type {ClientOptions} from './client.ts';
import {ApiError} from './errors.ts';
import {etagOf, rememberEtag} from './etag.ts';
import type {AltchaChallenge} from './generated/types.ts';
import {rememberReplay} from './replays.ts';
import {createReadHttp, json, queryString, type ReadHttp, type RequestOptions} from './read-http.ts';
import {uuidv7} from './uuid.ts';

export type {RequestOptions} from './read-http.ts';

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

/** A file to send: its content, and what kind of file it is. */
export type FileToSend = {content: string | Blob; mediaType: string};

type Write = {body?: object; file?: FileToSend; ifMatch?: string | object | undefined; options: WriteOptions};

export type Http = ReadHttp & {
  post<Answer>(path: string, body: object, options?: WriteOptions | ChangeOptions): Promise<Answer>;
  patch<Answer>(path: string, body: object, options?: WriteOptions | ChangeOptions): Promise<Answer>;
  put<Answer>(path: string, body: object, options?: WriteOptions | ChangeOptions): Promise<Answer>;
  delete<Answer>(path: string, options?: WriteOptions): Promise<Answer>;
  upload<Answer>(path: string, file: FileToSend, options?: WriteOptions): Promise<Answer>;
  /** A file, whole, as its text. */
  text(path: string, query: object, options?: RequestOptions): Promise<string>;
};

/** The proof of work came too late, or was there before. */
const proofCodes = ['proof.required', 'proof.used'];

export function createHttp(settings: Omit<ClientOptions, 'community'>): Http {
  const {proof = 'auto', sha256} = settings;
  const reads = createReadHttp(settings, (content, {headers}) => {
    rememberEtag(content, headers.get('ETag'));
    rememberReplay(content, headers.get('Idempotency-Replayed'));
  });

  // A key may be good for one call, and this needs none.
  const {get} = createReadHttp({...settings, key: undefined});

  /** Proves it anew, once, when the API has had the proof or it came too late. */
  function prover({signal, timeout}: RequestOptions): (failure?: unknown) => Promise<string | null> {
    let proofs = 0;
    return async (failure) => {
      if (failure && (proofs > 1 || !(failure instanceof ApiError && proofCodes.includes(failure.code)))) return null;
      proofs += 1;
      const challenge = await get<AltchaChallenge>('/altcha-challenge', {}, {signal, timeout});
      const {solveChallenge} = await import('./proof.ts');
      return `Altcha payload=${await solveChallenge(challenge, sha256, signal)}`;
    };
  }

  async function write<Answer>(method: string, path: string, {body, file, ifMatch, options}: Write): Promise<Answer> {
    if (options.signal?.aborted) throw reasonOf(options.signal);
    const etag = typeof ifMatch === 'object' ? etagOf(ifMatch) : ifMatch;
    if (ifMatch !== undefined && !etag)
      throw new TypeError('`ifMatch` has no known version: give it what `get` or a change returned, not a copy.');
    return reads.send({
      method,
      path,
      headers: {
        ...(body && json),
        ...(file && {'Content-Type': file.mediaType}),
        ...(etag && {'If-Match': etag}),
        'Idempotency-Key': options.idempotencyKey ?? uuidv7(),
      },
      ...(body && {body: JSON.stringify(body)}),
      ...(file && {body: file.content}),
      prove: proof === 'auto' ? prover(options) : undefined,
      options,
    });
  }

  const ifMatchOf = (options: WriteOptions | ChangeOptions) => ('ifMatch' in options ? options.ifMatch : undefined);
  return {
    ...reads,
    post: (path, body, options = {}) => write('POST', path, {body, options, ifMatch: ifMatchOf(options)}),
    patch: (path, body, options = {}) => write('PATCH', path, {body, options, ifMatch: ifMatchOf(options)}),
    put: (path, body, options = {}) => write('PUT', path, {body, options, ifMatch: ifMatchOf(options)}),
    delete: (path, options = {}) => write('DELETE', path, {options}),
    upload: (path, file, options = {}) => write('POST', path, {file, options}),
    text: (path, query, options = {}) => reads.send({method: 'GET', path: path + queryString(query), file: 'text', options}),
  };
}
