import * as z from 'zod/mini';
import {idSchema} from '../identifiers.ts';
import {
  newOpportunitySchema,
  opportunityChangesSchema,
  opportunityPageSchema,
  opportunityQuerySchema,
  opportunitySchema,
} from '../opportunities.ts';
import {newShiftSchema, shiftChangesSchema, shiftPageSchema, shiftQuerySchema, shiftSchema} from '../shifts.ts';
import {defineRoute, inCommunity, noQuery} from './route.ts';

const organisers = ['organiser', 'coordinator', 'admin'] as const;

export const listOpportunities = defineRoute({
  operationId: 'listOpportunities',
  method: 'get',
  path: '/communities/{community}/opportunities',
  tag: 'volunteering',
  summary: 'Vrijwilligerswerk zoeken en filteren',
  roles: 'public',
  params: z.strictObject(inCommunity),
  query: opportunityQuerySchema,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'Een pagina klussen.', content: {json: opportunityPageSchema}}},
  problems: ['community.not-found'],
});

export const getOpportunity = defineRoute({
  operationId: 'getOpportunity',
  method: 'get',
  path: '/communities/{community}/opportunities/{id}',
  tag: 'volunteering',
  summary: 'Eén klus met al haar momenten',
  roles: 'public',
  params: z.strictObject({...inCommunity, id: idSchema}),
  query: noQuery,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'De klus.', content: {json: opportunitySchema}}},
  problems: ['community.not-found', 'opportunity.not-found'],
});

export const createOpportunity = defineRoute({
  operationId: 'createOpportunity',
  method: 'post',
  path: '/communities/{community}/opportunities',
  tag: 'volunteering',
  summary: 'Een klus toevoegen',
  roles: organisers,
  params: z.strictObject(inCommunity),
  query: noQuery,
  body: newOpportunitySchema,
  needsIfMatch: false,
  answers: {201: {description: 'De klus zoals zij nu te lezen is.', content: {json: opportunitySchema}}},
  problems: ['community.not-found'],
});

export const changeOpportunity = defineRoute({
  operationId: 'changeOpportunity',
  method: 'patch',
  path: '/communities/{community}/opportunities/{id}',
  tag: 'volunteering',
  summary: 'Een klus wijzigen',
  roles: organisers,
  params: z.strictObject({...inCommunity, id: idSchema}),
  query: noQuery,
  body: opportunityChangesSchema,
  needsIfMatch: true,
  answers: {200: {description: 'De klus zoals zij nu is.', content: {json: opportunitySchema}}},
  problems: ['community.not-found', 'opportunity.not-found'],
});

export const listShifts = defineRoute({
  operationId: 'listShifts',
  method: 'get',
  path: '/communities/{community}/shifts',
  tag: 'volunteering',
  summary: 'Momenten, het eerste voorop',
  roles: 'public',
  params: z.strictObject(inCommunity),
  query: shiftQuerySchema,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'Een pagina momenten.', content: {json: shiftPageSchema}}},
  problems: ['community.not-found'],
});

export const getShift = defineRoute({
  operationId: 'getShift',
  method: 'get',
  path: '/communities/{community}/shifts/{id}',
  tag: 'volunteering',
  summary: 'Eén moment met zijn vrije plekken',
  roles: 'public',
  params: z.strictObject({...inCommunity, id: idSchema}),
  query: noQuery,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'Het moment.', content: {json: shiftSchema}}},
  problems: ['community.not-found', 'shift.not-found'],
});

export const createShift = defineRoute({
  operationId: 'createShift',
  method: 'post',
  path: '/communities/{community}/shifts',
  tag: 'volunteering',
  summary: 'Een moment toevoegen',
  roles: organisers,
  params: z.strictObject(inCommunity),
  query: noQuery,
  body: newShiftSchema,
  needsIfMatch: false,
  answers: {201: {description: 'Het moment zoals het nu te lezen is.', content: {json: shiftSchema}}},
  problems: ['community.not-found', 'opportunity.not-found'],
});

export const changeShift = defineRoute({
  operationId: 'changeShift',
  method: 'patch',
  path: '/communities/{community}/shifts/{id}',
  tag: 'volunteering',
  summary: 'Een moment wijzigen of afgelasten',
  roles: organisers,
  params: z.strictObject({...inCommunity, id: idSchema}),
  query: noQuery,
  body: shiftChangesSchema,
  needsIfMatch: true,
  answers: {200: {description: 'Het moment zoals het nu is.', content: {json: shiftSchema}}},
  problems: ['community.not-found', 'shift.not-found', 'signup.past', 'signup.cancelled'],
});
