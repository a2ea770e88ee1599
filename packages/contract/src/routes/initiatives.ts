import * as z from 'zod/mini';
import {historyPageSchema, historyQuerySchema} from '../history.ts';
import {addressSchema, slugSchema} from '../identifiers.ts';
import {
  clusterListSchema,
  clusterQuerySchema,
  initiativeChangesSchema,
  initiativeFeatureCollectionSchema,
  initiativePageSchema,
  initiativeQuerySchema,
  initiativeSchema,
  newInitiativeSchema,
} from '../initiatives.ts';
import {defineRoute, inCommunity, noQuery} from './route.ts';

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

export const listInitiativeHistory = defineRoute({
  operationId: 'listInitiativeHistory',
  method: 'get',
  path: '/communities/{community}/initiatives/{slug}/history',
  tag: 'initiatives',
  summary: 'Wat er aan een initiatief veranderd is, het laatste eerst',
  roles: 'public',
  params: z.strictObject({...inCommunity, slug: addressSchema}),
  query: historyQuerySchema,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'Een pagina veranderingen.', content: {json: historyPageSchema}}},
  problems: ['community.not-found', 'initiative.not-found', 'slug.ambiguous'],
});
