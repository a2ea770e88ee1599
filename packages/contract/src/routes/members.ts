import * as z from 'zod/mini';
import {idSchema} from '../identifiers.ts';
import {roles} from '../keys.ts';
import {
  memberChangesSchema,
  memberPageSchema,
  memberQuerySchema,
  memberReferenceSchema,
  memberRoleSchema,
  memberSchema,
  memberSearchSchema,
  newMemberSchema,
} from '../members.ts';
import {defineRoute, inCommunity, noQuery} from './route.ts';

const staff = ['desk', 'coordinator', 'admin'] as const;
const mine = '/communities/{community}/members/mine';
const oneMember = {...inCommunity, id: idSchema};

export const getOwnMember = defineRoute({
  operationId: 'getOwnMember',
  method: 'get',
  path: mine,
  tag: 'members',
  summary: 'Wie ik hier ben',
  roles,
  needsPerson: true,
  params: z.strictObject(inCommunity),
  query: noQuery,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'De deelnemer die ingelogd is.', content: {json: memberSchema}}},
  problems: ['community.not-found'],
});

export const changeOwnMember = defineRoute({
  operationId: 'changeOwnMember',
  method: 'patch',
  path: mine,
  tag: 'members',
  summary: 'Mijn naam of taal wijzigen',
  roles,
  needsPerson: true,
  params: z.strictObject(inCommunity),
  query: noQuery,
  body: memberChangesSchema,
  needsIfMatch: false,
  answers: {200: {description: 'De deelnemer zoals die nu is.', content: {json: memberReferenceSchema}}},
  problems: ['community.not-found'],
});

export const forgetOwnMember = defineRoute({
  operationId: 'forgetOwnMember',
  method: 'delete',
  path: mine,
  tag: 'members',
  summary: 'Mij vergeten: alles wat zegt wie ik ben gaat weg',
  roles,
  needsPerson: true,
  params: z.strictObject(inCommunity),
  query: noQuery,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'Wat er overblijft: een nummer zonder naam. Overal uitgelogd.', content: {json: memberReferenceSchema}}},
  problems: ['community.not-found'],
});

export const listMembers = defineRoute({
  operationId: 'listMembers',
  method: 'get',
  path: '/communities/{community}/members',
  tag: 'members',
  summary: 'De deelnemers, de nieuwste eerst',
  roles: staff,
  params: z.strictObject(inCommunity),
  query: memberQuerySchema,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'Een pagina deelnemers.', content: {json: memberPageSchema}}},
  problems: ['community.not-found'],
});

export const searchMembers = defineRoute({
  operationId: 'searchMembers',
  method: 'post',
  path: '/communities/{community}/member-searches',
  tag: 'members',
  summary: 'Een deelnemer zoeken op naam of e-mailadres',
  roles: staff,
  params: z.strictObject(inCommunity),
  query: noQuery,
  body: memberSearchSchema,
  needsIfMatch: false,
  isSafe: true,
  answers: {200: {description: 'Een pagina deelnemers.', content: {json: memberPageSchema}}},
  problems: ['community.not-found'],
});

export const createMember = defineRoute({
  operationId: 'createMember',
  method: 'post',
  path: '/communities/{community}/members',
  tag: 'members',
  summary: 'Iemand deelnemer maken; wie een adres heeft krijgt een uitnodiging',
  roles: staff,
  params: z.strictObject(inCommunity),
  query: noQuery,
  body: newMemberSchema,
  needsIfMatch: false,
  answers: {201: {description: 'De nieuwe deelnemer.', content: {json: memberReferenceSchema}}},
  problems: ['community.not-found', 'member.exists'],
});

export const getMember = defineRoute({
  operationId: 'getMember',
  method: 'get',
  path: '/communities/{community}/members/{id}',
  tag: 'members',
  summary: 'Eén deelnemer',
  roles: staff,
  params: z.strictObject(oneMember),
  query: noQuery,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'De deelnemer.', content: {json: memberSchema}}},
  problems: ['community.not-found', 'member.not-found'],
});

export const setMemberRole = defineRoute({
  operationId: 'setMemberRole',
  method: 'put',
  path: '/communities/{community}/members/{id}/role',
  tag: 'members',
  summary: 'Zeggen wat een deelnemer mag',
  roles: ['admin'],
  params: z.strictObject(oneMember),
  query: noQuery,
  body: memberRoleSchema,
  needsIfMatch: false,
  answers: {200: {description: 'De deelnemer zoals die nu is.', content: {json: memberReferenceSchema}}},
  problems: ['community.not-found', 'member.not-found'],
});

export const forgetMember = defineRoute({
  operationId: 'forgetMember',
  method: 'delete',
  path: '/communities/{community}/members/{id}',
  tag: 'members',
  summary: 'Een deelnemer vergeten die daarom vraagt',
  roles: ['admin'],
  params: z.strictObject(oneMember),
  query: noQuery,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'Wat er overblijft: een nummer zonder naam.', content: {json: memberReferenceSchema}}},
  problems: ['community.not-found', 'member.not-found'],
});
