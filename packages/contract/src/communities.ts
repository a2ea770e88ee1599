import * as z from 'zod/mini';
import {areaSchema} from './areas.ts';
import {creditSettingsSchema} from './credits.ts';
import {idSchema, slugSchema} from './identifiers.ts';
import {memberships} from './memberships.ts';
import {momentSchema} from './moments.ts';
import {facetCountSchema} from './paging.ts';
import {webAddressSchema} from './web-address.ts';

export const communityKinds = ['municipality', 'corporation', 'region'] as const;

const emailSchema = z.email().check(z.maxLength(254));
const phoneSchema = z.string().check(z.trim(), z.minLength(3), z.maxLength(40), z.regex(/^[+0-9][0-9 ()./-]*$/));

/** An origin as browsers send it (RFC 6454): scheme, host and perhaps a port. */
const originSchema = z.string().check(z.maxLength(300), z.regex(/^https?:\/\/[a-z0-9.-]+(?::\d{1,5})?$/));

const colorSchema = z.string().check(z.regex(/^#[0-9a-f]{6}$/i));

export const lookSchema = z
  .strictObject({
    accentColor: z.nullable(colorSchema),
    corner: z.enum(['square', 'soft', 'round']),
    spacing: z.enum(['compact', 'normal', 'wide']),
    button: z.enum(['filled', 'outlined']),
    link: z.enum(['underlined', 'plain']),
  })
  .register(z.globalRegistry, {
    id: 'Look',
    description: 'Five settings for pages that bring no design tokens of their own.',
    examples: [{accentColor: '#005a9c', corner: 'soft', spacing: 'normal', button: 'filled', link: 'underlined'}],
  });
export type Look = z.infer<typeof lookSchema>;

export const communityContactSchema = z
  .strictObject({
    name: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(120))),
    email: z.optional(emailSchema),
    phone: z.optional(phoneSchema),
    url: z.optional(webAddressSchema),
  })
  .register(z.globalRegistry, {
    id: 'CommunityContact',
    description: 'The person or desk to turn to: there is always a way to somebody.',
    examples: [{name: 'Loket', phone: '14 0111'}],
  });

const communityFields = {
  id: idSchema,
  slug: slugSchema,
  kind: z.enum(communityKinds),
  name: z.string(),
  isSample: z.boolean(),
  members: z.array(z.object({slug: slugSchema, name: z.string()})),
  areas: z.array(areaSchema),
  timeZone: z.string(),
  addressForm: z.enum(['je', 'u']),
  contact: communityContactSchema,
  privacyUrl: z.nullable(z.string()),
  look: lookSchema,
  /** Whether anybody can become a member by signing in, or only who is invited. */
  membership: z.enum(memberships),
  /** Null for a region: it has members, and no ledger of its own. */
  credits: z.nullable(creditSettingsSchema),
  updatedAt: momentSchema,
  url: z.string(),
};

const communityExample = {
  id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d6e',
  slug: 'schouwen-duiveland',
  kind: 'municipality',
  name: 'Gemeente Schouwen-Duiveland',
  isSample: false,
  members: [],
  areas: [{code: 'GM1676', year: 2025, name: 'Schouwen-Duiveland'}],
  timeZone: 'Europe/Amsterdam',
  addressForm: 'je',
  contact: {},
  privacyUrl: null,
  look: {accentColor: null, corner: 'soft', spacing: 'normal', button: 'filled', link: 'underlined'},
  membership: 'open',
  credits: null,
  updatedAt: '2026-11-22T09:00:00Z',
  url: 'http://localhost:8787/schouwen-duiveland/initiatieven',
};

export const communitySchema = z.object(communityFields).register(z.globalRegistry, {
  id: 'Community',
  description:
    'One municipality or corporation with its own data and settings; one of kind `region` has others as members and reads across them.',
  examples: [communityExample],
});
export type Community = z.infer<typeof communitySchema>;

const httpsOrLoopback = /^(?:https:\/\/|http:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?(?:\/|$))/;

/** Whose ID tokens (OpenID Connect) count as signing in, and for whom they have to be made. */
export const tokenIssuerSchema = z
  .strictObject({
    issuer: z.url().check(z.maxLength(300), z.regex(httpsOrLoopback)),
    audience: z.string().check(z.minLength(1), z.maxLength(200)),
  })
  .register(z.globalRegistry, {
    id: 'TokenIssuer',
    description:
      'A site of the community’s own that knows its people: its issuer as it stands in `iss`, and the client id that stands in `aud`.',
    examples: [{issuer: 'https://login.example.nl', audience: 'buurtkit'}],
  });
export type TokenIssuer = z.infer<typeof tokenIssuerSchema>;

const settingsFields = {...communityFields, allowedOrigins: z.array(originSchema), tokenIssuers: z.array(tokenIssuerSchema)};

export const communitySettingsSchema = z.object(settingsFields).register(z.globalRegistry, {
  id: 'CommunitySettings',
  description: 'A community as its own administrators see it.',
  examples: [{...communityExample, allowedOrigins: ['https://www.example.nl'], tokenIssuers: []}],
});
export type CommunitySettings = z.infer<typeof communitySettingsSchema>;

export const communityPageSchema = z
  .object({
    data: z.array(communitySchema),
    total: z.int(),
    next: z.nullable(z.string()),
    facets: z.record(z.string(), z.array(facetCountSchema)),
  })
  .register(z.globalRegistry, {
    id: 'CommunityPage',
    description: 'A page of communities, by name.',
    examples: [{data: [communityExample], total: 1, next: null, facets: {}}],
  });

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('nl', {timeZone: name}).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}

export const communityChangesSchema = z
  .strictObject({
    name: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(120))),
    areas: z.optional(z.array(areaSchema).check(z.maxLength(500))),
    timeZone: z.optional(z.string().check(z.maxLength(60), z.refine(isTimeZone, {error: 'format'}))),
    addressForm: z.optional(z.enum(['je', 'u'])),
    contact: z.optional(communityContactSchema),
    privacyUrl: z.optional(z.nullable(webAddressSchema)),
    look: z.optional(z.partial(lookSchema)),
    credits: z.optional(z.partial(creditSettingsSchema)),
    allowedOrigins: z.optional(z.array(originSchema).check(z.maxLength(50))),
    membership: z.optional(z.enum(memberships)),
    tokenIssuers: z.optional(z.array(tokenIssuerSchema).check(z.maxLength(10))),
  })
  .register(z.globalRegistry, {
    id: 'CommunityChanges',
    description: 'What changes; what is left out stays as it is.',
    examples: [{addressForm: 'u', look: {accentColor: '#005a9c'}}],
  });
export type CommunityChanges = z.infer<typeof communityChangesSchema>;

export {emailSchema, phoneSchema};
