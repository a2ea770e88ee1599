import {
  apiVersion,
  faultsOf,
  isWrite,
  mediaTypes,
  problemDocument,
  readQuery,
  routes,
  type Fault,
  type Format,
  type Language,
  type Route,
} from '@buurtkit/contract';
import {formatFor, languageFor} from './accept.ts';
import {accountOperations} from './answers/accounts.ts';
import {altchaOperations} from './answers/altcha.ts';
import {clusterOperations} from './answers/clusters.ts';
import {communityOperations} from './answers/communities.ts';
import {dataOperations} from './answers/data.ts';
import {eventOperations} from './answers/events.ts';
import {exchangeOperations} from './answers/exchanges.ts';
import {historyOperations} from './answers/history.ts';
import {initiativeOperations} from './answers/initiatives.ts';
import {hoursOperations} from './answers/hours.ts';
import {ledgerOperations} from './answers/ledger.ts';
import {listingOperations} from './answers/listings.ts';
import {minutesHoldOperations} from './answers/minutes-holds.ts';
import {moderationOperations} from './answers/moderation.ts';
import {memberOperations} from './answers/members.ts';
import {opportunityOperations} from './answers/opportunities.ts';
import {partnerOperations} from './answers/partners.ts';
import {paymentRequestOperations} from './answers/payment-requests.ts';
import {peopleOperations} from './answers/people.ts';
import {photoOperations} from './answers/photos.ts';
import {placeOperations} from './answers/places.ts';
import {publicationOperations} from './answers/publications.ts';
import {recurringGiftOperations} from './answers/recurring-gifts.ts';
import {redemptionOperations} from './answers/redemptions.ts';
import {serviceOperations} from './answers/services.ts';
import {sharedPlaceOperations} from './answers/shared-places.ts';
import {sessionOperations} from './answers/sessions.ts';
import {shiftOperations} from './answers/shifts.ts';
import {signupOperations} from './answers/signups.ts';
import {submissionOperations} from './answers/submissions.ts';
import {sourceOperations} from './answers/sources.ts';
import {transferOperations} from './answers/transfers.ts';
import {etagOfText, namesEtag} from './etags.ts';
import {MockProblem} from './mock-problem.ts';
import {sessionOf} from './mock-sessions.ts';
import {communityOf, createState, type MockData, type MockState} from './mock-state.ts';
import type {Call, Operation, Outcome} from './operation.ts';
import {numberedId} from './samples/numbered-id.ts';
import {sampleKeys, type SampleKey} from './samples/keys.ts';

const mebibyte = 1024 * 1024;
const uuidv7 = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i;

const operations: readonly Operation[] = [
  ...altchaOperations,
  ...communityOperations,
  ...initiativeOperations,
  ...eventOperations,
  ...historyOperations,
  ...publicationOperations,
  ...clusterOperations,
  ...placeOperations,
  ...partnerOperations,
  ...serviceOperations,
  ...sharedPlaceOperations,
  ...submissionOperations,
  ...moderationOperations,
  ...peopleOperations,
  ...sourceOperations,
  ...photoOperations,
  ...dataOperations,
  ...opportunityOperations,
  ...shiftOperations,
  ...signupOperations,
  ...hoursOperations,
  ...sessionOperations,
  ...memberOperations,
  ...accountOperations,
  ...transferOperations,
  ...paymentRequestOperations,
  ...minutesHoldOperations,
  ...redemptionOperations,
  ...recurringGiftOperations,
  ...ledgerOperations,
  ...listingOperations,
  ...exchangeOperations,
];

/** Answers requests as the API would: the shapes of its answers and problems, from data in memory. */
export function createMockApi(data: MockData = {}): (request: Request) => Promise<Response> {
  const missing = routes.filter((route) => operations.every((operation) => operation.route !== route));
  if (missing.length > 0) throw new Error(`No handler for ${missing.map(({operationId}) => operationId).join(', ')}.`);

  const state = createState(data);
  return async (request) => {
    const language = languageFor(request.headers.get('Accept-Language'));
    try {
      return await answer(state, request);
    } catch (error) {
      if (!(error instanceof MockProblem)) throw error;
      return problemResponse(state, request, error, language);
    }
  };
}

export function problemResponse(
  {numbers}: Pick<MockState, 'numbers'>,
  {method}: Request,
  {code, details}: MockProblem,
  language: Language,
): Response {
  const {headers, ...rest} = details;
  const problem = problemDocument(code, {language, requestId: numberedId('request', (numbers.request += 1)), ...rest});
  return new Response(method === 'HEAD' ? null : JSON.stringify(problem), {
    status: problem.status,
    headers: {'Content-Type': 'application/problem+json', 'API-Version': apiVersion, ...headers},
  });
}

async function answer(state: MockState, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const {operation, params} = operationFor(request.method, url.pathname);
  const {route} = operation;
  const caller = requireRole(state, route, params['community'], request.headers);
  if (params['community'] !== undefined) communityOf(state, params['community']);

  const query = readQuery(route.query, url.searchParams);
  if (!isWrite(route)) {
    const {value: body, faults} = route.body ? readBody(route, await readText(request)) : {value: null, faults: []};
    if ('faults' in query) throw new MockProblem('request.invalid', {faults: [...query.faults, ...faults]});
    if (faults.length > 0) throw new MockProblem('request.invalid', {faults});
    return conditional(
      request,
      respond(operation, {state, params, query: query.data, body, upload: null, url, caller, idempotencyKey: ''}, request),
    );
  }

  const idempotencyKey = request.headers.get('Idempotency-Key');
  if (idempotencyKey === null || idempotencyKey.length < 8 || idempotencyKey.length > 64) throw new MockProblem('idempotency.key-required');
  const upload = await readUpload(route, request);
  const text = upload?.text ?? (route.body ? await readText(request) : '');
  const name = JSON.stringify([caller?.key, route.operationId, params, idempotencyKey]);
  const before = state.answered.get(name);
  if (before && before.request !== url.search + text) throw new MockProblem('idempotency.key-reused');
  if (before && route.holdsSecret) throw new MockProblem('code.used', {headers: {'Idempotency-Replayed': 'true'}});
  if (before) return new Response(before.text, {status: before.status, headers: {...before.headers, 'Idempotency-Replayed': 'true'}});

  const {value: body, faults} = route.body ? readBody(route, text) : {value: null, faults: []};
  const isNoEntryId = route.writesEntry === true && !uuidv7.test(idempotencyKey);
  const allFaults: Fault[] = [
    ...(isNoEntryId ? [{header: 'Idempotency-Key', code: 'format' as const}] : []),
    ...('faults' in query ? query.faults : []),
    ...faults,
  ];
  if ('faults' in query || allFaults.length > 0) throw new MockProblem('request.invalid', {faults: allFaults});
  const {
    status,
    headers,
    text: answered,
  } = respond(operation, {state, params, query: query.data, body, upload, url, caller, idempotencyKey}, request);
  state.answered.set(name, {request: url.search + text, status, headers, text: answered});
  return new Response(answered, {status, headers});
}

/** The entry of the route table for an address: its method comes after its path, so that a wrong one is told apart. */
function operationFor(method: string, pathname: string): {operation: Operation; params: Record<string, string>} {
  const path = pathname.slice(pathname.indexOf('/v1/') + 3);
  const candidates = operations.flatMap((operation) => {
    const params = paramsOf(operation.route, path);
    return params ? [{operation, params}] : [];
  });
  if (candidates.length === 0) throw new MockProblem('route.not-found');
  const wanted = method === 'HEAD' ? 'get' : method.toLowerCase();
  const found = candidates.find(({operation}) => operation.route.method === wanted);
  if (found) return found;
  const allowed = candidates.flatMap(({operation}) =>
    operation.route.method === 'get' ? ['GET', 'HEAD'] : [operation.route.method.toUpperCase()],
  );
  throw new MockProblem('request.method-not-allowed', {headers: {Allow: allowed.join(', ')}});
}

function paramsOf(route: Route, path: string): Record<string, string> | null {
  const template = route.path.split('/');
  const segments = path.split('/');
  if (template.length !== segments.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of template.entries()) {
    const segment = segments[index]!;
    if (part.startsWith('{') && segment !== '') params[part.slice(1, -1)] = decoded(segment);
    else if (part !== segment) return null;
  }
  return params;
}

/** What is no valid percent-encoding names nothing. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new MockProblem('route.not-found');
  }
}

function requireRole(state: MockState, route: Route, community: string | undefined, headers: Headers): SampleKey | null {
  if (route.isForStrangers) return null;
  const [, secret] = /^Bearer (\S+)$/.exec(headers.get('Authorization') ?? '') ?? [];
  const caller = sessionOf(state, secret) ?? Object.values<SampleKey>(sampleKeys).find(({key, memberId}) => key === secret && !memberId);
  if (route.roles === 'public') return caller?.community === community ? (caller ?? null) : null;
  if (!caller) throw new MockProblem('auth.required', {headers: {'WWW-Authenticate': 'Bearer'}});
  if (caller.community !== community || !route.roles.includes(caller.role)) throw new MockProblem('auth.not-allowed');
  if (route.needsPerson && !caller.memberId) throw new MockProblem('auth.not-allowed');
  return caller;
}

async function readUpload({upload}: Route, request: Request): Promise<{mediaType: string; text: string} | null> {
  if (!upload) return null;
  const [mediaType = ''] = (request.headers.get('Content-Type') ?? '').toLowerCase().split(/\s*;/);
  if (!upload.mediaTypes.includes(mediaType)) throw new MockProblem('request.unsupported-media-type');
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > upload.maxBytes) throw new MockProblem('request.too-large');
  return {mediaType, text: new TextDecoder().decode(bytes)};
}

async function readText(request: Request): Promise<string> {
  const [mediaType] = (request.headers.get('Content-Type') ?? '').split(';');
  if (mediaType!.trim().toLowerCase() !== 'application/json') throw new MockProblem('request.unsupported-media-type');
  const text = await request.text();
  if (new TextEncoder().encode(text).byteLength > mebibyte) throw new MockProblem('request.too-large');
  return text;
}

function readBody({body: schema}: Route, text: string): {value: unknown; faults: Fault[]} {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new MockProblem('request.malformed');
  }
  const result = schema!.safeParse(value);
  return result.success ? {value: result.data, faults: []} : {value, faults: faultsOf(result.error, value, 'body')};
}

type Rendered = {status: number; headers: Record<string, string>; text: string};

function respond(
  {route, answer: operate}: Operation,
  parts: Pick<Call, 'state' | 'body' | 'upload' | 'url' | 'caller' | 'idempotencyKey'> & {
    params: Record<string, string>;
    query: Record<string, unknown>;
  },
  request: Request,
): Rendered {
  const format = formatFor(route, parts.query['format'] as Format | undefined, request.headers.get('Accept'));
  const ifMatch = request.headers.get('If-Match');
  if (route.needsIfMatch && ifMatch === null) {
    throw new MockProblem('precondition.required', {faults: [{header: 'If-Match', code: 'required'}]});
  }
  const requireUnchanged = (current: unknown) => {
    if (!namesEtag(ifMatch ?? '', etagOfText(JSON.stringify(current)))) throw new MockProblem('revision.changed');
  };
  return rendered(operate({...parts, format, requireUnchanged}), format);
}

function rendered({status, content, version = content, headers}: Outcome, format: Format): Rendered {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return {
    status,
    text,
    headers: {
      'Content-Type': format === 'csv' ? 'text/csv; charset=utf-8' : mediaTypes[format],
      'API-Version': apiVersion,
      ETag: etagOfText(typeof version === 'string' ? version : JSON.stringify(version)),
      ...headers,
    },
  };
}

/** A read, or word that it hasn't changed since the caller had it. */
function conditional({method, headers: asked}: Request, {status, headers, text}: Rendered): Response {
  const {ETag: etag = '', 'Content-Type': _, ...others} = headers;
  if (namesEtag(asked.get('If-None-Match') ?? '', etag)) return new Response(null, {status: 304, headers: {ETag: etag, ...others}});
  return new Response(method === 'HEAD' ? null : text, {status, headers});
}
