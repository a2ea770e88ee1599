import * as z from 'zod/mini';
import {
  exchangeAcceptanceSchema,
  exchangeAnswerSchema,
  exchangeDisputeSchema,
  exchangeMinutesSchema,
  exchangePageSchema,
  exchangeQuerySchema,
  exchangeResolutionSchema,
  exchangeSchema,
  newExchangeSchema,
  type ExchangeEvent,
} from '../exchanges.ts';
import {idSchema} from '../identifiers.ts';
import {roles as everybody} from '../keys.ts';
import {defineRoute, inCommunity, noQuery} from './route.ts';

const oneExchange = z.strictObject({...inCommunity, id: idSchema});

const eventProblems = ['community.not-found', 'exchange.not-found', 'exchange.not-in-state', 'exchange.not-your-turn'] as const;
const byASide = {roles: everybody, needsPerson: true} as const;
/** An event on an exchange. */
const event = (path: ExchangeEvent) =>
  ({
    method: 'post',
    path: `/communities/{community}/exchanges/{id}/${path}`,
    tag: 'exchange',
    params: oneExchange,
    query: noQuery,
    needsIfMatch: false,
    answers: {200: {description: 'Hoe het er nu mee staat.', content: {json: exchangeSchema}}},
    problems: eventProblems,
  }) as const;

const whatCanStopMinutes = ['transfer.limit-reached', 'account.frozen', 'account.closed'] as const;

export const listExchanges = defineRoute({
  operationId: 'listExchanges',
  method: 'get',
  path: '/communities/{community}/exchanges',
  tag: 'exchange',
  summary: 'Hulp tussen twee deelnemers, de nieuwste eerst',
  roles: everybody,
  params: z.strictObject(inCommunity),
  query: exchangeQuerySchema,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'Een pagina.', content: {json: exchangePageSchema}}},
  problems: ['community.not-found'],
});

export const proposeExchange = defineRoute({
  operationId: 'proposeExchange',
  method: 'post',
  path: '/communities/{community}/exchanges',
  tag: 'exchange',
  summary: 'Een voorstel doen bij een vraag of aanbod',
  roles: everybody,
  needsPerson: true,
  params: z.strictObject(inCommunity),
  query: noQuery,
  body: newExchangeSchema,
  needsIfMatch: false,
  answers: {201: {description: 'Het voorstel.', content: {json: exchangeSchema}}},
  problems: [
    'community.not-found',
    'listing.not-found',
    'listing.closed',
    'exchange.own-listing',
    'exchange.already-proposed',
    ...whatCanStopMinutes,
  ],
});

export const getExchange = defineRoute({
  operationId: 'getExchange',
  method: 'get',
  path: '/communities/{community}/exchanges/{id}',
  tag: 'exchange',
  summary: 'Hoe het ermee staat',
  roles: everybody,
  params: oneExchange,
  query: noQuery,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'Hoe het ermee staat.', content: {json: exchangeSchema}}},
  problems: ['community.not-found', 'exchange.not-found'],
});

export const acceptExchange = defineRoute({
  ...event('acceptance'),
  ...byASide,
  operationId: 'acceptExchange',
  summary: 'Ja zeggen tegen een voorstel; de minuten staan dan apart',
  body: exchangeAcceptanceSchema,
  problems: [...eventProblems, ...whatCanStopMinutes],
});

export const declineExchange = defineRoute({
  ...event('decline'),
  ...byASide,
  operationId: 'declineExchange',
  summary: 'Nee zeggen tegen een voorstel',
  body: exchangeAnswerSchema,
});

export const withdrawExchange = defineRoute({
  ...event('withdrawal'),
  ...byASide,
  operationId: 'withdrawExchange',
  summary: 'Het laten gaan, zolang het niet gedaan is',
  body: exchangeAnswerSchema,
});

export const claimExchange = defineRoute({
  ...event('done'),
  ...byASide,
  operationId: 'claimExchange',
  summary: 'Zeggen dat het gedaan is en hoe lang het duurde',
  body: exchangeMinutesSchema,
});

export const confirmExchange = defineRoute({
  ...event('confirmation'),
  ...byASide,
  operationId: 'confirmExchange',
  summary: 'Bevestigen dat het gedaan is en hoe lang het duurde',
  body: exchangeMinutesSchema,
});

export const agreeExchange = defineRoute({
  ...event('agreement'),
  ...byASide,
  operationId: 'agreeExchange',
  summary: 'Akkoord gaan met het laagste van twee aantallen',
  body: null,
  problems: [...eventProblems, ...whatCanStopMinutes],
});

export const disputeExchange = defineRoute({
  ...event('dispute'),
  ...byASide,
  operationId: 'disputeExchange',
  summary: 'De coördinator vragen om mee te kijken',
  body: exchangeDisputeSchema,
});

export const resolveExchange = defineRoute({
  ...event('resolution'),
  operationId: 'resolveExchange',
  summary: 'Een geschil oplossen, met een toelichting',
  roles: ['coordinator', 'admin'],
  body: exchangeResolutionSchema,
  problems: [...eventProblems, ...whatCanStopMinutes],
});
