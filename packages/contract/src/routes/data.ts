import * as z from 'zod/mini';
import {addressSchema, externalIdSchema, idSchema} from '../identifiers.ts';
import {exportQuerySchema, importSchema} from '../imports.ts';
import {initiativeSchema, newInitiativeSchema} from '../initiatives.ts';
import {newPartnerSchema, partnerSchema} from '../partners.ts';
import {bulkUpsertResultSchema, bulkUpsertSchema, sourceSchema} from '../sources.ts';
import {defineRoute, inCommunity, noQuery} from './route.ts';

const byExternalId = {...inCommunity, source: sourceSchema, id: externalIdSchema.shape.id};
const oneImport = {...inCommunity, id: idSchema};
const mebibyte = 1024 * 1024;

export const putInitiativeByExternalId = defineRoute({
  operationId: 'putInitiativeByExternalId',
  method: 'put',
  path: '/communities/{community}/initiatives/by-external-id/{source}/{id}',
  tag: 'initiatives',
  summary: 'Een initiatief uit een ander systeem toevoegen of bijwerken',
  roles: ['coordinator', 'admin'],
  params: z.strictObject(byExternalId),
  query: noQuery,
  body: newInitiativeSchema,
  needsIfMatch: false,
  answers: {
    200: {description: 'Het was er al: zo is het nu.', content: {json: initiativeSchema}},
    201: {description: 'Het is er nu.', content: {json: initiativeSchema}},
  },
  problems: ['community.not-found'],
});

export const putPartnerByExternalId = defineRoute({
  operationId: 'putPartnerByExternalId',
  method: 'put',
  path: '/communities/{community}/partners/by-external-id/{source}/{id}',
  tag: 'partners',
  summary: 'Een organisatie uit een ander systeem toevoegen of bijwerken',
  roles: ['coordinator', 'admin'],
  params: z.strictObject(byExternalId),
  query: noQuery,
  body: newPartnerSchema,
  needsIfMatch: false,
  answers: {
    200: {description: 'Zij was er al: zo is zij nu.', content: {json: partnerSchema}},
    201: {description: 'Zij is er nu.', content: {json: partnerSchema}},
  },
  problems: ['community.not-found'],
});

export const bulkUpsert = defineRoute({
  operationId: 'bulkUpsert',
  method: 'post',
  path: '/communities/{community}/bulk-upserts',
  tag: 'data',
  summary: 'Veel gegevens uit een ander systeem toevoegen of bijwerken',
  roles: ['coordinator', 'admin'],
  params: z.strictObject(inCommunity),
  query: noQuery,
  body: bulkUpsertSchema,
  needsIfMatch: false,
  answers: {200: {description: 'Per regel wat ermee gebeurd is.', content: {json: bulkUpsertResultSchema}}},
  problems: ['community.not-found'],
});

export const createImport = defineRoute({
  operationId: 'createImport',
  method: 'post',
  path: '/communities/{community}/imports',
  tag: 'data',
  summary: 'Een bestand aanbieden en zien wat het zou doen',
  roles: ['coordinator', 'admin'],
  params: z.strictObject(inCommunity),
  query: noQuery,
  body: null,
  upload: {mediaTypes: ['text/csv', 'application/geo+json', 'application/json'], maxBytes: 50 * mebibyte},
  needsIfMatch: false,
  answers: {201: {description: 'Wat het bestand zou doen; er is nog niets veranderd.', content: {json: importSchema}}},
  problems: ['community.not-found'],
});

export const getImport = defineRoute({
  operationId: 'getImport',
  method: 'get',
  path: '/communities/{community}/imports/{id}',
  tag: 'data',
  summary: 'Hoe het met een import staat',
  roles: ['coordinator', 'admin'],
  params: z.strictObject(oneImport),
  query: noQuery,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'De import.', content: {json: importSchema}}},
  problems: ['community.not-found', 'import.not-found'],
});

export const commitImport = defineRoute({
  operationId: 'commitImport',
  method: 'post',
  path: '/communities/{community}/imports/{id}/commit',
  tag: 'data',
  summary: 'Een aangeboden bestand verwerken',
  roles: ['coordinator', 'admin'],
  params: z.strictObject(oneImport),
  query: noQuery,
  body: null,
  needsIfMatch: false,
  answers: {202: {description: 'Het wordt verwerkt; kijk bij “state” of het klaar is.', content: {json: importSchema}}},
  problems: ['community.not-found', 'import.not-found', 'import.decided'],
});

export const undoImport = defineRoute({
  operationId: 'undoImport',
  method: 'post',
  path: '/communities/{community}/imports/{id}/undo',
  tag: 'data',
  summary: 'Een import terugdraaien',
  roles: ['coordinator', 'admin'],
  params: z.strictObject(oneImport),
  query: noQuery,
  body: null,
  needsIfMatch: false,
  answers: {
    200: {
      description: 'De import is teruggedraaid; wat mensen sindsdien wijzigden of nodig hebben, is gebleven en staat in “undone”.',
      content: {json: importSchema},
    },
  },
  problems: ['community.not-found', 'import.not-found', 'import.decided'],
});

export const exportData = defineRoute({
  operationId: 'exportData',
  method: 'get',
  path: '/communities/{community}/exports',
  tag: 'data',
  summary: 'Alles wat een gemeenschap heeft, als bestand',
  roles: ['coordinator', 'admin'],
  params: z.strictObject(inCommunity),
  query: exportQuerySchema,
  body: null,
  needsIfMatch: false,
  isStreamed: true,
  answers: {200: {description: 'Het bestand; `hsds` is JSON.', content: {csv: null, geojson: null, json: null, jsonld: null}}},
  problems: ['community.not-found'],
});

export const getOpeningCalendar = defineRoute({
  operationId: 'getOpeningCalendar',
  method: 'get',
  path: '/communities/{community}/initiatives/{slug}/opening.ics',
  tag: 'initiatives',
  summary: 'Wanneer een initiatief anders open is dan anders, als agenda',
  roles: 'public',
  params: z.strictObject({...inCommunity, slug: addressSchema}),
  query: noQuery,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'De uitzonderingen op de openingstijden.', content: {ics: null}}},
  problems: ['community.not-found', 'initiative.not-found', 'slug.ambiguous'],
});
