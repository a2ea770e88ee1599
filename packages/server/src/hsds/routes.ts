import {idSchema, readQuery} from '@buurtkit/contract';
import {Hono} from 'hono';
import {refuseOtherMethods} from '../http/bind-route.ts';
import type {Env, RequestContext} from '../http/request-context.ts';
import {entityTag, isUnchanged} from '../http/revisions.ts';
import {unstorableInQuery} from '../http/unstorable-text.ts';
import {pageScope} from '../pages/page-scope.ts';
import {ProblemError} from '../problem-error.ts';
import type {Scope} from '../scope.ts';
import {knownTerms} from './hsds-file.ts';
import {hsdsOpenApi} from './openapi.ts';
import {
  getHsdsService,
  getOrganization,
  getServiceAtLocation,
  hsdsPage,
  hsdsQuerySchema,
  listHsdsServices,
  listOrganizations,
  listServiceAtLocations,
  offsetOf,
  type HsdsQuery,
} from './pages.ts';
import {taxonomies} from './taxonomies.ts';

const root = '/v1/communities/:community/hsds';

type Collection = {
  list(scope: Scope, query: HsdsQuery): Promise<object>;
  get(scope: Scope, id: string): Promise<object | null>;
};

/** The terms of our own vocabularies: few enough to hold. */
function known(items: () => readonly {id: string}[]): Collection {
  return {
    list: async (_scope, query) => {
      const all = items().toSorted((one, other) => (one.id < other.id ? -1 : 1));
      const {limit, offset} = offsetOf(query);
      return hsdsPage(all.slice(offset, offset + limit), all.length, query);
    },
    get: async (_scope, id) => items().find((item) => item.id === id) ?? null,
  };
}

const collections: Record<string, Collection> = {
  organizations: {list: listOrganizations, get: getOrganization},
  services: {list: listHsdsServices, get: getHsdsService},
  service_at_locations: {list: listServiceAtLocations, get: getServiceAtLocation},
  taxonomies: known(taxonomies),
  taxonomy_terms: known(knownTerms),
};

/** The directory as Open Referral HSDS 3.0 has it; next to our own API, so its addresses are not in our route table. */
export function hsdsRoutes(): Hono<Env> {
  const app = new Hono<Env>();
  // The specification's own address of it ends in a slash.
  for (const address of [root, `${root}/`])
    app.get(address, async (c) => answer(c, aboutOf(await pageScope(c, c.req.param('community') ?? ''))));
  app.get(`${root}/openapi.json`, async (c) => {
    const {community, publicUrl} = await pageScope(c, c.req.param('community'));
    return answer(c, hsdsOpenApi(`${publicUrl}/v1/communities/${community.slug}/hsds`));
  });
  for (const address of [root, `${root}/`, `${root}/openapi.json`]) refuseOtherMethods(app, address, ['GET', 'HEAD']);

  for (const [name, collection] of Object.entries(collections)) {
    app.get(`${root}/${name}`, async (c) => {
      const scope = await pageScope(c, c.req.param('community'));
      return answer(c, await collection.list(scope, queryOf(c)));
    });
    app.get(`${root}/${name}/:id`, async (c) => {
      const scope = await pageScope(c, c.req.param('community'));
      const id = idSchema.safeParse(c.req.param('id'));
      const found = id.success ? await collection.get(scope, id.data.toLowerCase()) : null;
      if (!found) throw new ProblemError('route.not-found');
      return answer(c, found);
    });
    for (const address of [`${root}/${name}`, `${root}/${name}/:id`]) refuseOtherMethods(app, address, ['GET', 'HEAD']);
  }
  return app;
}

function aboutOf({community, publicUrl}: Scope) {
  return {
    version: '3.0',
    profile: 'https://docs.openreferral.org/en/3.0/hsds/',
    openapi_url: `${publicUrl}/v1/communities/${community.slug}/hsds/openapi.json`,
  };
}

function queryOf(c: RequestContext): HsdsQuery {
  const params = new URL(c.req.url).searchParams;
  const query = readQuery(hsdsQuerySchema, params);
  const faults = [...('faults' in query ? query.faults : []), ...unstorableInQuery(params)];
  if ('faults' in query || faults.length > 0) throw new ProblemError('request.invalid', {faults});
  return query.data;
}

function answer(c: RequestContext, content: object): Response {
  const body = JSON.stringify(content);
  const headers = {'Content-Type': 'application/json', 'Cache-Control': 'no-cache', ETag: entityTag(body)};
  return isUnchanged(c.req.header('If-None-Match'), headers.ETag) ? c.body(null, 304, headers) : c.body(body, 200, headers);
}
