import * as z from 'zod/mini';
import {idSchema} from '../identifiers.ts';
import {roles as everybody} from '../keys.ts';
import {
  listingChangesSchema,
  listingClosingSchema,
  listingCountsSchema,
  listingMatchesSchema,
  listingPageSchema,
  listingQuerySchema,
  listingSchema,
  newListingSchema,
} from '../listings.ts';
import {defineRoute, inCommunity, noQuery} from './route.ts';

const oneListing = z.strictObject({...inCommunity, id: idSchema});

export const listListings = defineRoute({
  operationId: 'listListings',
  method: 'get',
  path: '/communities/{community}/listings',
  tag: 'exchange',
  summary: 'Hulpvragen en hulpaanbod, het nieuwste eerst',
  roles: everybody,
  params: z.strictObject(inCommunity),
  query: listingQuerySchema,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'Een pagina vragen en aanbod.', content: {json: listingPageSchema}}},
  problems: ['community.not-found'],
});

export const createListing = defineRoute({
  operationId: 'createListing',
  method: 'post',
  path: '/communities/{community}/listings',
  tag: 'exchange',
  summary: 'Hulp vragen of aanbieden',
  roles: everybody,
  needsPerson: true,
  params: z.strictObject(inCommunity),
  query: noQuery,
  body: newListingSchema,
  needsIfMatch: false,
  answers: {201: {description: 'De vraag of het aanbod.', content: {json: listingSchema}}},
  problems: ['community.not-found'],
});

export const getListing = defineRoute({
  operationId: 'getListing',
  method: 'get',
  path: '/communities/{community}/listings/{id}',
  tag: 'exchange',
  summary: 'Eén vraag of aanbod',
  roles: everybody,
  params: oneListing,
  query: noQuery,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'De vraag of het aanbod.', content: {json: listingSchema}}},
  problems: ['community.not-found', 'listing.not-found'],
});

export const changeListing = defineRoute({
  operationId: 'changeListing',
  method: 'patch',
  path: '/communities/{community}/listings/{id}',
  tag: 'exchange',
  summary: 'De eigen vraag of het eigen aanbod wijzigen, sluiten of weer openen',
  roles: everybody,
  needsPerson: true,
  params: oneListing,
  query: noQuery,
  body: listingChangesSchema,
  needsIfMatch: false,
  answers: {200: {description: 'De vraag of het aanbod zoals het nu is.', content: {json: listingSchema}}},
  problems: ['community.not-found', 'listing.not-found', 'listing.closed'],
});

export const closeListing = defineRoute({
  operationId: 'closeListing',
  method: 'post',
  path: '/communities/{community}/listings/{id}/closing',
  tag: 'exchange',
  summary: 'Een vraag of aanbod van een ander van de lijst halen, met de reden',
  roles: ['coordinator', 'admin'],
  params: oneListing,
  query: noQuery,
  body: listingClosingSchema,
  needsIfMatch: false,
  answers: {200: {description: 'De vraag of het aanbod zoals het nu is.', content: {json: listingSchema}}},
  problems: ['community.not-found', 'listing.not-found'],
});

export const listListingMatches = defineRoute({
  operationId: 'listListingMatches',
  method: 'get',
  path: '/communities/{community}/listings/{id}/matches',
  tag: 'exchange',
  summary: 'Wat past bij de eigen vraag of het eigen aanbod',
  roles: everybody,
  needsPerson: true,
  params: oneListing,
  query: noQuery,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'Wat past, het beste eerst.', content: {json: listingMatchesSchema}}},
  problems: ['community.not-found', 'listing.not-found'],
});

export const countListings = defineRoute({
  operationId: 'countListings',
  method: 'get',
  path: '/communities/{community}/listing-counts',
  tag: 'exchange',
  summary: 'Hoeveel vragen en aanbod er zijn, per soort hulp',
  roles: 'public',
  params: z.strictObject(inCommunity),
  query: noQuery,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'De aantallen.', content: {json: listingCountsSchema}}},
  problems: ['community.not-found'],
});
