import {Readable} from 'node:stream';
import {
  faultsOf,
  isWrite,
  mediaTypes,
  problems,
  readQuery,
  type Fault,
  type Format,
  type ProblemCode,
  type Route,
} from '@buurtkit/contract';
import type {Hono} from 'hono';
import type * as z from 'zod/mini';
import type {Community} from '../communities/community.ts';
import {findCommunity} from '../communities/store.ts';
import {networkHash, passLimits, passProof} from '../doors/open-door.ts';
import {findCaller} from '../keys/find-caller.ts';
import type {EntryRequest} from '../ledger/entries/post-entry.ts';
import {entryRequestHash} from '../ledger/entry-request-hash.ts';
import {ProblemError} from '../problem-error.ts';
import {inTransaction, type Scope} from '../scope.ts';
import {once, requestHash, type StoredAnswer} from './idempotency.ts';
import {requireAllowedOrigin} from './origins.ts';
import {preferredFormat} from './preferences.ts';
import type {Env, RequestContext} from './request-context.ts';
import {entityTag, isUnchanged} from './revisions.ts';
import {unstorableInBody, unstorableInQuery} from './unstorable-text.ts';

export type Input<R extends Route> = {
  params: z.infer<R['params']>;
  query: z.infer<R['query']>;
  body: R['body'] extends z.ZodMiniType ? z.infer<R['body']> : null;
  /** There whenever the route needs it. */
  ifMatch: string;
  format: Format;
  /** The file, on a route that takes one. */
  upload: R['upload'] extends object ? Upload : null;
  /** The name of the entry that the request writes, on a route that writes one. */
  entry: R['writesEntry'] extends true ? EntryRequest : null;
  /** From which network it comes, as a hash that only this server can make. */
  network: () => Promise<Buffer>;
};

export type Upload = {mediaType: string; bytes: Buffer};

export type Reply = {
  status: 200 | 201 | 202;
  /** What becomes JSON, or an answer in another form as it is. */
  body: unknown;
  text?: {contentType: string; chunks: AsyncIterable<string | Uint8Array>};
  /** The same, whole: small enough to know what it is before it leaves, so that it has an ETag. */
  file?: {contentType: string; content: string | Uint8Array<ArrayBuffer>};
  /** Of a thing that two people may edit. */
  revision?: string;
  /** It was done before, by the same request. */
  isReplay?: boolean;
  headers?: Record<string, string>;
  /** A problem instead of all this. */
  refused?: ProblemCode;
};

export function ok(body: unknown, more: Partial<Reply> = {}): Reply {
  return {status: 200, body, ...more};
}

export function created(body: unknown, location: string, more: Partial<Reply> = {}): Reply {
  return {status: 201, body, ...more, headers: {...more.headers, Location: location}};
}

/** Taken in; what comes of it follows later. */
export function accepted(body: unknown): Reply {
  return {status: 202, body};
}

/** Says no to a write and yet keeps what it wrote, such as that somebody tried. */
export function refused(code: ProblemCode): Reply {
  return {status: 200, body: null, refused: code};
}

type Handler<R extends Route> = (scope: Scope, input: Input<R>) => Promise<Reply>;
export type BoundRoute = {route: Route; handle(c: RequestContext): Promise<Response>};

/** What is wrong with a query that no schema of one key can tell; it sees the keys that are right by themselves. */
type QueryRule<R extends Route> = (query: Partial<z.infer<R['query']>>, now: Date) => Fault[];

/** Binds an entry of the contract's route table to what it does: parsing, roles, problems and forms come from the table. */
export function route<const R extends Route>(entry: R, handler: Handler<R>, rule: QueryRule<R> = () => []): BoundRoute {
  return {route: entry, handle: (c) => answer(c, entry, handler, rule)};
}

/** Mounts bound routes below `/v1`; a known path with another method says which methods it has. */
export function mountRoutes(app: Hono<Env>, bound: readonly BoundRoute[]): void {
  const byPath = Map.groupBy(bound, ({route: {path}}) => path);
  for (const [path, ofPath] of byPath) {
    const address = `/v1${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
    for (const each of ofPath) app.on(each.route.method.toUpperCase(), address, (c) => each.handle(c));
    const methods = ofPath.flatMap(({route: {method}}) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]));
    refuseOtherMethods(app, address, methods);
  }
}

/** Every other method of a known address is 405 with what it does have (RFC 9110, 15.5.6). */
export function refuseOtherMethods(app: Hono<Env>, address: string, methods: readonly string[]): void {
  const allow = [...methods, 'OPTIONS'].join(', ');
  app.all(address, (c) => {
    if (c.req.method === 'OPTIONS') return c.body(null, 204, {Allow: allow});
    throw new ProblemError('request.method-not-allowed', {headers: {Allow: allow}});
  });
}

async function answer<R extends Route>(c: RequestContext, entry: R, handler: Handler<R>, rule: QueryRule<R>): Promise<Response> {
  const params = readParams(c, entry);
  await passLimits(c, entry);
  const scope = await openScope(c, entry, params as {community?: string});
  await passLimits(c, entry, scope.caller);
  const isChange = isWrite(entry);
  if (isChange) requireAllowedOrigin(c.req.header('Origin'), {publicUrl: scope.publicUrl, allowedOrigins: scope.community.allowedOrigins});

  const {query, format} = readFormat(c, entry, rule, scope.now);
  if (!isChange) {
    const body = readBody(entry, await readText(c, entry));
    if ('faults' in query || body.faults.length > 0)
      throw new ProblemError('request.invalid', {faults: [...('faults' in query ? query.faults : []), ...body.faults]});
    const reply = await handler(scope, {
      params,
      query: query.data,
      body: body.data,
      ifMatch: '',
      format,
      upload: null,
      entry: null,
      network: () => networkHash(c),
    } as unknown as Input<R>);
    if (reply.text) return streamed(c, {...reply, text: reply.text});
    return rendered(c, reply.file ? renderFile({...reply, file: reply.file}) : render(reply), {
      isKept: entry.method === 'get' && entry.isEachTimeNew !== true,
      isPersonal: entry.roles !== 'public',
    });
  }

  const key = requireIdempotencyKey(c, entry);
  const upload = await readUpload(c, entry);
  const text = await readText(c, entry);
  const ifMatch = c.req.header('If-Match') ?? '';
  if (entry.needsIfMatch && ifMatch === '')
    throw new ProblemError('precondition.required', {faults: [{header: 'If-Match', code: 'required'}]});
  const body = readBody(entry, text);
  const faults = [...key.faults, ...('faults' in query ? query.faults : []), ...body.faults];
  if (faults.length > 0 || 'faults' in query) throw new ProblemError('request.invalid', {faults});

  const hash = requestHash(c.req.path + new URL(c.req.url).search, upload?.bytes ?? text);
  const input = {params, query: query.data, body: body.data, ifMatch, format, upload, entry: null, network: () => networkHash(c)};
  if (entry.writesEntry) {
    // The ledger itself keeps what was asked under which name, for ever.
    const request = {id: key.value.toLowerCase(), hash: entryRequestHash(scope.caller, hash)};
    const reply = await handler(scope, {...input, entry: request} as unknown as Input<R>);
    return rendered(c, render(reply), {isKept: false, isReplay: reply.isReplay === true});
  }
  const result = await inTransaction(scope, (trxScope) =>
    once(trxScope, {route: entry.operationId, key: key.value, hash}, async () => {
      await passProof(c, entry, trxScope);
      const reply = await handler(trxScope, input as unknown as Input<R>);
      if (reply.refused) return {answer: refusal(reply.refused)};
      return {answer: render(reply), ...(entry.holdsSecret && {kept: refusal('code.used')})};
    }),
  );
  if (result.status >= 400)
    throw new ProblemError(result.body as ProblemCode, {headers: result.isReplay ? {'Idempotency-Replayed': 'true'} : {}});
  return rendered(c, result, {isKept: false, isReplay: result.isReplay});
}

/** A problem as it is kept with an Idempotency-Key: its code, since each time it is told with a number of its own. */
function refusal(code: ProblemCode): StoredAnswer {
  return {status: problems[code].status, headers: {}, body: code};
}

function readParams(c: RequestContext, entry: Route): unknown {
  const given = c.req.param() as Record<string, string>;
  const parsed = entry.params.safeParse(given);
  if (parsed.success) return parsed.data;
  const isCommunity = parsed.error.issues.some((issue) => issue.path[0] === 'community');
  throw new ProblemError(isCommunity ? 'community.not-found' : notFoundCode(entry));
}

function notFoundCode(entry: Route): ProblemCode {
  return entry.problems.find((code) => code.endsWith('.not-found') && code !== 'community.not-found') ?? 'route.not-found';
}

async function openScope(c: RequestContext, entry: Route, params: {community?: string}): Promise<Scope> {
  const {database, now: clock, publicUrl} = c.get('services');
  const now = await clock();
  const community = params.community === undefined ? null : await findCommunity(database, params.community);
  if (params.community !== undefined && !community) throw new ProblemError('community.not-found');
  const caller = await findCaller(database, entry, community, c.req.header('Authorization'), now);
  // A region reads across its members; what is written belongs to one of them.
  if (isWrite(entry) && community?.kind === 'region' && !entry.isForRegions) throw new ProblemError('auth.not-allowed');
  return {database, community: community ?? everyCommunity, caller, language: c.get('language'), now, publicUrl};
}

/** Routes that are of no community read nothing of one. */
const everyCommunity: Community = {
  id: '00000000-0000-0000-0000-000000000000',
  slug: '',
  kind: 'region',
  name: '',
  isSample: false,
  timeZone: 'Europe/Amsterdam',
  addressForm: 'je',
  allowedOrigins: [],
  readableIds: [],
};

function readFormat<R extends Route>(
  c: RequestContext,
  entry: R,
  rule: QueryRule<R>,
  now: Date,
): {query: {data: unknown} | {faults: Fault[]}; format: Format} {
  const params = new URL(c.req.url).searchParams;
  const read = readQuery(entry.query, params);
  const faults = [
    ...('faults' in read ? read.faults : []),
    ...unstorableInQuery(params),
    ...rule(('data' in read ? read.data : read.sound) as Partial<z.infer<R['query']>>, now),
  ];
  const query = 'faults' in read || faults.length > 0 ? {faults} : read;
  const [main] = Object.values(entry.answers);
  const asked = 'data' in query ? (query.data as {format?: Format}).format : undefined;
  return {query, format: main ? preferredFormat(main, asked, c.req.header('Accept')) : 'json'};
}

const uuidv7Pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

function requireIdempotencyKey(c: RequestContext, {writesEntry}: Route): {value: string; faults: Fault[]} {
  const value = c.req.header('Idempotency-Key');
  if (!value) throw new ProblemError('idempotency.key-required', {faults: [{header: 'Idempotency-Key', code: 'required'}]});
  if (value.length < 8) return {value, faults: [{header: 'Idempotency-Key', code: 'too-short'}]};
  if (value.length > 64) return {value, faults: [{header: 'Idempotency-Key', code: 'too-long'}]};
  if (writesEntry) return {value, faults: uuidv7Pattern.test(value) ? [] : [{header: 'Idempotency-Key', code: 'format'}]};
  return {value, faults: /^[\x21-\x7e]+$/.test(value) ? [] : [{header: 'Idempotency-Key', code: 'format'}]};
}

const jsonTypes = /^application\/(?:merge-patch\+)?json\s*(?:;|$)/i;

function isCoded(c: RequestContext): boolean {
  return !/^(?:identity)?$/i.test(c.req.header('Content-Encoding') ?? '');
}

async function readBytes(c: RequestContext): Promise<ArrayBuffer> {
  return c.req.arrayBuffer().catch((cause: unknown) => {
    // Who hangs up halfway has sent half a document; nothing is wrong on our side.
    throw (cause as {code?: unknown}).code === 'ECONNRESET' ? new ProblemError('request.malformed', {cause}) : cause;
  });
}

async function readUpload(c: RequestContext, {upload}: Route): Promise<Upload | null> {
  if (!upload) return null;
  const [mediaType = ''] = (c.req.header('Content-Type') ?? '').toLowerCase().split(/\s*;/);
  if (isCoded(c) || !upload.mediaTypes.includes(mediaType)) throw new ProblemError('request.unsupported-media-type');
  return {mediaType, bytes: Buffer.from(await readBytes(c))};
}

async function readText(c: RequestContext, entry: Route): Promise<string> {
  if (!entry.body) return '';
  if (isCoded(c) || !jsonTypes.test(c.req.header('Content-Type') ?? '')) throw new ProblemError('request.unsupported-media-type');
  const bytes = await readBytes(c);
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch (cause) {
    throw new ProblemError('request.malformed', {cause});
  }
}

function readBody(entry: Route, text: string): {data: unknown; faults: Fault[]} {
  if (!entry.body) return {data: null, faults: []};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new ProblemError('request.malformed', {cause});
  }
  const unstorable = unstorableInBody(value);
  const parsed = entry.body.safeParse(value);
  if (parsed.success) return {data: parsed.data, faults: unstorable};
  const faults = faultsOf(parsed.error, value, 'body');
  return {data: null, faults: [...faults, ...unstorable.filter(({pointer}) => faults.every((fault) => fault.pointer !== pointer))]};
}

function renderFile({status, file, headers}: Reply & {file: NonNullable<Reply['file']>}): Rendered {
  return {status, body: file.content, headers: {...headers, 'Content-Type': file.contentType, ETag: entityTag(file.content)}};
}

function render({status, body, revision, headers}: Reply): StoredAnswer {
  const text = JSON.stringify(body);
  return {
    status,
    body: text,
    headers: {...headers, 'Content-Type': headers?.['Content-Type'] ?? mediaTypes.json, ETag: entityTag(text, revision)},
  };
}

type Rendered = Omit<StoredAnswer, 'body'> & {body: string | Uint8Array<ArrayBuffer>};

function rendered(
  c: RequestContext,
  {status, headers, body}: Rendered,
  {isKept, isPersonal = false, isReplay = false}: {isKept: boolean; isPersonal?: boolean; isReplay?: boolean},
): Response {
  // What staff reads is for their eyes: no cache keeps it, and who has it still gets word when it is the same.
  const always = {
    ...headers,
    'Cache-Control': isKept && !isPersonal ? 'no-cache' : 'no-store',
    ...(isReplay && {'Idempotency-Replayed': 'true'}),
  };
  if (isKept) {
    c.header('Vary', 'Accept', {append: true});
    if (isUnchanged(c.req.header('If-None-Match'), headers['ETag'] ?? '')) return c.body(null, 304, always);
  }
  return c.body(body, status as 200, {...always, 'Content-Length': String(Buffer.byteLength(body))});
}

function streamed(c: RequestContext, {text: {contentType, chunks}, headers}: Reply & {text: NonNullable<Reply['text']>}): Response {
  const always = {...headers, 'Content-Type': contentType, 'Cache-Control': 'no-cache', Vary: 'Accept'};
  // Nobody reads what follows the headers of a HEAD: it would begin, and stay open.
  if (c.req.method === 'HEAD') return c.body(null, 200, always);
  const stream = Readable.toWeb(Readable.from(chunks, {objectMode: false})) as ReadableStream;
  return c.body(stream, 200, always);
}
