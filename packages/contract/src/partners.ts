import * as z from 'zod/mini';
import {areaCodeSchema, areaSchema} from './areas.ts';
import {emailSchema, phoneSchema} from './communities.ts';
import {addressSchema, externalIdSchema, idSchema, slugSchema} from './identifiers.ts';
import {languageMap} from './language-map.ts';
import {dateSchema, momentSchema, partialDateSchema} from './moments.ts';
import {openAtSchema} from './opening.ts';
import {ownedFieldSchema} from './owned-fields.ts';
import {commaList, cursorSchema, facetCountSchema, limitSchema} from './paging.ts';
import {placeSchema} from './places.ts';
import {serviceSchema} from './services.ts';
import {themeSchema} from './themes.ts';
import {coalitionRoles, partnerKinds, serviceFunctions, valuesOf} from './vocabularies.ts';
import {webAddressSchema} from './web-address.ts';

const kindSchema = z.enum(valuesOf(partnerKinds));

/** An organisation as others name it. */
export const partnerReferenceSchema = z
  .object({slug: slugSchema, community: slugSchema, name: z.string(), kind: kindSchema})
  .register(z.globalRegistry, {
    id: 'PartnerReference',
    description: 'An organisation as others name it.',
    examples: [{slug: 'movisie', community: 'utrecht', name: 'Movisie', kind: 'knowledge'}],
  });
export type PartnerReference = z.infer<typeof partnerReferenceSchema>;

export const partnerContactSchema = z
  .strictObject({
    name: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(120))),
    role: z.nullable(languageMap(120)),
    email: z.nullable(emailSchema),
    phone: z.nullable(phoneSchema),
    agreedOn: z.nullable(dateSchema),
  })
  .check(z.refine(({name, agreedOn}) => name === null || agreedOn !== null, {error: 'required', path: ['agreedOn']}))
  .register(z.globalRegistry, {
    id: 'PartnerContact',
    description:
      'How to reach an organisation. A person’s name stands here only when that person agreed, with the date (`agreedOn`); everything here is public.',
    examples: [{name: null, role: {nl: 'Wijkteam'}, email: 'wijkteam@example.nl', phone: null, agreedOn: null}],
  });

const coalitionOfPartnerSchema = z
  .object({
    initiative: z.object({slug: slugSchema, community: slugSchema, name: z.string()}),
    role: z.enum(valuesOf(coalitionRoles)),
    since: z.nullable(partialDateSchema),
  })
  .register(z.globalRegistry, {id: 'PartnerCoalition', description: 'An initiative that an organisation stands behind, and in what role.'});

const listItemFields = {
  id: idSchema,
  slug: slugSchema,
  community: slugSchema,
  name: z.string(),
  kind: kindSchema,
  city: z.nullable(z.string()),
  summary: languageMap(600),
  website: z.nullable(z.string()),
  /** Invented, so that every kind can be shown: the page says so. */
  isSample: z.boolean(),
  contacts: z.array(partnerContactSchema),
  areas: z.array(areaSchema),
  parent: z.nullable(partnerReferenceSchema),
  place: z.nullable(placeSchema),
  /** What its services do for residents, each once. */
  functions: z.array(z.enum(valuesOf(serviceFunctions))),
  themes: z.array(themeSchema),
  initiativeCount: z.int().check(z.gte(0)),
  externalIds: z.array(externalIdSchema),
  updatedAt: momentSchema,
  url: z.string(),
};

const listItemExample = {
  id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d6f',
  slug: 'movisie',
  community: 'utrecht',
  name: 'Movisie',
  kind: 'knowledge',
  city: 'Utrecht',
  summary: {nl: 'Kennisinstituut voor sociale vragen.'},
  website: null,
  isSample: false,
  contacts: [],
  areas: [],
  parent: null,
  place: null,
  functions: [],
  themes: [],
  initiativeCount: 12,
  externalIds: [],
  updatedAt: '2026-11-22T09:00:00Z',
  url: 'http://localhost:8787/utrecht/sociale-kaart/movisie',
};

export const partnerListItemSchema = z.object(listItemFields).register(z.globalRegistry, {
  id: 'PartnerListItem',
  description: 'An organisation as it stands in a list: without its services, its coalitions and its members.',
  examples: [listItemExample],
});
export type PartnerListItem = z.infer<typeof partnerListItemSchema>;

export const partnerSchema = z
  .object({
    ...listItemFields,
    coalition: z.array(coalitionOfPartnerSchema),
    services: z.array(serviceSchema),
    /** Of a network: who belongs to it. */
    members: z.array(partnerReferenceSchema),
    /** The networks it belongs to itself. */
    networks: z.array(partnerReferenceSchema),
    ownedFields: z.array(ownedFieldSchema),
  })
  .register(z.globalRegistry, {
    id: 'Partner',
    description:
      'An organisation with what it does for residents and the initiatives it stands behind. `ownedFields` says which fields another system keeps, and which one: those can’t be changed here.',
    examples: [{...listItemExample, coalition: [], services: [], members: [], networks: [], ownedFields: []}],
  });
export type Partner = z.infer<typeof partnerSchema>;

export const partnerPageSchema = z
  .object({
    data: z.array(partnerListItemSchema),
    total: z.int().check(z.gte(0)),
    next: z.nullable(z.string()),
    facets: z.record(z.string(), z.array(facetCountSchema)),
  })
  .register(z.globalRegistry, {
    id: 'PartnerPage',
    description: 'A page of organisations; `total` counts all that match.',
    examples: [{data: [listItemExample], total: 1, next: null, facets: {kind: [{value: 'knowledge', count: 1}]}}],
  });

export const partnerFacetKeys = ['kind', 'function', 'theme', 'area', 'community'] as const;
export type PartnerFacetKey = (typeof partnerFacetKeys)[number];

export const partnerFiltersSchema = z.strictObject({
  q: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(100), z.meta({description: 'Zoekwoorden.'}))),
  kind: commaList(kindSchema, 'Soorten organisatie.'),
  function: commaList(z.enum(valuesOf(serviceFunctions)), 'Wat haar voorzieningen doen.'),
  theme: commaList(themeSchema, 'Thema’s van haar voorzieningen.'),
  area: commaList(areaCodeSchema, 'Gebieden: CBS-codes of eigen gebieden. Een wijk of buurt hoort ook bij haar gemeente.'),
  community: commaList(slugSchema, 'Gemeenschappen, binnen een regio.'),
  open: z.optional(openAtSchema),
});
export type PartnerFilters = z.infer<typeof partnerFiltersSchema>;

export const partnerQuerySchema = z.extend(partnerFiltersSchema, {
  sort: z.optional(z.enum(['name', 'date']).check(z.meta({description: 'Volgorde: op naam, of het laatst gewijzigd eerst.'}))),
  facets: commaList(z.enum(partnerFacetKeys), 'Waarvan per waarde het aantal geteld wordt.'),
  cursor: z.optional(cursorSchema),
  limit: z.optional(limitSchema),
});
export type PartnerQuery = z.infer<typeof partnerQuerySchema>;

const writableFields = {
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
  kind: kindSchema,
  city: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(120))),
  summary: languageMap(600),
  website: z.nullable(webAddressSchema),
  isSample: z.boolean(),
  contacts: z.array(partnerContactSchema).check(z.maxLength(20)),
  areas: z.array(areaSchema).check(z.maxLength(20)),
  /** The slug of the organisation that it is part of. */
  parent: z.nullable(addressSchema),
  /** The slug of the place where it is. */
  place: z.nullable(slugSchema),
  members: z.array(addressSchema).check(z.maxLength(500)),
  externalIds: z.array(externalIdSchema).check(z.maxLength(20)),
};

export const newPartnerSchema = z
  .extend(z.partial(z.strictObject(writableFields)), {
    name: writableFields.name,
    kind: writableFields.kind,
    summary: writableFields.summary,
    slug: z.optional(slugSchema),
  })
  .register(z.globalRegistry, {
    id: 'NewPartner',
    description:
      'An organisation to add. `parent` and `members` are slugs, or `{community}~{slug}` of another community; `place` is the slug of a place.',
    examples: [{name: 'Welzijn Oost', kind: 'social-work', summary: {nl: 'Helpt bewoners van Oost.'}}],
  });
export type NewPartner = z.infer<typeof newPartnerSchema>;

export const partnerChangesSchema = z.partial(z.strictObject(writableFields)).register(z.globalRegistry, {
  id: 'PartnerChanges',
  description: 'What changes (RFC 7396): what is left out stays, a list is replaced whole.',
  examples: [{website: 'https://www.example.nl'}],
});
export type PartnerChanges = z.infer<typeof partnerChangesSchema>;
