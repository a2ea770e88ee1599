import * as z from 'zod/mini';
import {eventPageSchema, eventQuerySchema} from '../events.ts';
import {defineRoute, inCommunity} from './route.ts';

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
