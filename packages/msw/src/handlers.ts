import {routes} from '@buurtkit/contract';
import {http, type HttpHandler} from 'msw';
import {createMockApi} from './mock-api.ts';
import type {MockData} from './mock-state.ts';

/** Which API is answered for, and from what data. */
export type HandlerOptions = MockData & {
  /** Origin of the API, such as `https://api.example.nl`; left out, every origin's `/v1`. */
  api?: string | undefined;
};

export function baseOf(api = '*'): string {
  return `${api.replace(/\/+$/, '').replace(/\/v1$/, '')}/v1`;
}

/**
 * Handlers for every route of the API, and for what has no route. They keep data of their own: what one set of handlers is
 * told to change, another doesn't see.
 *
 * @throws {Error} when the contract has a route that no handler answers.
 * @example
 * const server = setupServer(...handlers({api: 'https://api.example.nl'}));
 * server.listen({onUnhandledFrame: 'error'});
 */
export function handlers({api, ...data}: HandlerOptions = {}): HttpHandler[] {
  const base = baseOf(api);
  const answer = createMockApi(data);
  return [
    ...routes.map(({method, path}) => http[method](`${base}${path.replaceAll(/\{(\w+)\}/g, ':$1')}`, ({request}) => answer(request))),
    http.all(`${base}/*`, ({request}) => answer(request)),
  ];
}
