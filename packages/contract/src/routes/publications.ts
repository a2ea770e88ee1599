import * as z from 'zod/mini';
import {addressSchema, slugSchema} from '../identifiers.ts';
import {
  editionNumberSchema,
  editionQuerySchema,
  editionSchema,
  newEditionSchema,
  newPublicationSchema,
  publicationPageSchema,
  publicationQuerySchema,
  publicationSchema,
} from '../publications.ts';
import {defineRoute, inCommunity, noQuery} from './route.ts';

export const listPublications = defineRoute({
  operationId: 'listPublications',
  method: 'get',
  path: '/communities/{community}/publications',
  tag: 'publications',
  summary: 'Uitgaven met verhalen, op titel',
  roles: 'public',
  params: z.strictObject(inCommunity),
  query: publicationQuerySchema,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'Een pagina uitgaven.', content: {json: publicationPageSchema}}},
  problems: ['community.not-found'],
});

export const getPublication = defineRoute({
  operationId: 'getPublication',
  method: 'get',
  path: '/communities/{community}/publications/{slug}',
  tag: 'publications',
  summary: 'Eén uitgave met al haar nummers',
  roles: 'public',
  params: z.strictObject({...inCommunity, slug: addressSchema}),
  query: noQuery,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'De uitgave.', content: {json: publicationSchema}}},
  problems: ['community.not-found', 'publication.not-found', 'slug.ambiguous'],
});

export const createPublication = defineRoute({
  operationId: 'createPublication',
  method: 'post',
  path: '/communities/{community}/publications',
  tag: 'publications',
  summary: 'Een uitgave beginnen',
  roles: ['coordinator', 'admin'],
  params: z.strictObject(inCommunity),
  query: noQuery,
  body: newPublicationSchema,
  needsIfMatch: false,
  isForRegions: true,
  answers: {201: {description: 'De uitgave, nog zonder nummers.', content: {json: publicationSchema}}},
  problems: ['community.not-found', 'slug.taken'],
});

export const getEdition = defineRoute({
  operationId: 'getEdition',
  method: 'get',
  path: '/communities/{community}/publications/{slug}/editions/{number}',
  tag: 'publications',
  summary: 'Eén nummer van een uitgave, zoals het verschenen is',
  roles: 'public',
  params: z.strictObject({...inCommunity, slug: addressSchema, number: editionNumberSchema}),
  query: editionQuerySchema,
  body: null,
  needsIfMatch: false,
  answers: {
    200: {
      description: 'Het nummer; als EPUB in de taal van Accept-Language, of anders in het Nederlands.',
      content: {json: editionSchema, epub: null},
    },
  },
  problems: ['community.not-found', 'edition.not-found', 'publication.not-found', 'slug.ambiguous'],
});

export const publishEdition = defineRoute({
  operationId: 'publishEdition',
  method: 'post',
  path: '/communities/{community}/publications/{slug}/editions',
  tag: 'publications',
  summary: 'Het volgende nummer van een uitgave laten verschijnen',
  roles: ['coordinator', 'admin'],
  params: z.strictObject({...inCommunity, slug: slugSchema}),
  query: noQuery,
  body: newEditionSchema,
  needsIfMatch: false,
  isForRegions: true,
  answers: {201: {description: 'Het nieuwe nummer.', content: {json: editionSchema}}},
  problems: ['community.not-found', 'publication.not-found', 'edition.nothing-new'],
});

export const readFeed = defineRoute({
  operationId: 'readFeed',
  method: 'get',
  path: '/communities/{community}/feed.atom',
  tag: 'publications',
  summary: 'Nieuws om te volgen: initiatieven, hoofdstukken en nummers van uitgaven',
  roles: 'public',
  params: z.strictObject(inCommunity),
  query: noQuery,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'Het laatste nieuws.', content: {atom: null}}},
  problems: ['community.not-found'],
});
