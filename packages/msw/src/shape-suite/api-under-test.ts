import {
  apiVersion,
  faultTexts,
  problems,
  problemSchema,
  type Fault,
  type Format,
  type Language,
  type Problem,
  type ProblemCode,
  type Route,
} from '@buurtkit/contract';
import {check, checkEqual} from './checks.ts';

/** The API to look at. The suite adds initiatives to `community`, so give it one to play with. */
export type ApiUnderTest = {
  /** Where it is: `http://localhost:8787`. */
  origin: string;
  /** Instead of the global `fetch`. */
  fetch?: ((request: Request) => Response | Promise<Response>) | undefined;
  /** Slug of a community that isn't a region, with at least one initiative. */
  community: string;
  /** Slug of a region that has it among its members, with at least three initiatives. */
  region: string;
  /** Of `community`, unless told. */
  keys: {
    admin: string;
    coordinator: string;
    /** A key of this role, with nobody behind it. */
    member: string;
    /** An organiser's, of an initiative. */
    initiative: string;
    /** An organiser's, of an organisation. */
    partner: string;
    /** The session token of somebody who is signed in. */
    person: string;
    /** An administrator's of another community. */
    elsewhere: string;
  };
  /** The code in the mail that just went to this address. */
  signInCode: (email: string) => Promise<string>;
  /** A new ID token from an issuer that `community` trusts. */
  idToken: () => Promise<string>;
  /** Has something sent in that waits for a moderator of `community`, confirmed by its author, and gives its id. */
  submission: () => Promise<string>;
};

export type Ask = {
  headers?: Record<string, string>;
  body?: unknown;
  rawBody?: string | Uint8Array<ArrayBuffer>;
  key?: string | null;
  idempotencyKey?: string | null;
};
export type Answered = {status: number; headers: Headers; text: string; json: () => unknown};

/** One thing that an API has to do. `run` throws when it doesn't. */
export type ShapeCase = {name: string; run: () => Promise<void>};

export const absentSlug = 'bestaat-hier-niet';

/** A name that no other run has used. */
export function freshName(prefix: string): string {
  return `${prefix}-${crypto.randomUUID()}`;
}

/** An Idempotency-Key that is good for every write: a UUIDv7 by its form. */
export function freshKey(): string {
  const id = crypto.randomUUID();
  return `${id.slice(0, 14)}7${id.slice(15)}`;
}

/** Asks as a client would; a write gets a key and an Idempotency-Key unless they are null. */
export async function ask(
  api: ApiUnderTest,
  method: string,
  path: string,
  {headers = {}, body, rawBody, key, idempotencyKey}: Ask = {},
): Promise<Answered> {
  const isWrite = !['GET', 'HEAD'].includes(method);
  const content = rawBody ?? (body === undefined ? undefined : JSON.stringify(body));
  const bearer = key === undefined && isWrite ? api.keys.admin : key;
  const once = idempotencyKey === undefined && isWrite ? freshKey() : idempotencyKey;
  const request = new Request(`${api.origin}/v1${path}`, {
    method,
    headers: {
      ...(content !== undefined && {'Content-Type': 'application/json'}),
      ...(bearer && {Authorization: `Bearer ${bearer}`}),
      ...(once && {'Idempotency-Key': once}),
      ...headers,
    },
    ...(content !== undefined && {body: content}),
  });
  const response = await (api.fetch ?? globalThis.fetch)(request);
  const bytes = await response.arrayBuffer();
  const text = new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes);
  checkEqual(response.headers.get('API-Version'), apiVersion, `API-Version of ${method} ${path}`);
  return {status: response.status, headers: response.headers, text, json: () => JSON.parse(text) as unknown};
}

/** Checks an answer against its entry in the route table: status, media type, and no property more or less than its schema. */
export function checkAnswer(answered: Answered, route: Route, status: keyof Route['answers'], format: Format = 'json'): unknown {
  checkEqual(answered.status, status, `Status of ${route.operationId} (${answered.text.slice(0, 300)})`);
  const schema = route.answers[status]?.content[format];
  const content = answered.json();
  const result = schema!.safeParse(content);
  check(result.success, `${route.operationId} answers what its schema refuses: ${result.error?.message}`);
  checkEqual(content, result.data, `${route.operationId} answers what its schema doesn't know`);
  return content;
}

/** Checks that an answer is this problem, in this language, and names these faults among its errors, with nothing unknown in it. */
export function checkProblem(
  answered: Answered,
  code: ProblemCode,
  {faults = [], language = 'nl'}: {faults?: Fault[]; language?: Language} = {},
): Problem {
  const {status, title, detail} = problems[code];
  checkEqual(answered.status, status, `Status of ${code} (${answered.text.slice(0, 300)})`);
  checkEqual(mediaType(answered), 'application/problem+json', 'Content-Type of a problem');
  const problem = problemSchema.parse(answered.json());
  checkEqual(answered.json(), problem, 'A problem');
  const {type, code: actual, status: own, requestId} = problem;
  checkEqual({type, code: actual, own}, {type: `/problems/${code}`, code, own: status}, 'A problem');
  checkEqual({title: problem.title, detail: problem.detail}, {title: title[language], detail: detail[language]}, 'The texts of a problem');
  check(requestId.length > 0, 'A problem has a requestId');
  const errors = problem.errors ?? [];
  for (const fault of faults) {
    const found = errors.some(
      (error) =>
        error.code === fault.code &&
        error.pointer === fault.pointer &&
        error.parameter === fault.parameter &&
        error.header === fault.header,
    );
    check(found, `${code} names ${JSON.stringify(fault)}, but it said ${JSON.stringify(errors)}`);
  }
  for (const error of errors) checkEqual(error.detail, faultTexts[error.code][language], 'The text of a fault');
  return problem;
}

export function mediaType({headers}: Answered): string {
  return (headers.get('Content-Type') ?? '').split(';')[0]!.trim();
}
