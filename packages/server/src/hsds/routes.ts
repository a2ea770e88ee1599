import {idSchema, readQuery} from '@buurtkit/contract';
import {Hono} from 'hono';
import type * as z from 'zod/mini';
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
  listHsdsServices,
  listOrganizations,
  listServiceAtLocations,
  offsetOf,
} from './pages.ts';
import {hsdsQueries, organizationQuerySchema, type HsdsQueries} from './query.ts';
import {taxonomies, type TaxonomyTerm} from './taxonomies.ts';

const root = '/v1/communities/:community/hsds';

type Collection = {
  list(scope: Scope, params: URLSearchParams): Promise<object>;
  get(scope: Scope, id: string, params: URLSearchParams): Promise<object | null>;
};

function answering<Name extends keyof HsdsQueries>(
  name: Name,
  list: (scope: Scope, query: HsdsQueries[Name]) => Promise<object>,
  get: Collection['get'],
): Collection {
  return {list: (scope, params) => list(scope, queryOf(hsdsQueries[name], params)), get};
}

/** The terms of our own vocabularies: few enough to hold. */
function known<Name extends 'taxonomies' | 'taxonomy_terms'>(
  name: Name,
  items: (query: HsdsQueries[Name]) => readonly {id: string; name: string; description: string}[],
): Collection {
  const list = async (_scope: Scope, query: HsdsQueries[Name]) => {
    const words = (query.search ?? '').toLowerCase().split(/\s+/);
    const found = items(query).filter((item) => words.every((word) => `${item.name} ${item.description}`.toLowerCase().includes(word)));
    const all = found.toSorted((one, other) => (one.id < other.id ? -1 : 1));
    const {limit, offset} = offsetOf(query);
    return hsdsPage(all.slice(offset, offset + limit), all.length, query);
  };
  return answering(name, list, async (_scope, id) => items({}).find((item) => item.id === id) ?? null);
}

function termsOf({taxonomy_id: taxonomy, parent_id: parent}: HsdsQueries['taxonomy_terms']): TaxonomyTerm[] {
  if (parent !== undefined) return [];
  return knownTerms().filter((term) => taxonomy === undefined || term.taxonomy_id === taxonomy.toLowerCase());
}

const collections: Record<string, Collection> = {
  organizations: answering('organizations', listOrganizations, (scope, id, params) =>
    getOrganization(scope, id, queryOf(organizationQuerySchema, params)),
  ),
  services: answering('services', listHsdsServices, getHsdsService),
  service_at_locations: answering('service_at_locations', listServiceAtLocations, getServiceAtLocation),
  taxonomies: known('taxonomies', taxonomies),
  taxonomy_terms: known('taxonomy_terms', termsOf),
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
      return answer(c, await collection.list(scope, paramsOf(c)));
    });
    app.get(`${root}/${name}/:id`, async (c) => {
      const scope = await pageScope(c, c.req.param('community'));
      const id = idSchema.safeParse(c.req.param('id'));
      const found = id.success ? await collection.get(scope, id.data.toLowerCase(), paramsOf(c)) : null;
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

const paramsOf = (c: RequestContext) => new URL(c.req.url).searchParams;

function queryOf<Schema extends z.ZodMiniObject>(schema: Schema, params: URLSearchParams): z.infer<Schema> {
  const query = readQuery(schema, params);
  const faults = [...('faults' in query ? query.faults : []), ...unstorableInQuery(params)];
  if ('faults' in query || faults.length > 0) throw new ProblemError('request.invalid', {faults});
  return query.data;
}

function answer(c: RequestContext, content: object): Response {
  const body = JSON.stringify(content);
  const headers = {'Content-Type': 'application/json', 'Cache-Control': 'no-cache', ETag: entityTag(body)};
  return isUnchanged(c.req.header('If-None-Match'), headers.ETag) ? c.body(null, 304, headers) : c.body(body, 200, headers);
}
