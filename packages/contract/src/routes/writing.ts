import * as z from 'zod/mini';
import {slugSchema} from '../identifiers.ts';
import {initiativePeopleSchema, messageReceiptSchema, newInitiativePeopleSchema, newMessageSchema} from '../people.ts';
import {newReportSchema, reportReceiptSchema} from '../reports.ts';
import {newSubmissionSchema, similarInitiativesSchema, similarRequestSchema, submissionSchema} from '../submissions.ts';
import {defineRoute, inCommunity, noQuery} from './route.ts';

export const submitInitiative = defineRoute({
  operationId: 'submitInitiative',
  method: 'post',
  path: '/communities/{community}/submissions',
  tag: 'writing',
  summary: 'Een initiatief of een wijziging insturen, zonder account',
  roles: 'public',
  params: z.strictObject(inCommunity),
  query: noQuery,
  body: newSubmissionSchema,
  needsIfMatch: false,
  answers: {202: {description: 'Ontvangen; er gaat een mail uit om het e-mailadres te bevestigen.', content: {json: submissionSchema}}},
  problems: ['community.not-found', 'initiative.not-found'],
});

export const findSimilarInitiatives = defineRoute({
  operationId: 'findSimilarInitiatives',
  method: 'post',
  path: '/communities/{community}/similar-initiatives',
  tag: 'writing',
  summary: 'Initiatieven die er al zijn en erop lijken',
  roles: 'public',
  params: z.strictObject(inCommunity),
  query: noQuery,
  body: similarRequestSchema,
  needsIfMatch: false,
  isSafe: true,
  answers: {200: {description: 'Hoogstens vijf, de meest gelijkende eerst.', content: {json: similarInitiativesSchema}}},
  problems: ['community.not-found'],
});

export const sendMessage = defineRoute({
  operationId: 'sendMessage',
  method: 'post',
  path: '/communities/{community}/initiatives/{slug}/messages',
  tag: 'writing',
  summary: 'De mensen van een initiatief een bericht sturen, zonder hun adres te zien',
  roles: 'public',
  params: z.strictObject({...inCommunity, slug: slugSchema}),
  query: noQuery,
  body: newMessageSchema,
  needsIfMatch: false,
  answers: {202: {description: 'Het bericht is onderweg.', content: {json: messageReceiptSchema}}},
  problems: ['community.not-found', 'initiative.not-found', 'initiative.no-contact-form'],
});

export const reportFault = defineRoute({
  operationId: 'reportFault',
  method: 'post',
  path: '/communities/{community}/reports',
  tag: 'writing',
  summary: 'Melden dat er iets niet klopt, zonder account',
  roles: 'public',
  params: z.strictObject(inCommunity),
  query: noQuery,
  body: newReportSchema,
  needsIfMatch: false,
  answers: {202: {description: 'De melding is ontvangen.', content: {json: reportReceiptSchema}}},
  problems: ['community.not-found', 'initiative.not-found', 'partner.not-found', 'service.not-found', 'place.not-found'],
});

export const getInitiativePeople = defineRoute({
  operationId: 'getInitiativePeople',
  method: 'get',
  path: '/communities/{community}/initiatives/{slug}/people',
  tag: 'writing',
  summary: 'Wie de post van een initiatief krijgen',
  roles: ['organiser', 'coordinator', 'admin'],
  params: z.strictObject({...inCommunity, slug: slugSchema}),
  query: noQuery,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'De mensen van het initiatief.', content: {json: initiativePeopleSchema}}},
  problems: ['community.not-found', 'initiative.not-found'],
});

export const replaceInitiativePeople = defineRoute({
  operationId: 'replaceInitiativePeople',
  method: 'put',
  path: '/communities/{community}/initiatives/{slug}/people',
  tag: 'writing',
  summary: 'Zeggen wie de post van een initiatief krijgen',
  roles: ['organiser', 'coordinator', 'admin'],
  params: z.strictObject({...inCommunity, slug: slugSchema}),
  query: noQuery,
  body: newInitiativePeopleSchema,
  needsIfMatch: true,
  answers: {200: {description: 'De mensen van het initiatief zoals zij nu zijn.', content: {json: initiativePeopleSchema}}},
  problems: ['community.not-found', 'initiative.not-found'],
});
