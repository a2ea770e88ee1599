import type {Format, Route} from '@buurtkit/contract';
import type {MockState} from './mock-state.ts';
import type {SampleKey} from './samples/keys.ts';

/** A request that has been found right: its parts in the types of its route. */
export type Call<R extends Route = Route> = {
  state: MockState;
  params: R['params']['_zod']['output'];
  query: R['query']['_zod']['output'];
  body: R['body'] extends null ? null : NonNullable<R['body']>['_zod']['output'];
  format: Format;
  /** The file, on a route that takes one. */
  upload: {mediaType: string; text: string} | null;
  url: URL;
  /** Somebody of the community itself; null for just anybody. */
  caller: SampleKey | null;
  /** Of a write: what names it. */
  idempotencyKey: string;
  /** Throws when what is changed is no longer what the caller saw. */
  requireUnchanged: (current: unknown) => void;
};

export type Outcome = {
  status: keyof Route['answers'];
  content: unknown;
  /** What the ETag stands for, where that isn't the content itself. */
  version?: unknown;
  headers?: Record<string, string>;
};

export type Operation = {route: Route; answer: (call: Call) => Outcome};

/** Binds an operation to its entry in the route table, so that it sees the types of that entry. */
export function operation<const R extends Route>(route: R, answer: (call: Call<R>) => Outcome): Operation {
  return {route, answer: (call) => answer(call as Call<R>)};
}
