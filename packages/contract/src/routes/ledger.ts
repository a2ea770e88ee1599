import * as z from 'zod/mini';
import {entryFormatQuerySchema, entrySchema} from '../entries.ts';
import {idSchema} from '../identifiers.ts';
import {roles as everybody} from '../keys.ts';
import {checkpointListSchema, fundSchema, ledgerHeadSchema} from '../ledger.ts';
import {hoursPageSchema} from '../signups.ts';
import {entryReversalSchema} from '../transfers.ts';
import {defineRoute, inCommunity, noQuery} from './route.ts';

export const getEntry = defineRoute({
  operationId: 'getEntry',
  method: 'get',
  path: '/communities/{community}/entries/{id}',
  tag: 'time-credits',
  summary: 'Een regel met zijn bewijs',
  roles: everybody,
  params: z.strictObject({...inCommunity, id: idSchema}),
  query: entryFormatQuerySchema,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'De regel.', content: {json: entrySchema, pdf: null}}},
  problems: ['community.not-found', 'entry.not-found'],
});

export const reverseEntry = defineRoute({
  operationId: 'reverseEntry',
  method: 'post',
  path: '/communities/{community}/entries/{id}/reversal',
  tag: 'time-credits',
  summary: 'Een regel terugdraaien, met de reden',
  roles: ['coordinator', 'admin'],
  params: z.strictObject({...inCommunity, id: idSchema}),
  query: noQuery,
  body: entryReversalSchema,
  needsIfMatch: false,
  writesEntry: true,
  answers: {201: {description: 'De nieuwe regel.', content: {json: entrySchema}}},
  problems: ['community.not-found', 'entry.not-found', 'entry.already-reversed'],
});

export const approveShiftHours = defineRoute({
  operationId: 'approveShiftHours',
  method: 'post',
  path: '/communities/{community}/shifts/{id}/hours-approval',
  tag: 'volunteering',
  summary: 'Alle uren van een moment goedkeuren, in een regel',
  roles: ['organiser', 'coordinator', 'admin'],
  params: z.strictObject({...inCommunity, id: idSchema}),
  query: noQuery,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'De uren zoals zij nu zijn.', content: {json: hoursPageSchema}}},
  problems: ['community.not-found', 'shift.not-found', 'hours.own-approval'],
});

export const getFund = defineRoute({
  operationId: 'getFund',
  method: 'get',
  path: '/communities/{community}/fund',
  tag: 'time-credits',
  summary: 'Wat de buurt dit jaar gaf',
  roles: 'public',
  params: z.strictObject(inCommunity),
  query: noQuery,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'De teller.', content: {json: fundSchema}}},
  problems: ['community.not-found'],
});

export const getLedgerHead = defineRoute({
  operationId: 'getLedgerHead',
  method: 'get',
  path: '/communities/{community}/ledger/head',
  tag: 'time-credits',
  summary: 'De laatste regel van het boek',
  roles: 'public',
  params: z.strictObject(inCommunity),
  query: noQuery,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'De laatste regel.', content: {json: ledgerHeadSchema}}},
  problems: ['community.not-found'],
});

export const listCheckpoints = defineRoute({
  operationId: 'listCheckpoints',
  method: 'get',
  path: '/communities/{community}/ledger/checkpoints',
  tag: 'time-credits',
  summary: 'Het einde van het boek per dag',
  roles: 'public',
  params: z.strictObject(inCommunity),
  query: noQuery,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'De dagen, de laatste eerst.', content: {json: checkpointListSchema}}},
  problems: ['community.not-found'],
});

export const exportLedger = defineRoute({
  operationId: 'exportLedger',
  method: 'get',
  path: '/communities/{community}/ledger/export',
  tag: 'time-credits',
  summary: 'Het hele boek, om na te rekenen',
  roles: ['coordinator', 'admin'],
  params: z.strictObject(inCommunity),
  query: noQuery,
  body: null,
  needsIfMatch: false,
  isStreamed: true,
  answers: {200: {description: 'Het boek.', content: {ndjson: null}}},
  problems: ['community.not-found'],
});
