import * as z from 'zod/mini';
import {accessibilitySchema} from './accessibility.ts';
import {areaCodeSchema, areaSchema} from './areas.ts';
import {boxSchema, pointSchema, positionSchema} from './geometry.ts';
import {addressSchema, externalIdSchema, idSchema, slugSchema} from './identifiers.ts';
import {languageMap} from './language-map.ts';
import {dateSchema, momentSchema, partialDateSchema} from './moments.ts';
import {openAtSchema, openingHoursSchema, openingSchema} from './opening.ts';
import {commaList, cursorSchema, facetCountSchema, limitSchema} from './paging.ts';
import {photoSchema} from './photos.ts';
import {placeSchema} from './places.ts';
import {ownedFieldSchema} from './owned-fields.ts';
import {partnerReferenceSchema} from './partners.ts';
import {publicContactSchema} from './public-contact.ts';
import {blocksSchema} from './rich-text.ts';
import {themeSchema} from './themes.ts';
import {coalitionRoles, initiativeContexts, initiativeKinds, initiativeStages, partnerKinds, scales, valuesOf} from './vocabularies.ts';

const kindSchema = z.enum(valuesOf(initiativeKinds));
const stageSchema = z.enum(valuesOf(initiativeStages));
const contextSchema = z.enum(valuesOf(initiativeContexts));
const scaleSchema = z.enum(valuesOf(scales));

export const lookingForSchema = z
  .strictObject({text: languageMap(200), kind: z.nullable(z.enum(valuesOf(partnerKinds)))})
  .register(z.globalRegistry, {
    id: 'LookingFor',
    description: 'Whom an initiative says it looks for, in its own words, and the kind of organisation when it is one.',
    examples: [{text: {nl: 'Wij zoeken een ondernemer.'}, kind: 'company'}],
  });

export const chapterSchema = z
  .object({
    id: idSchema,
    title: languageMap(120),
    text: languageMap(20_000),
    blocks: blocksSchema,
    date: z.nullable(dateSchema),
  })
  .register(z.globalRegistry, {
    id: 'Chapter',
    description: 'A chapter of an initiative’s story: `text` is the Markdown as written, `blocks` the same parsed.',
  });
export type Chapter = z.infer<typeof chapterSchema>;

export const newCoalitionMemberSchema = z
  .strictObject({partner: addressSchema, role: z.enum(valuesOf(coalitionRoles)), since: z.optional(z.nullable(partialDateSchema))})
  .register(z.globalRegistry, {
    id: 'NewCoalitionMember',
    description: 'An organisation that stands behind an initiative: its slug, or `{community}~{slug}` of another community.',
    examples: [{partner: 'utrecht~movisie', role: 'follows'}],
  });

export const coalitionMemberSchema = z
  .object({
    partner: partnerReferenceSchema,
    role: z.enum(valuesOf(coalitionRoles)),
    since: z.nullable(partialDateSchema),
  })
  .register(z.globalRegistry, {id: 'CoalitionMember', description: 'An organisation that stands behind an initiative, and in what role.'});
export type CoalitionMember = z.infer<typeof coalitionMemberSchema>;

const listItemFields = {
  id: idSchema,
  slug: slugSchema,
  community: slugSchema,
  name: z.string(),
  kind: kindSchema,
  stage: stageSchema,
  themes: z.array(themeSchema),
  context: z.nullable(contextSchema),
  scale: z.nullable(scaleSchema),
  since: z.nullable(partialDateSchema),
  summary: languageMap(600),
  place: z.nullable(placeSchema),
  location: z.nullable(pointSchema),
  areas: z.array(areaSchema),
  opening: z.nullable(openingSchema),
  accessibility: accessibilitySchema,
  contact: publicContactSchema,
  /** Whether one can write to its people without seeing their address. */
  hasContactForm: z.boolean(),
  photos: z.array(photoSchema),
  coalition: z.array(coalitionMemberSchema),
  lookingFor: z.array(lookingForSchema),
  externalIds: z.array(externalIdSchema),
  checkedAt: z.nullable(momentSchema),
  isRecentlyChecked: z.boolean(),
  updatedAt: momentSchema,
  url: z.string(),
};

const listItemExample = {
  id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d6e',
  slug: 'buurtsuper-holwierde',
  community: 'eemsdelta',
  name: 'Buurtsuper Holwierde',
  kind: 'shop',
  stage: 'active',
  themes: ['shop', 'liveability'],
  context: null,
  scale: 'village',
  since: null,
  summary: {nl: 'De winkel dreigde te sluiten. Bewoners houden de buurtsuper open.'},
  place: {city: 'Holwierde', areaCode: 'GM1979', areaYear: 2025, precision: 'village'},
  location: {type: 'Point', coordinates: [6.872, 53.358]},
  areas: [],
  opening: null,
  accessibility: {stepFree: 'yes'},
  contact: {website: 'https://www.example.nl'},
  hasContactForm: false,
  photos: [],
  coalition: [],
  lookingFor: [],
  externalIds: [],
  checkedAt: null,
  isRecentlyChecked: true,
  updatedAt: '2026-11-22T09:00:00Z',
  url: 'http://localhost:8787/eemsdelta/initiatieven/buurtsuper-holwierde',
};

export const initiativeListItemSchema = z.object(listItemFields).register(z.globalRegistry, {
  id: 'InitiativeListItem',
  description: 'An initiative as it stands in a list: all but its story.',
  examples: [listItemExample],
});
export type InitiativeListItem = z.infer<typeof initiativeListItemSchema>;

export const initiativeSchema = z
  .object({
    ...listItemFields,
    story: z.array(chapterSchema),
    openingHours: z.nullable(openingHoursSchema),
    ownedFields: z.array(ownedFieldSchema),
  })
  .register(z.globalRegistry, {
    id: 'Initiative',
    description:
      'Something residents organise, with its whole story. `ownedFields` says which fields another system keeps, and which one: those can’t be changed here.',
    examples: [{...listItemExample, story: [], openingHours: null, ownedFields: []}],
  });
export type Initiative = z.infer<typeof initiativeSchema>;

export const initiativeFields = Object.keys(listItemFields) as [keyof InitiativeListItem, ...(keyof InitiativeListItem)[]];

/** What a list item holds when `fields` names some: `id` always. */
export const initiativeSelectionSchema = z.partial(initiativeListItemSchema).register(z.globalRegistry, {
  id: 'InitiativeSelection',
  description: 'An initiative as it stands in a list; with `fields`, only those and `id`.',
});

const facets = z.record(z.string(), z.array(facetCountSchema));

export const initiativePageSchema = z
  .object({data: z.array(initiativeSelectionSchema), total: z.int().check(z.gte(0)), next: z.nullable(z.string()), facets})
  .register(z.globalRegistry, {
    id: 'InitiativePage',
    description: 'A page of initiatives; `total` counts all that match.',
    examples: [{data: [listItemExample], total: 16, next: null, facets: {kind: [{value: 'shop', count: 1}]}}],
  });

export const initiativeFeatureSchema = z
  .object({
    type: z.literal('Feature'),
    id: idSchema,
    geometry: z.nullable(pointSchema),
    properties: z.partial(initiativeListItemSchema),
  })
  .register(z.globalRegistry, {
    id: 'InitiativeFeature',
    description: 'An initiative as a GeoJSON feature (RFC 7946); no place: `geometry` null.',
  });

export const initiativeFeatureCollectionSchema = z
  .object({
    type: z.literal('FeatureCollection'),
    features: z.array(initiativeFeatureSchema),
    numberMatched: z.int(),
    numberReturned: z.int(),
  })
  .register(z.globalRegistry, {
    id: 'InitiativeFeatureCollection',
    description: 'A page of initiatives as GeoJSON (RFC 7946).',
    examples: [{type: 'FeatureCollection', features: [], numberMatched: 0, numberReturned: 0}],
  });

export const initiativeFacetKeys = ['kind', 'stage', 'theme', 'context', 'area', 'community'] as const;
export type InitiativeFacetKey = (typeof initiativeFacetKeys)[number];

export const initiativeFiltersSchema = z.strictObject({
  q: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(100), z.meta({description: 'Zoekwoorden.'}))),
  kind: commaList(kindSchema, 'Soorten initiatief.'),
  stage: commaList(stageSchema, 'Fasen.'),
  theme: commaList(themeSchema, 'Thema’s.'),
  context: commaList(contextSchema, 'Soorten omgeving.'),
  area: commaList(areaCodeSchema, 'Gebieden: CBS-codes of eigen gebieden. Een wijk of buurt hoort ook bij haar gemeente.'),
  community: commaList(slugSchema, 'Gemeenschappen, binnen een regio.'),
  bbox: z
    .optional(boxSchema)
    .check(z.meta({description: 'Binnen deze rechthoek: west,zuid,oost,noord.', param: {style: 'form', explode: false}})),
  near: z.optional(positionSchema).check(z.meta({description: 'Rond dit punt: lengte,breedte.', param: {style: 'form', explode: false}})),
  radius: z.optional(
    z
      .int()
      .check(z.gte(1), z.lte(200_000), z.meta({description: 'Hoe ver om `near`, in meter (1–200000, standaard 5000).', examples: [5000]})),
  ),
  open: z.optional(openAtSchema),
});
export type InitiativeFilters = z.infer<typeof initiativeFiltersSchema>;

export const initiativeQuerySchema = z.extend(initiativeFiltersSchema, {
  sort: z.optional(
    z
      .enum(['name', 'date', 'distance'])
      .check(z.meta({description: 'Volgorde: op naam, het laatst gewijzigd eerst, of op afstand (met `near`, dan ook de standaard).'})),
  ),
  facets: commaList(z.enum(initiativeFacetKeys), 'Waarvan per waarde het aantal geteld wordt.'),
  fields: commaList(z.enum(initiativeFields), 'Welke velden de antwoorden hebben; `id` staat er altijd bij.'),
  cursor: z.optional(cursorSchema),
  limit: z.optional(limitSchema),
  format: z.optional(z.enum(['json', 'geojson', 'csv']).check(z.meta({description: 'Vorm van het antwoord; gaat voor `Accept`.'}))),
});
export type InitiativeQuery = z.infer<typeof initiativeQuerySchema>;

const newChapterSchema = z
  .strictObject({title: languageMap(120), text: languageMap(20_000), date: z.optional(z.nullable(dateSchema))})
  .register(z.globalRegistry, {
    id: 'NewChapter',
    description: 'A chapter to keep: text in Markdown.',
    examples: [{title: {nl: 'Het begin'}, text: {nl: 'Wij begonnen met koffie.'}}],
  });

const writableFields = {
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
  kind: kindSchema,
  stage: stageSchema,
  themes: z.array(themeSchema).check(z.maxLength(20)),
  context: z.nullable(contextSchema),
  scale: z.nullable(scaleSchema),
  since: z.nullable(partialDateSchema),
  summary: languageMap(600),
  place: z.nullable(placeSchema),
  location: z.nullable(pointSchema),
  areas: z.array(areaSchema).check(z.maxLength(20)),
  openingHours: z.nullable(openingHoursSchema),
  accessibility: accessibilitySchema,
  contact: publicContactSchema,
  hasContactForm: z.boolean(),
  coalition: z.array(newCoalitionMemberSchema).check(z.maxLength(100)),
  lookingFor: z.array(lookingForSchema).check(z.maxLength(20)),
  externalIds: z.array(externalIdSchema).check(z.maxLength(20)),
  story: z.array(newChapterSchema).check(z.maxLength(100)),
};

export const newInitiativeSchema = z
  .extend(z.partial(z.strictObject(writableFields)), {
    name: writableFields.name,
    kind: writableFields.kind,
    summary: writableFields.summary,
    slug: z.optional(slugSchema),
  })
  .register(z.globalRegistry, {
    id: 'NewInitiative',
    description: 'An initiative to add. Without a slug it gets one from its name.',
    examples: [{name: 'Buurttuin Oost', kind: 'other', summary: {nl: 'Samen tuinieren op het veldje.'}}],
  });
export type NewInitiative = z.infer<typeof newInitiativeSchema>;

export const initiativeChangesSchema = z.partial(z.strictObject(writableFields)).register(z.globalRegistry, {
  id: 'InitiativeChanges',
  description: 'What changes (RFC 7396): what is left out stays, a list is replaced whole.',
  examples: [{stage: 'active'}],
});
export type InitiativeChanges = z.infer<typeof initiativeChangesSchema>;

export const clusterQuerySchema = z.extend(initiativeFiltersSchema, {
  bbox: boxSchema.check(z.meta({description: 'Wat er in beeld is: west,zuid,oost,noord.', param: {style: 'form', explode: false}})),
  zoom: z.int().check(z.gte(0), z.lte(20), z.meta({description: 'Hoe ver de kaart is ingezoomd (0–20).', examples: [12]})),
});
export type ClusterQuery = z.infer<typeof clusterQuerySchema>;

export const clusterSchema = z
  .object({
    count: z.int().check(z.gte(1)),
    bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
    location: pointSchema,
    id: z.optional(idSchema),
    slug: z.optional(slugSchema),
    community: z.optional(slugSchema),
    name: z.optional(z.string()),
    kind: z.optional(kindSchema),
  })
  .register(z.globalRegistry, {
    id: 'Cluster',
    description: 'Initiatives close together, as one marker. Its id, slug, community, name and kind only when it is a single one.',
    examples: [{count: 12, bounds: [6.5, 53.2, 6.6, 53.3], location: {type: 'Point', coordinates: [6.56, 53.22]}}],
  });
export type Cluster = z.infer<typeof clusterSchema>;

export const clusterListSchema = z.object({data: z.array(clusterSchema), total: z.int().check(z.gte(0))}).register(z.globalRegistry, {
  id: 'ClusterList',
  description: 'All initiatives with a place in view, in at most a few hundred clusters; their counts add up to `total`.',
  examples: [{data: [{count: 12, bounds: [6.5, 53.2, 6.6, 53.3], location: {type: 'Point', coordinates: [6.56, 53.22]}}], total: 12}],
});
