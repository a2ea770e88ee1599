import * as z from 'zod/mini';
import {idSchema} from '../identifiers.ts';
import {newPhotoSchema, photoChangesSchema, photoSchema} from '../photos.ts';
import {defineRoute, inCommunity, noQuery} from './route.ts';

const path = '/communities/{community}/photos/{id}';
const onePhoto = {...inCommunity, id: idSchema};

export const createPhoto = defineRoute({
  operationId: 'createPhoto',
  method: 'post',
  path: '/communities/{community}/photos',
  tag: 'photos',
  summary: 'Een foto bij een initiatief zetten',
  roles: ['organiser', 'coordinator', 'admin'],
  params: z.strictObject(inCommunity),
  query: newPhotoSchema,
  body: null,
  upload: {mediaTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/avif'], maxBytes: 10 * 1024 * 1024},
  needsIfMatch: false,
  answers: {201: {description: 'De foto, opnieuw opgeslagen zonder wat het toestel erin schreef.', content: {json: photoSchema}}},
  problems: ['community.not-found'],
});

export const getPhoto = defineRoute({
  operationId: 'getPhoto',
  method: 'get',
  path,
  tag: 'photos',
  summary: 'Eén foto',
  roles: 'public',
  params: z.strictObject(onePhoto),
  query: noQuery,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'De foto.', content: {json: photoSchema}}},
  problems: ['community.not-found', 'photo.not-found'],
});

export const changePhoto = defineRoute({
  operationId: 'changePhoto',
  method: 'patch',
  path,
  tag: 'photos',
  summary: 'De tekst, de maker of de plaats van een foto wijzigen',
  roles: ['organiser', 'coordinator', 'admin'],
  params: z.strictObject(onePhoto),
  query: noQuery,
  body: photoChangesSchema,
  needsIfMatch: true,
  answers: {200: {description: 'De foto zoals zij nu is.', content: {json: photoSchema}}},
  problems: ['community.not-found', 'photo.not-found'],
});

export const deletePhoto = defineRoute({
  operationId: 'deletePhoto',
  method: 'delete',
  path,
  tag: 'photos',
  summary: 'Een foto weghalen',
  roles: ['organiser', 'coordinator', 'admin'],
  params: z.strictObject(onePhoto),
  query: noQuery,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'De foto zoals zij was; ook haar bestanden zijn weg.', content: {json: photoSchema}}},
  problems: ['community.not-found', 'photo.not-found'],
});
