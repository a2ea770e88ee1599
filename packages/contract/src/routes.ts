import * as z from 'zod/mini';
import {communityChangesSchema, communityPageSchema, communitySchema, communitySettingsSchema} from './communities.ts';
import {eventPageSchema, eventQuerySchema} from './events.ts';
import {geoReverseRequestSchema, geoSuggestionRequestSchema, geoSuggestionsSchema} from './geo.ts';
import {addressSchema, slugSchema} from './identifiers.ts';
import {
  clusterListSchema,
  clusterQuerySchema,
  initiativeChangesSchema,
  initiativeFeatureCollectionSchema,
  initiativePageSchema,
  initiativeQuerySchema,
  initiativeSchema,
  newInitiativeSchema,
} from './initiatives.ts';
import type {Role} from './keys.ts';
import {cursorSchema, limitSchema} from './paging.ts';
import type {ProblemCode} from './problems.ts';

type ObjectSchema = z.ZodMiniObject;

/** The forms in which a list can be had, with their media types. */
export const mediaTypes = {json: 'application/json', geojson: 'application/geo+json', csv: 'text/csv'} as const;
export type Format = keyof typeof mediaTypes;

export type Answer = {
  description: string;
  /** One schema per form; null where the form has no JSON schema (CSV). */
  content: Partial<Record<Format, z.ZodMiniType | null>>;
};

/** One line of the API: path, roles, input and answers. The server binds handlers to it; OpenAPI, SDK types and msw come from it. */
export type Route = {
  operationId: string;
  method: 'get' | 'post' | 'patch' | 'put' | 'delete';
  /** Below `/v1`. */
  path: string;
  tag: string;
  /** Dutch, one line. */
  summary: string;
  /** `public`, or who may: any of these roles, for their own community. */
  roles: 'public' | readonly Role[];
  params: ObjectSchema;
  query: ObjectSchema;
  body: z.ZodMiniType | null;
  /** Asks for the ETag of what is changed, since two people may edit it. */
  needsIfMatch: boolean;
  /** A read that is a POST, since what it asks is private: no Idempotency-Key, nothing kept. */
  isSafe?: boolean;
  answers: Partial<Record<200 | 201 | 202 | 204, Answer>>;
  /** Problems of this route, next to those that any route can give. */
  problems: readonly ProblemCode[];
};

const noQuery = z.strictObject({});
const inCommunity = {community: slugSchema};

function defineRoute<const R extends Route>(route: R): R {
  return route;
}

const pageQuery = z.strictObject({cursor: z.optional(cursorSchema), limit: z.optional(limitSchema)});

export const listCommunities = defineRoute({
  operationId: 'listCommunities',
  method: 'get',
  path: '/communities',
  tag: 'communities',
  summary: 'Alle gemeenschappen, op naam',
  roles: 'public',
  params: z.strictObject({}),
  query: pageQuery,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'Een pagina gemeenschappen.', content: {json: communityPageSchema}}},
  problems: [],
});

export const getCommunity = defineRoute({
  operationId: 'getCommunity',
  method: 'get',
  path: '/communities/{community}',
  tag: 'communities',
  summary: 'Eén gemeenschap met haar instellingen',
  roles: 'public',
  params: z.strictObject(inCommunity),
  query: noQuery,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'De gemeenschap.', content: {json: communitySchema}}},
  problems: ['community.not-found'],
});

export const changeCommunity = defineRoute({
  operationId: 'changeCommunity',
  method: 'patch',
  path: '/communities/{community}',
  tag: 'communities',
  summary: 'Instellingen van een gemeenschap wijzigen',
  roles: ['admin'],
  params: z.strictObject(inCommunity),
  query: noQuery,
  body: communityChangesSchema,
  needsIfMatch: true,
  answers: {200: {description: 'De gemeenschap zoals zij nu is.', content: {json: communitySettingsSchema}}},
  problems: ['community.not-found'],
});

export const listInitiatives = defineRoute({
  operationId: 'listInitiatives',
  method: 'get',
  path: '/communities/{community}/initiatives',
  tag: 'initiatives',
  summary: 'Initiatieven zoeken en filteren',
  roles: 'public',
  params: z.strictObject(inCommunity),
  query: initiativeQuerySchema,
  body: null,
  needsIfMatch: false,
  answers: {
    200: {
      description: 'Een pagina initiatieven; als CSV alle initiatieven die passen.',
      content: {json: initiativePageSchema, geojson: initiativeFeatureCollectionSchema, csv: null},
    },
  },
  problems: ['community.not-found'],
});

export const getInitiative = defineRoute({
  operationId: 'getInitiative',
  method: 'get',
  path: '/communities/{community}/initiatives/{slug}',
  tag: 'initiatives',
  summary: 'Eén initiatief met zijn verhaal',
  roles: 'public',
  params: z.strictObject({...inCommunity, slug: addressSchema}),
  query: noQuery,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'Het initiatief.', content: {json: initiativeSchema}}},
  problems: ['community.not-found', 'initiative.not-found', 'slug.ambiguous'],
});

export const createInitiative = defineRoute({
  operationId: 'createInitiative',
  method: 'post',
  path: '/communities/{community}/initiatives',
  tag: 'initiatives',
  summary: 'Een initiatief toevoegen',
  roles: ['coordinator', 'admin'],
  params: z.strictObject(inCommunity),
  query: noQuery,
  body: newInitiativeSchema,
  needsIfMatch: false,
  answers: {201: {description: 'Het initiatief zoals het nu te lezen is.', content: {json: initiativeSchema}}},
  problems: ['community.not-found', 'slug.taken'],
});

export const changeInitiative = defineRoute({
  operationId: 'changeInitiative',
  method: 'patch',
  path: '/communities/{community}/initiatives/{slug}',
  tag: 'initiatives',
  summary: 'Een initiatief wijzigen',
  roles: ['organiser', 'coordinator', 'admin'],
  params: z.strictObject({...inCommunity, slug: slugSchema}),
  query: noQuery,
  body: initiativeChangesSchema,
  needsIfMatch: true,
  answers: {200: {description: 'Het initiatief zoals het nu is.', content: {json: initiativeSchema}}},
  problems: ['community.not-found', 'initiative.not-found'],
});

export const listEvents = defineRoute({
  operationId: 'listEvents',
  method: 'get',
  path: '/communities/{community}/events',
  tag: 'events',
  summary: 'Wat er veranderd is, in volgorde',
  roles: 'public',
  params: z.strictObject(inCommunity),
  query: eventQuerySchema,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'De veranderingen na een plek in de rij.', content: {json: eventPageSchema}}},
  problems: ['community.not-found'],
});

export const listInitiativeClusters = defineRoute({
  operationId: 'listInitiativeClusters',
  method: 'get',
  path: '/communities/{community}/initiative-clusters',
  tag: 'initiatives',
  summary: 'Initiatieven op de kaart, samengevoegd waar ze dicht bij elkaar liggen',
  roles: 'public',
  params: z.strictObject(inCommunity),
  query: clusterQuerySchema,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'De groepen in beeld.', content: {json: clusterListSchema}}},
  problems: ['community.not-found'],
});

export const suggestPlaces = defineRoute({
  operationId: 'suggestPlaces',
  method: 'post',
  path: '/communities/{community}/geo-suggestions',
  tag: 'places',
  summary: 'Adressen en plekken zoeken',
  roles: 'public',
  params: z.strictObject(inCommunity),
  query: noQuery,
  body: geoSuggestionRequestSchema,
  needsIfMatch: false,
  isSafe: true,
  answers: {200: {description: 'Wat er bedoeld kan zijn.', content: {json: geoSuggestionsSchema}}},
  problems: ['community.not-found'],
});

export const nameLocation = defineRoute({
  operationId: 'nameLocation',
  method: 'post',
  path: '/communities/{community}/geo-reverse',
  tag: 'places',
  summary: 'De naam van een plek op de kaart',
  roles: 'public',
  params: z.strictObject(inCommunity),
  query: noQuery,
  body: geoReverseRequestSchema,
  needsIfMatch: false,
  isSafe: true,
  answers: {200: {description: 'Hoe die plek heet, het dichtstbij eerst.', content: {json: geoSuggestionsSchema}}},
  problems: ['community.not-found'],
});

/** The one source of paths, roles, input, answers and OpenAPI. */
export const routes: readonly Route[] = [
  listCommunities,
  getCommunity,
  changeCommunity,
  listInitiatives,
  getInitiative,
  createInitiative,
  changeInitiative,
  listEvents,
  listInitiativeClusters,
  suggestPlaces,
  nameLocation,
];

/** Everything but reads: takes an Idempotency-Key and, with an Origin header, an allowed origin. */
export function isWrite(route: Route): boolean {
  return route.method !== 'get' && route.isSafe !== true;
}
