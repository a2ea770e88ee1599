import * as z from 'zod/mini';
import {communityChangesSchema, communityPageSchema, communitySchema, communitySettingsSchema} from '../communities.ts';
import {cursorSchema, limitSchema} from '../paging.ts';
import {defineRoute, inCommunity, noParams, noQuery} from './route.ts';

const pageQuery = z.strictObject({cursor: z.optional(cursorSchema), limit: z.optional(limitSchema)});

export const listCommunities = defineRoute({
  operationId: 'listCommunities',
  method: 'get',
  path: '/communities',
  tag: 'communities',
  summary: 'Alle gemeenschappen, op naam',
  roles: 'public',
  params: noParams,
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
  isForRegions: true,
  answers: {200: {description: 'De gemeenschap zoals zij nu is.', content: {json: communitySettingsSchema}}},
  problems: ['community.not-found'],
});
