import * as z from 'zod/mini';
import {areaCodeSchema, areaSchema} from './areas.ts';
import {externalIdSchema, idSchema, slugSchema} from './identifiers.ts';
import {languageMap} from './language-map.ts';
import {momentSchema} from './moments.ts';
import {openAtSchema, openingHoursSchema, openingSchema} from './opening.ts';
import {ownedFieldSchema} from './owned-fields.ts';
import {commaList, cursorSchema, facetCountSchema, limitSchema} from './paging.ts';
import {placeSchema} from './places.ts';
import {publicContactSchema} from './public-contact.ts';
import {themeSchema} from './themes.ts';
import {partnerKinds, serviceFunctions, serviceStatuses, valuesOf} from './vocabularies.ts';

const functionSchema = z.enum(valuesOf(serviceFunctions));
const statusSchema = z.enum(valuesOf(serviceStatuses));

const readFields = {
  id: idSchema,
  community: slugSchema,
  partner: z.object({slug: slugSchema, community: slugSchema, name: z.string(), kind: z.enum(valuesOf(partnerKinds))}),
  name: languageMap(120),
  summary: languageMap(600),
  functions: z.array(functionSchema),
  themes: z.array(themeSchema),
  forWhom: z.nullable(languageMap(300)),
  howToGet: z.nullable(languageMap(600)),
  cost: z.nullable(languageMap(300)),
  capacity: z.nullable(languageMap(200)),
  status: statusSchema,
  place: z.nullable(placeSchema),
  areas: z.array(areaSchema),
  contact: publicContactSchema,
  opening: z.nullable(openingSchema),
  openingHours: z.nullable(openingHoursSchema),
  externalIds: z.array(externalIdSchema),
  ownedFields: z.array(ownedFieldSchema),
  updatedAt: momentSchema,
};

const serviceExample = {
  id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d70',
  community: 'voorbeeldbuurt',
  partner: {slug: 'welzijn-voorbeeldbuurt', community: 'voorbeeldbuurt', name: 'Welzijn Voorbeeldbuurt', kind: 'social-work'},
  name: {nl: 'Spreekuur bij de koffie'},
  summary: {nl: 'Stel je vraag aan iemand die de weg weet.'},
  functions: ['information', 'advice'],
  themes: ['information'],
  forWhom: {nl: 'Voor iedereen uit de buurt.'},
  howToGet: {nl: 'Loop binnen.'},
  cost: null,
  capacity: null,
  status: 'active',
  place: null,
  areas: [],
  contact: {},
  opening: null,
  openingHours: null,
  externalIds: [],
  ownedFields: [],
  updatedAt: '2026-11-22T09:00:00Z',
};

/** The shape follows Open Referral HSDS 3.0: service, eligibility, application process, cost options, status, schedule. */
export const serviceSchema = z.object(readFields).register(z.globalRegistry, {
  id: 'Service',
  description: 'What an organisation does for residents: for whom, how to get it, what it costs, where and when.',
  examples: [serviceExample],
});
export type Service = z.infer<typeof serviceSchema>;

export const servicePageSchema = z
  .object({
    data: z.array(serviceSchema),
    total: z.int().check(z.gte(0)),
    next: z.nullable(z.string()),
    facets: z.record(z.string(), z.array(facetCountSchema)),
  })
  .register(z.globalRegistry, {
    id: 'ServicePage',
    description: 'A page of services; `total` counts all that match.',
    examples: [{data: [serviceExample], total: 1, next: null, facets: {}}],
  });

export const serviceFacetKeys = ['function', 'theme', 'status', 'area', 'community'] as const;
export type ServiceFacetKey = (typeof serviceFacetKeys)[number];

export const serviceQuerySchema = z.strictObject({
  q: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(100), z.meta({description: 'Zoekwoorden.'}))),
  function: commaList(functionSchema, 'Wat de voorziening doet.'),
  theme: commaList(themeSchema, 'Thema’s.'),
  status: commaList(statusSchema, 'Of de voorziening er is.'),
  area: commaList(areaCodeSchema, 'Gebieden: CBS-codes of eigen gebieden. Een wijk of buurt hoort ook bij haar gemeente.'),
  community: commaList(slugSchema, 'Gemeenschappen, binnen een regio.'),
  partner: commaList(slugSchema, 'Organisaties.'),
  open: z.optional(openAtSchema),
  sort: z.optional(z.enum(['name', 'date']).check(z.meta({description: 'Volgorde: op naam, of het laatst gewijzigd eerst.'}))),
  facets: commaList(z.enum(serviceFacetKeys), 'Waarvan per waarde het aantal geteld wordt.'),
  cursor: z.optional(cursorSchema),
  limit: z.optional(limitSchema),
});
export type ServiceQuery = z.infer<typeof serviceQuerySchema>;

const writableFields = {
  name: languageMap(120),
  summary: languageMap(600),
  functions: z.array(functionSchema).check(z.maxLength(7)),
  themes: z.array(themeSchema).check(z.maxLength(12)),
  forWhom: z.nullable(languageMap(300)),
  howToGet: z.nullable(languageMap(600)),
  cost: z.nullable(languageMap(300)),
  capacity: z.nullable(languageMap(200)),
  status: statusSchema,
  /** The slug of the place where it is given. */
  place: z.nullable(slugSchema),
  areas: z.array(areaSchema).check(z.maxLength(20)),
  contact: publicContactSchema,
  openingHours: z.nullable(openingHoursSchema),
  externalIds: z.array(externalIdSchema).check(z.maxLength(20)),
};

export const newServiceSchema = z
  .extend(z.partial(z.strictObject(writableFields)), {
    partner: slugSchema,
    name: writableFields.name,
    summary: writableFields.summary,
    functions: writableFields.functions,
  })
  .register(z.globalRegistry, {
    id: 'NewService',
    description: 'A service to add to an organisation of this community, named by its slug.',
    examples: [{partner: 'welzijn-oost', name: {nl: 'Spreekuur'}, summary: {nl: 'Stel je vraag.'}, functions: ['information', 'advice']}],
  });
export type NewService = z.infer<typeof newServiceSchema>;

export const serviceChangesSchema = z.partial(z.strictObject(writableFields)).register(z.globalRegistry, {
  id: 'ServiceChanges',
  description: 'What changes (RFC 7396): what is left out stays, a list is replaced whole.',
  examples: [{status: 'inactive'}],
});
export type ServiceChanges = z.infer<typeof serviceChangesSchema>;
