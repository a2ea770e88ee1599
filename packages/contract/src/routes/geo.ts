import * as z from 'zod/mini';
import {geoReverseRequestSchema, geoSuggestionRequestSchema, geoSuggestionsSchema} from '../geo.ts';
import {defineRoute, inCommunity, noQuery} from './route.ts';

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
