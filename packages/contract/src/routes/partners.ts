import * as z from 'zod/mini';
import {addressSchema, idSchema, slugSchema} from '../identifiers.ts';
import {newPartnerSchema, partnerChangesSchema, partnerPageSchema, partnerQuerySchema, partnerSchema} from '../partners.ts';
import {newServiceSchema, serviceChangesSchema, servicePageSchema, serviceQuerySchema, serviceSchema} from '../services.ts';
import {
  newSharedPlaceSchema,
  sharedPlaceChangesSchema,
  sharedPlacePageSchema,
  sharedPlaceQuerySchema,
  sharedPlaceSchema,
} from '../sharable-places.ts';
import {defineRoute, inCommunity, noQuery} from './route.ts';

export const listPartners = defineRoute({
  operationId: 'listPartners',
  method: 'get',
  path: '/communities/{community}/partners',
  tag: 'partners',
  summary: 'Organisaties zoeken en filteren',
  roles: 'public',
  params: z.strictObject(inCommunity),
  query: partnerQuerySchema,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'Een pagina organisaties.', content: {json: partnerPageSchema}}},
  problems: ['community.not-found'],
});

export const getPartner = defineRoute({
  operationId: 'getPartner',
  method: 'get',
  path: '/communities/{community}/partners/{slug}',
  tag: 'partners',
  summary: 'Eén organisatie met haar voorzieningen en de initiatieven waar zij achter staat',
  roles: 'public',
  params: z.strictObject({...inCommunity, slug: addressSchema}),
  query: noQuery,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'De organisatie.', content: {json: partnerSchema}}},
  problems: ['community.not-found', 'partner.not-found', 'slug.ambiguous'],
});

export const createPartner = defineRoute({
  operationId: 'createPartner',
  method: 'post',
  path: '/communities/{community}/partners',
  tag: 'partners',
  summary: 'Een organisatie toevoegen',
  roles: ['coordinator', 'admin'],
  params: z.strictObject(inCommunity),
  query: noQuery,
  body: newPartnerSchema,
  needsIfMatch: false,
  answers: {201: {description: 'De organisatie zoals zij nu te lezen is.', content: {json: partnerSchema}}},
  problems: ['community.not-found', 'slug.taken'],
});

export const changePartner = defineRoute({
  operationId: 'changePartner',
  method: 'patch',
  path: '/communities/{community}/partners/{slug}',
  tag: 'partners',
  summary: 'Een organisatie wijzigen',
  roles: ['organiser', 'coordinator', 'admin'],
  params: z.strictObject({...inCommunity, slug: slugSchema}),
  query: noQuery,
  body: partnerChangesSchema,
  needsIfMatch: true,
  answers: {200: {description: 'De organisatie zoals zij nu is.', content: {json: partnerSchema}}},
  problems: ['community.not-found', 'partner.not-found'],
});

export const listServices = defineRoute({
  operationId: 'listServices',
  method: 'get',
  path: '/communities/{community}/services',
  tag: 'services',
  summary: 'Voorzieningen zoeken en filteren',
  roles: 'public',
  params: z.strictObject(inCommunity),
  query: serviceQuerySchema,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'Een pagina voorzieningen.', content: {json: servicePageSchema}}},
  problems: ['community.not-found'],
});

export const getService = defineRoute({
  operationId: 'getService',
  method: 'get',
  path: '/communities/{community}/services/{id}',
  tag: 'services',
  summary: 'Eén voorziening',
  roles: 'public',
  params: z.strictObject({...inCommunity, id: idSchema}),
  query: noQuery,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'De voorziening.', content: {json: serviceSchema}}},
  problems: ['community.not-found', 'service.not-found'],
});

export const createService = defineRoute({
  operationId: 'createService',
  method: 'post',
  path: '/communities/{community}/services',
  tag: 'services',
  summary: 'Een voorziening toevoegen',
  roles: ['organiser', 'coordinator', 'admin'],
  params: z.strictObject(inCommunity),
  query: noQuery,
  body: newServiceSchema,
  needsIfMatch: false,
  answers: {201: {description: 'De voorziening zoals zij nu te lezen is.', content: {json: serviceSchema}}},
  problems: ['community.not-found'],
});

export const changeService = defineRoute({
  operationId: 'changeService',
  method: 'patch',
  path: '/communities/{community}/services/{id}',
  tag: 'services',
  summary: 'Een voorziening wijzigen',
  roles: ['organiser', 'coordinator', 'admin'],
  params: z.strictObject({...inCommunity, id: idSchema}),
  query: noQuery,
  body: serviceChangesSchema,
  needsIfMatch: true,
  answers: {200: {description: 'De voorziening zoals zij nu is.', content: {json: serviceSchema}}},
  problems: ['community.not-found', 'service.not-found'],
});

export const listSharedPlaces = defineRoute({
  operationId: 'listSharedPlaces',
  method: 'get',
  path: '/communities/{community}/places',
  tag: 'places',
  summary: 'Plekken die initiatieven en organisaties delen, op naam',
  roles: 'public',
  params: z.strictObject(inCommunity),
  query: sharedPlaceQuerySchema,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'Een pagina plekken.', content: {json: sharedPlacePageSchema}}},
  problems: ['community.not-found'],
});

export const getSharedPlace = defineRoute({
  operationId: 'getSharedPlace',
  method: 'get',
  path: '/communities/{community}/places/{slug}',
  tag: 'places',
  summary: 'Eén plek en wie er zitten',
  roles: 'public',
  params: z.strictObject({...inCommunity, slug: addressSchema}),
  query: noQuery,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'De plek.', content: {json: sharedPlaceSchema}}},
  problems: ['community.not-found', 'place.not-found', 'slug.ambiguous'],
});

export const createSharedPlace = defineRoute({
  operationId: 'createSharedPlace',
  method: 'post',
  path: '/communities/{community}/places',
  tag: 'places',
  summary: 'Een plek toevoegen',
  roles: ['coordinator', 'admin'],
  params: z.strictObject(inCommunity),
  query: noQuery,
  body: newSharedPlaceSchema,
  needsIfMatch: false,
  answers: {201: {description: 'De plek zoals zij nu te lezen is.', content: {json: sharedPlaceSchema}}},
  problems: ['community.not-found', 'slug.taken'],
});

export const changeSharedPlace = defineRoute({
  operationId: 'changeSharedPlace',
  method: 'patch',
  path: '/communities/{community}/places/{slug}',
  tag: 'places',
  summary: 'Een plek wijzigen',
  roles: ['coordinator', 'admin'],
  params: z.strictObject({...inCommunity, slug: slugSchema}),
  query: noQuery,
  body: sharedPlaceChangesSchema,
  needsIfMatch: true,
  answers: {200: {description: 'De plek zoals zij nu is.', content: {json: sharedPlaceSchema}}},
  problems: ['community.not-found', 'place.not-found'],
});
