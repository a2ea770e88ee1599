import {routes, type Route} from '@buurtkit/contract';
import type {Ask} from './api-under-test.ts';
import {check} from './checks.ts';

/** A request to a route that goes well. */
export type RouteExample = {
  status: keyof Route['answers'];
  path: string;
  ask: Ask;
  /** What makes it another request that is right too, where that isn't another name. */
  different?: object;
};

export function routeNamed(operationId: string): Route {
  const route = routes.find((one) => one.operationId === operationId);
  check(route !== undefined, `The route table has ${operationId}`);
  return route;
}
