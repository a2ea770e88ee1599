import * as z from 'zod/mini';
import {createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject, type ZodOpenApiResponseObject} from 'zod-openapi';
import {apiVersion} from './api-version.ts';
import {problems, problemSchema, type ProblemCode} from './problems.ts';
import {routes} from './routes.ts';
import {isWrite, mediaTypes, type Answer, type Format, type Route} from './routes/route.ts';

export {apiVersion};

const tags = [
  {name: 'communities', description: 'Gemeenschappen: gemeenten, corporaties en regio’s.'},
  {name: 'initiatives', description: 'Initiatieven van bewoners.'},
  {name: 'partners', description: 'Organisaties: de sociale kaart.'},
  {name: 'services', description: 'Voorzieningen: wat organisaties voor bewoners doen.'},
  {name: 'places', description: 'Adressen, gebouwen en plekken op de kaart.'},
  {name: 'photos', description: 'Foto’s bij initiatieven.'},
  {name: 'publications', description: 'Uitgaven met verhalen van initiatieven, en het nieuws.'},
  {name: 'writing', description: 'Wat wie zonder sleutel schrijft meestuurt.'},
  {name: 'data', description: 'Gegevens die in het groot in en uit gaan.'},
  {name: 'sessions', description: 'Inloggen en uitloggen.'},
  {name: 'members', description: 'Deelnemers: wie een rekening heeft.'},
  {name: 'exchange', description: 'Vraag en aanbod: hulp tussen deelnemers.'},
  {name: 'events', description: 'Wat er verandert, om eigen gegevens bij te houden.'},
];

const versionHeader = {
  description: 'De volledige versie van deze API (ADR 2.2, /core/version-header).',
  required: true,
  schema: {type: 'string' as const, examples: [apiVersion]},
};

const linkHeader = {
  description: 'De volgende pagina (RFC 8288).',
  schema: {type: 'string' as const, examples: ['</v1/…?cursor=…>; rel="next"']},
};
const etagHeader = {description: 'De versie van dit antwoord (RFC 9110).', schema: {type: 'string' as const, examples: ['"3-9f86d081"']}};

/** Problems that every route can give, by what it is. */
function generalProblems(route: Route): ProblemCode[] {
  return [
    'request.invalid',
    'request.method-not-allowed',
    'request.not-acceptable',
    'request.rate-limited',
    'server.unexpected',
    'server.unavailable',
    ...(route.roles === 'public' ? [] : (['auth.required', 'auth.not-allowed'] as const)),
    ...(route.body || route.upload ? (['request.malformed', 'request.too-large', 'request.unsupported-media-type'] as const) : []),
    ...(isWrite(route) ? (['idempotency.key-required', 'idempotency.key-reused', 'idempotency.in-flight'] as const) : []),
    ...(route.needsIfMatch ? (['precondition.required', 'revision.changed'] as const) : []),
  ];
}

function problemResponses(route: Route): Record<string, ZodOpenApiResponseObject> {
  const codes = [...new Set([...generalProblems(route), ...route.problems])];
  const byStatus = Map.groupBy(codes, (code) => problems[code].status);
  return Object.fromEntries(
    [...byStatus]
      .sort(([one], [other]) => one - other)
      .map(([status, ofStatus]) => [
        String(status),
        {
          description: `${ofStatus.map((code) => problems[code].title.nl).join('; ')} (${ofStatus.join(', ')}).`,
          headers: {'API-Version': versionHeader},
          content: {'application/problem+json': {schema: problemSchema}},
        },
      ]),
  );
}

/** What the forms without a JSON schema are. */
const withoutSchema: Partial<Record<Format, string>> = {
  json: 'Open Referral HSDS 3.0.',
  geojson: 'GeoJSON (RFC 7946).',
  jsonld: 'JSON-LD (schema.org).',
  csv: 'CSV (RFC 4180): komma’s, UTF-8 met BOM, CRLF.',
  atom: 'Atom (RFC 4287).',
  ics: 'iCalendar (RFC 5545).',
  epub: 'EPUB 3.',
  pdf: 'PDF met labels (PDF/UA).',
  ndjson: 'Per regel een JSON-object.',
};

function answerResponse(route: Route, status: string, answer: Answer): ZodOpenApiResponseObject {
  const content = Object.fromEntries(
    Object.entries(answer.content).map(([format, schema]) => [
      mediaTypes[format as Format],
      schema ? {schema} : {schema: z.string().check(z.meta({description: withoutSchema[format as Format] ?? ''}))},
    ]),
  );
  return {
    description: answer.description,
    headers: {
      'API-Version': versionHeader,
      ETag: etagHeader,
      ...(status === '201' && {
        Location: {description: 'Het adres van wat gemaakt is.', schema: {type: 'string' as const, format: 'uri-reference'}},
      }),
      ...('cursor' in route.query.shape && {Link: linkHeader}),
    },
    content,
  };
}

function operation(route: Route): ZodOpenApiOperationObject {
  const headers = {
    ...(isWrite(route) && {
      'Idempotency-Key': z.string().check(
        z.minLength(8),
        z.maxLength(64),
        z.meta({
          description: 'Een eigen sleutel per wijziging: een herhaling krijgt hetzelfde antwoord.',
          examples: ['019a5c1e-7b4a-7c3e'],
        }),
      ),
    }),
    ...(route.needsIfMatch && {
      'If-Match': z.string().check(z.meta({description: 'De ETag van wat je wijzigt.', examples: ['"3-9f86d081"']})),
    }),
  };
  return {
    operationId: route.operationId,
    tags: [route.tag],
    summary: route.summary,
    description:
      route.roles === 'public'
        ? 'Openbaar; geen sleutel nodig.'
        : `${route.needsPerson ? 'Voor wie ingelogd is' : 'Met een sleutel van de gemeenschap, of ingelogd,'} met een van deze rollen: ${route.roles.join(', ')}.`,
    security: route.roles === 'public' ? [] : [{key: []}],
    requestParams: {
      ...(Object.keys(route.params.shape).length > 0 && {path: route.params}),
      ...(Object.keys(route.query.shape).length > 0 && {query: route.query}),
      ...(Object.keys(headers).length > 0 && {header: z.object(headers)}),
    },
    ...(route.body && {requestBody: {required: true, content: {'application/json': {schema: route.body}}}}),
    ...(route.upload && {
      requestBody: {
        required: true,
        content: Object.fromEntries(
          route.upload.mediaTypes.map((mediaType) => [mediaType, {schema: {type: 'string' as const, format: 'binary'}}]),
        ),
      },
    }),
    responses: {
      ...Object.fromEntries(Object.entries(route.answers).map(([status, answer]) => [status, answerResponse(route, status, answer)])),
      ...problemResponses(route),
    },
  };
}

/** The whole API as OpenAPI 3.1, from the route table. */
export function openApiDocument({serverUrl}: {serverUrl: string}): ReturnType<typeof createDocument> {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes) paths[route.path] = {...paths[route.path], [route.method]: operation(route)};
  return createDocument(
    {
      openapi: '3.1.1',
      info: {
        title: 'Buurtkit',
        version: apiVersion,
        description: 'Initiatieven van bewoners, voor elke gemeente of corporatie die ze op haar eigen site wil laten zien.',
        contact: {name: 'Buurtkit', url: 'https://github.com/buurtkit/buurtkit', email: 'team@buurtkit.example'},
        license: {name: 'MIT', identifier: 'MIT'},
      },
      servers: [{url: `${serverUrl}/v1`, description: 'Deze server'}],
      tags,
      paths,
      components: {
        securitySchemes: {
          key: {
            type: 'http',
            scheme: 'bearer',
            description: 'Een sleutel van de gemeenschap (“buurtkit keys create”), of het token van wie ingelogd is.',
          },
        },
      },
    },
    // Answers may grow, so no client may refuse what it doesn't know.
    {override: ({jsonSchema}) => void (jsonSchema.additionalProperties === false && delete jsonSchema.additionalProperties)},
  );
}
