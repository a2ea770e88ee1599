import * as z from 'zod/mini';
import {idSchema} from '../identifiers.ts';
import {moderationDecisionSchema, moderationItemSchema, moderationPageSchema, moderationQuerySchema, refusalSchema} from '../moderation.ts';
import {defineRoute, inCommunity, noQuery} from './route.ts';

const item = {...inCommunity, id: idSchema};
const decided = (description: string) => ({200: {description, content: {json: moderationDecisionSchema}}}) as const;

export const listModerationItems = defineRoute({
  operationId: 'listModerationItems',
  method: 'get',
  path: '/communities/{community}/moderation-items',
  tag: 'moderation',
  summary: 'Wat er op een beoordeling wacht',
  roles: ['coordinator', 'admin'],
  params: z.strictObject(inCommunity),
  query: moderationQuerySchema,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'Een pagina, wat het langst wacht eerst.', content: {json: moderationPageSchema}}},
  problems: ['community.not-found'],
});

export const getModerationItem = defineRoute({
  operationId: 'getModerationItem',
  method: 'get',
  path: '/communities/{community}/moderation-items/{id}',
  tag: 'moderation',
  summary: 'Eén inzending of melding',
  roles: ['coordinator', 'admin'],
  params: z.strictObject(item),
  query: noQuery,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'De inzending of melding.', content: {json: moderationItemSchema}}},
  problems: ['community.not-found', 'submission.not-found'],
});

export const approveSubmission = defineRoute({
  operationId: 'approveSubmission',
  method: 'post',
  path: '/communities/{community}/moderation-items/{id}/approval',
  tag: 'moderation',
  summary: 'Een inzending goedkeuren en openbaar maken, woord voor woord',
  roles: ['coordinator', 'admin'],
  params: z.strictObject(item),
  query: noQuery,
  body: null,
  needsIfMatch: true,
  answers: decided('Goedgekeurd; de inzender krijgt bericht.'),
  problems: ['community.not-found', 'submission.not-found', 'submission.decided'],
});

export const refuseSubmission = defineRoute({
  operationId: 'refuseSubmission',
  method: 'post',
  path: '/communities/{community}/moderation-items/{id}/refusal',
  tag: 'moderation',
  summary: 'Een inzending afwijzen, met een reden',
  roles: ['coordinator', 'admin'],
  params: z.strictObject(item),
  query: noQuery,
  body: refusalSchema,
  needsIfMatch: true,
  answers: decided('Afgewezen; de inzender krijgt de reden.'),
  problems: ['community.not-found', 'submission.not-found', 'submission.decided'],
});

export const closeReport = defineRoute({
  operationId: 'closeReport',
  method: 'post',
  path: '/communities/{community}/moderation-items/{id}/closing',
  tag: 'moderation',
  summary: 'Een melding afhandelen',
  roles: ['coordinator', 'admin'],
  params: z.strictObject(item),
  query: noQuery,
  body: null,
  needsIfMatch: true,
  answers: decided('De melding is afgehandeld.'),
  problems: ['community.not-found', 'submission.not-found', 'submission.decided'],
});
