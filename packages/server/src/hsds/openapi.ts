import {problems} from '@buurtkit/contract';
import * as z from 'zod/mini';
import {hsdsQueries, organizationQuerySchema} from './query.ts';

const schemas = 'https://raw.githubusercontent.com/openreferral/specification/3.0/schema/compiled';

const things = [
  {path: 'organizations', of: 'organisations: partners and residents’ initiatives', schema: 'organization'},
  {path: 'services', of: 'services', schema: 'service'},
  {path: 'service_at_locations', of: 'services at their locations', schema: 'service_at_location'},
  {path: 'taxonomies', of: 'vocabularies', schema: null},
  {path: 'taxonomy_terms', of: 'terms of the vocabularies', schema: null},
] as const;

function parametersOf({shape}: z.ZodMiniObject) {
  return Object.entries(shape).map(([name, field]) => {
    const {$schema: _, description, ...schema} = z.toJSONSchema(field as z.ZodMiniType);
    return {name, in: 'query', description, schema};
  });
}

const id = {name: 'id', in: 'path', required: true, description: 'The id of the thing.', schema: {type: 'string', format: 'uuid'}};

function problem(status: number) {
  const codes = (['request.invalid', 'route.not-found'] as const).filter((code) => problems[code].status === status);
  return {
    description: codes.map((code) => problems[code].title.en).join('; '),
    content: {'application/problem+json': {schema: {type: 'object', properties: {code: {type: 'string'}, detail: {type: 'string'}}}}},
  };
}

function pageOf(items: object) {
  const integer = {type: 'integer'};
  const boolean = {type: 'boolean'};
  return {
    type: 'object',
    required: ['total_items', 'total_pages', 'page_number', 'size', 'first_page', 'last_page', 'empty', 'contents'],
    properties: {
      total_items: integer,
      total_pages: integer,
      page_number: integer,
      size: integer,
      first_page: boolean,
      last_page: boolean,
      empty: boolean,
      contents: {type: 'array', items},
    },
  };
}

/** What the HSDS side of a community answers; the schemas are those of Open Referral, at their own address. */
export function hsdsOpenApi(serverUrl: string) {
  const ok = (description: string, schema: object) => ({description, content: {'application/json': {schema}}});
  const paths = things.flatMap(({path, of, schema}) => {
    const item = schema ? {$ref: `${schemas}/${schema}.json`} : {type: 'object', required: ['id', 'name', 'description']};
    return [
      [
        `/${path}`,
        {
          get: {
            operationId: `list_${path}`,
            summary: `All ${of}`,
            parameters: parametersOf(hsdsQueries[path]),
            responses: {200: ok('A page.', pageOf(item)), 400: problem(400)},
          },
        },
      ],
      [
        `/${path}/{id}`,
        {
          get: {
            operationId: `get_${path}`,
            summary: `One of the ${of}`,
            parameters: [id, ...(path === 'organizations' ? parametersOf(organizationQuerySchema) : [])],
            responses: {200: ok('The thing.', item), 404: problem(404)},
          },
        },
      ],
    ] as const;
  });
  return {
    openapi: '3.1.1',
    info: {title: 'Buurtkit: HSDS', version: '3.0', description: 'The directory as Open Referral HSDS 3.0 has it.'},
    externalDocs: {url: 'https://docs.openreferral.org/en/3.0/hsds/'},
    servers: [{url: serverUrl}],
    paths: {
      '/': {
        get: {
          operationId: 'about',
          summary: 'Which version this is',
          responses: {200: ok('The version.', {type: 'object', required: ['version', 'profile', 'openapi_url']})},
        },
      },
      ...Object.fromEntries(paths),
    },
  };
}
