import type {ApiUnderTest, ShapeCase} from './shape-suite/api-under-test.ts';
import {elsewhereCases} from './shape-suite/elsewhere.ts';
import {eventCases} from './shape-suite/events.ts';
import {everyRoute} from './shape-suite/every-route.ts';
import {initiativeCases} from './shape-suite/initiatives.ts';
import {timeCreditCases} from './shape-suite/time-credits.ts';
import {whereCases} from './shape-suite/where.ts';

export type {ApiUnderTest, ShapeCase} from './shape-suite/api-under-test.ts';
export type {RouteExample} from './shape-suite/route-example.ts';
export {askExample, exampleOf} from './shape-suite/route-examples.ts';

/**
 * What any implementation of the API has to do on the outside: status, headers, schemas, problems for bad input, replay and
 * paging, for every route of the contract. Free of any test framework.
 *
 * @example
 * for (const {name, run} of shapeSuite({origin: 'http://localhost:8787', community, region, keys})) test(name, run);
 */
export function shapeSuite(api: ApiUnderTest): ShapeCase[] {
  return [
    ...everyRoute(api),
    ...initiativeCases(api),
    ...whereCases(api),
    ...eventCases(api),
    ...timeCreditCases(api),
    ...elsewhereCases(api),
  ];
}
