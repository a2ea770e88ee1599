import * as z from 'zod/mini';
import {
  accountBalanceSchema,
  accountFreezeSchema,
  accountHistorySchema,
  accountLimitsSchema,
  accountSchema,
  balanceQuerySchema,
  counterpartyListSchema,
  counterpartyLookupSchema,
  counterpartySchema,
  historyWeeksQuerySchema,
} from '../accounts.ts';
import {entryQuerySchema, monthSchema, statementLinePageSchema, statementQuerySchema, statementSchema} from '../entries.ts';
import {idSchema} from '../identifiers.ts';
import {roles as everybody} from '../keys.ts';
import {defineRoute, inCommunity, noQuery} from './route.ts';

export const getMyAccount = defineRoute({
  operationId: 'getMyAccount',
  method: 'get',
  path: '/communities/{community}/accounts/mine',
  tag: 'time-credits',
  summary: 'De eigen rekening',
  roles: everybody,
  params: z.strictObject(inCommunity),
  query: noQuery,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'De rekening.', content: {json: accountSchema}}},
  problems: ['community.not-found', 'account.not-found'],
});

export const getAccount = defineRoute({
  operationId: 'getAccount',
  method: 'get',
  path: '/communities/{community}/accounts/{id}',
  tag: 'time-credits',
  summary: 'Een rekening',
  roles: everybody,
  params: z.strictObject({...inCommunity, id: idSchema}),
  query: noQuery,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'De rekening.', content: {json: accountSchema}}},
  problems: ['community.not-found', 'account.not-found'],
});

export const getBalance = defineRoute({
  operationId: 'getBalance',
  method: 'get',
  path: '/communities/{community}/accounts/{id}/balance',
  tag: 'time-credits',
  summary: 'Hoeveel er stond op een moment',
  roles: everybody,
  params: z.strictObject({...inCommunity, id: idSchema}),
  query: balanceQuerySchema,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'Het saldo toen.', content: {json: accountBalanceSchema}}},
  problems: ['community.not-found', 'account.not-found'],
});

export const listAccountEntries = defineRoute({
  operationId: 'listAccountEntries',
  method: 'get',
  path: '/communities/{community}/accounts/{id}/entries',
  tag: 'time-credits',
  summary: 'Wat er kwam en ging, het laatste eerst',
  roles: everybody,
  params: z.strictObject({...inCommunity, id: idSchema}),
  query: entryQuerySchema,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'Een pagina regels.', content: {json: statementLinePageSchema}}},
  problems: ['community.not-found', 'account.not-found'],
});

export const getStatement = defineRoute({
  operationId: 'getStatement',
  method: 'get',
  path: '/communities/{community}/accounts/{id}/statements/{month}',
  tag: 'time-credits',
  summary: 'Het overzicht van een maand',
  roles: everybody,
  params: z.strictObject({...inCommunity, id: idSchema, month: monthSchema}),
  query: statementQuerySchema,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'Het overzicht.', content: {json: statementSchema, csv: null, pdf: null}}},
  problems: ['community.not-found', 'account.not-found'],
});

export const getAccountHistory = defineRoute({
  operationId: 'getAccountHistory',
  method: 'get',
  path: '/communities/{community}/accounts/{id}/history',
  tag: 'time-credits',
  summary: 'Per week wat er kwam en ging',
  roles: everybody,
  params: z.strictObject({...inCommunity, id: idSchema}),
  query: historyWeeksQuerySchema,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'De weken.', content: {json: accountHistorySchema}}},
  problems: ['community.not-found', 'account.not-found'],
});

export const listCounterparties = defineRoute({
  operationId: 'listCounterparties',
  method: 'get',
  path: '/communities/{community}/counterparties',
  tag: 'time-credits',
  summary: 'Aan wie men kan geven',
  roles: everybody,
  params: z.strictObject(inCommunity),
  query: noQuery,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'De buurtpot, en met wie men eerder te maken had.', content: {json: counterpartyListSchema}}},
  problems: ['community.not-found', 'account.not-found'],
});

export const findCounterparty = defineRoute({
  operationId: 'findCounterparty',
  method: 'post',
  path: '/communities/{community}/counterparty-lookups',
  tag: 'time-credits',
  summary: 'Wie bij een nummer hoort',
  roles: everybody,
  params: z.strictObject(inCommunity),
  query: noQuery,
  body: counterpartyLookupSchema,
  needsIfMatch: false,
  isSafe: true,
  answers: {200: {description: 'Wie het is.', content: {json: counterpartySchema}}},
  problems: ['community.not-found', 'account.not-found'],
});

export const setAccountLimits = defineRoute({
  operationId: 'setAccountLimits',
  method: 'put',
  path: '/communities/{community}/accounts/{id}/limits',
  tag: 'time-credits',
  summary: 'De grenzen van een rekening zetten, met de reden',
  roles: ['coordinator', 'admin'],
  params: z.strictObject({...inCommunity, id: idSchema}),
  query: noQuery,
  body: accountLimitsSchema,
  needsIfMatch: false,
  answers: {200: {description: 'De rekening zoals zij nu is.', content: {json: accountSchema}}},
  problems: ['community.not-found', 'account.not-found'],
});

export const freezeAccount = defineRoute({
  operationId: 'freezeAccount',
  method: 'put',
  path: '/communities/{community}/accounts/{id}/freeze',
  tag: 'time-credits',
  summary: 'Een rekening stilzetten of weer vrijgeven, met de reden',
  roles: ['coordinator', 'admin'],
  params: z.strictObject({...inCommunity, id: idSchema}),
  query: noQuery,
  body: accountFreezeSchema,
  needsIfMatch: false,
  answers: {200: {description: 'De rekening zoals zij nu is.', content: {json: accountSchema}}},
  problems: ['community.not-found', 'account.not-found'],
});
