import {routes, type Route} from '@buurtkit/contract';
import {absentSlug, ask, checkAnswer, freshName, type Answered, type ApiUnderTest, type Ask} from './api-under-test.ts';
import {check} from './checks.ts';

/** A request to a route that goes well. */
export type RouteExample = {status: keyof Route['answers']; path: string; ask: Ask};

export const newInitiative = (name: string) => ({name, kind: 'other', summary: {nl: 'Gemaakt door een proef.'}});

export function routeNamed(operationId: string): Route {
  const route = routes.find((one) => one.operationId === operationId);
  check(route !== undefined, `The route table has ${operationId}`);
  return route;
}

export async function anInitiative(
  api: ApiUnderTest,
): Promise<{path: string; slug: string; etag: string; content: Record<string, unknown>}> {
  const listPath = `/communities/${api.community}/initiatives`;
  const created = await ask(api, 'POST', listPath, {body: newInitiative(freshName('Proef'))});
  const {slug} = checkAnswer(created, routeNamed('createInitiative'), 201) as {slug: string};
  const path = `${listPath}/${slug}`;
  const got = await ask(api, 'GET', path);
  return {path, slug, etag: got.headers.get('ETag') ?? '', content: got.json() as Record<string, unknown>};
}

async function theCommunity(api: ApiUnderTest): Promise<{path: string; etag: string}> {
  const path = `/communities/${api.community}`;
  return {path, etag: (await ask(api, 'GET', path)).headers.get('ETag') ?? ''};
}

/** A read that is a POST, since what it asks is private, takes no key of any kind. */
const withoutKeys = {key: null, idempotencyKey: null};

/** Per route a request that goes well; a new route has none yet, and the suite refuses to begin. */
const examples: Record<string, (api: ApiUnderTest) => Promise<RouteExample>> = {
  listCommunities: async () => ({status: 200, path: '/communities', ask: {}}),
  getCommunity: async ({community}) => ({status: 200, path: `/communities/${community}`, ask: {}}),
  changeCommunity: async (api) => {
    const {path, etag} = await theCommunity(api);
    return {status: 200, path, ask: {headers: {'If-Match': etag}, body: {look: {corner: 'round'}}}};
  },
  listInitiatives: async ({community}) => ({status: 200, path: `/communities/${community}/initiatives`, ask: {}}),
  getInitiative: async (api) => ({status: 200, path: (await anInitiative(api)).path, ask: {}}),
  createInitiative: async ({community}) => ({
    status: 201,
    path: `/communities/${community}/initiatives`,
    ask: {
      body: {
        ...newInitiative(freshName('Proef')),
        story: [{title: {nl: 'Het begin'}, text: {nl: 'Wij begonnen met koffie.', en: 'We began with coffee.'}}],
      },
    },
  }),
  changeInitiative: async (api) => {
    const {path, etag} = await anInitiative(api);
    return {status: 200, path, ask: {headers: {'If-Match': etag}, body: {stage: 'paused'}}};
  },
  listEvents: async (api) => {
    await anInitiative(api);
    return {status: 200, path: `/communities/${api.community}/events`, ask: {}};
  },
  listInitiativeClusters: async ({community}) => ({
    status: 200,
    path: `/communities/${community}/initiative-clusters?bbox=3,50,8,54&zoom=8`,
    ask: {},
  }),
  suggestPlaces: async ({community}) => ({
    status: 200,
    path: `/communities/${community}/geo-suggestions`,
    ask: {...withoutKeys, body: {q: 'holwierde', limit: 5}},
  }),
  nameLocation: async ({community}) => ({
    status: 200,
    path: `/communities/${community}/geo-reverse`,
    ask: {...withoutKeys, body: {location: {type: 'Point', coordinates: [6.872, 53.358]}}},
  }),
};

export function exampleOf({operationId}: Route, api: ApiUnderTest): Promise<RouteExample> {
  return examples[operationId]!(api);
}

export function askExample(api: ApiUnderTest, {method}: Route, {path, ask: asked}: RouteExample, more: Ask = {}): Promise<Answered> {
  return ask(api, method.toUpperCase(), path, {...asked, ...more, headers: {...asked.headers, ...more.headers}});
}

/** The addresses below which a route has a community, with one that isn't there. */
export function inAbsentCommunity(path: string, {community}: ApiUnderTest): string {
  return path.replace(`/communities/${community}`, `/communities/${absentSlug}`);
}

export function requireExamples(): void {
  const missing = routes.filter(({operationId}) => !(operationId in examples));
  check(missing.length === 0, `The shape suite has no example for ${missing.map(({operationId}) => operationId).join(', ')}`);
}
