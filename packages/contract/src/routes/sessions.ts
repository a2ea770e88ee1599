import * as z from 'zod/mini';
import {idSchema} from '../identifiers.ts';
import {roles} from '../keys.ts';
import {
  newSessionExchangeSchema,
  newSessionSchema,
  newSignInCodeSchema,
  openedSessionSchema,
  sessionPageSchema,
  sessionSchema,
  signInCodeReceiptSchema,
} from '../sessions.ts';
import {defineRoute, inCommunity, noQuery} from './route.ts';

export const createSignInCode = defineRoute({
  operationId: 'createSignInCode',
  method: 'post',
  path: '/communities/{community}/sign-in-codes',
  tag: 'sessions',
  summary: 'Een code mailen om mee in te loggen',
  roles: 'public',
  isForStrangers: true,
  params: z.strictObject(inCommunity),
  query: noQuery,
  body: newSignInCodeSchema,
  needsIfMatch: false,
  answers: {
    202: {description: 'Er gaat een mail uit; het antwoord is voor elk adres hetzelfde.', content: {json: signInCodeReceiptSchema}},
  },
  problems: ['community.not-found'],
});

export const createSession = defineRoute({
  operationId: 'createSession',
  method: 'post',
  path: '/communities/{community}/sessions',
  tag: 'sessions',
  summary: 'Inloggen met de code uit de mail',
  roles: 'public',
  isForStrangers: true,
  holdsSecret: true,
  params: z.strictObject(inCommunity),
  query: noQuery,
  body: newSessionSchema,
  needsIfMatch: false,
  answers: {201: {description: 'Ingelogd.', content: {json: openedSessionSchema}}},
  problems: ['community.not-found', 'code.wrong', 'code.used', 'code.expired'],
});

export const exchangeSession = defineRoute({
  operationId: 'exchangeSession',
  method: 'post',
  path: '/communities/{community}/session-exchanges',
  tag: 'sessions',
  summary: 'Inloggen met het ID-token van de eigen site',
  roles: 'public',
  isForStrangers: true,
  holdsSecret: true,
  params: z.strictObject(inCommunity),
  query: noQuery,
  body: newSessionExchangeSchema,
  needsIfMatch: false,
  answers: {201: {description: 'Ingelogd.', content: {json: openedSessionSchema}}},
  problems: ['community.not-found', 'token.not-accepted', 'token.used', 'code.used', 'member.not-invited'],
});

export const listSessions = defineRoute({
  operationId: 'listSessions',
  method: 'get',
  path: '/communities/{community}/sessions',
  tag: 'sessions',
  summary: 'Waar ik ingelogd ben',
  roles,
  needsPerson: true,
  params: z.strictObject(inCommunity),
  query: noQuery,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'De eigen sessies die open zijn.', content: {json: sessionPageSchema}}},
  problems: ['community.not-found'],
});

export const endSession = defineRoute({
  operationId: 'endSession',
  method: 'delete',
  path: '/communities/{community}/sessions/{id}',
  tag: 'sessions',
  summary: 'Ergens uitloggen',
  roles,
  needsPerson: true,
  params: z.strictObject({...inCommunity, id: idSchema}),
  query: noQuery,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'De sessie zoals zij was; haar token doet niets meer.', content: {json: sessionSchema}}},
  problems: ['community.not-found', 'session.not-found'],
});
