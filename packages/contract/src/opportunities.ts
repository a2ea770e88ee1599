import * as z from 'zod/mini';
import {areaCodeSchema, areaSchema} from './areas.ts';
import {boxSchema, pointSchema, positionSchema} from './geometry.ts';
import {addressSchema, idSchema, slugSchema} from './identifiers.ts';
import {languageMap} from './language-map.ts';
import {momentSchema} from './moments.ts';
import {weekdays} from './opening.ts';
import {commaList, cursorSchema, facetCountSchema, limitSchema} from './paging.ts';
import {partnerReferenceSchema} from './partners.ts';
import {placeSchema} from './places.ts';
import {publicContactSchema} from './public-contact.ts';
import {blocksSchema} from './rich-text.ts';
import {shiftSchema} from './shifts.ts';
import {themeSchema} from './themes.ts';
import {minorsPolicies, opportunityKinds, partsOfDay, signupApprovals, valuesOf, vogRequirements} from './vocabularies.ts';

const kindSchema = z.enum(valuesOf(opportunityKinds));
const vogSchema = z.enum(valuesOf(vogRequirements));

/** Open, as themes are: any word in kebab-case. */
const skillSchema = themeSchema;

/** A language that is spoken there (BCP 47, the language alone). */
const spokenLanguageSchema = z.string().check(z.regex(/^[a-z]{2,3}$/), z.meta({examples: ['nl']}));

export const questionSchema = z
  .strictObject({
    key: z.string().check(z.minLength(1), z.maxLength(40), z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)),
    label: languageMap(200),
    isRequired: z.boolean(),
  })
  .register(z.globalRegistry, {
    id: 'Question',
    description: 'A question of the organiser’s own, answered in one text.',
    examples: [{key: 'eten', label: {nl: 'Wat eet je niet?'}, isRequired: false}],
  });

const sharedFields = {
  title: languageMap(120),
  summary: languageMap(600),
  kind: kindSchema,
  areas: z.array(areaSchema).check(z.maxLength(20)),
  themes: z.array(themeSchema).check(z.maxLength(12)),
  skills: z.array(skillSchema).check(z.maxLength(12)),
  languages: z.array(spokenLanguageSchema).check(z.maxLength(12)),
  /** How much time it asks, in words. */
  commitment: z.nullable(languageMap(200)),
  /** 18 unless said; 12 where minors are let in and nothing is said. */
  minAge: z.int().check(z.gte(0), z.lte(99)),
  minors: z.enum(valuesOf(minorsPolicies)),
  vog: vogSchema,
  expenses: z.nullable(languageMap(300)),
  training: z.nullable(languageMap(300)),
  earnsCredits: z.boolean(),
  /** Whether children may come along; they take no place. */
  isForChildren: z.boolean(),
  contact: publicContactSchema,
  approval: z.enum(valuesOf(signupApprovals)),
  questions: z.array(questionSchema).check(z.maxLength(5)),
  visibleFrom: z.nullable(momentSchema),
  visibleUntil: z.nullable(momentSchema),
};

const listItemFields = {
  id: idSchema,
  community: slugSchema,
  ...sharedFields,
  initiative: z.nullable(z.object({slug: slugSchema, community: slugSchema, name: z.string()})),
  partner: z.nullable(partnerReferenceSchema),
  place: z.nullable(placeSchema),
  location: z.nullable(pointSchema),
  isSample: z.boolean(),
  isClosed: z.boolean(),
  /** The coming shift with a place, or with room on its waiting list, else the coming one. */
  nextShift: z.nullable(shiftSchema),
  shiftCount: z.int().check(z.gte(0)),
  /** Free places in all coming shifts; null when it has none and one signs up for the work itself. */
  freePlaces: z.nullable(z.int().check(z.gte(0))),
  updatedAt: momentSchema,
  url: z.string(),
};

const listItemExample = {
  id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d80',
  community: 'voorbeeldbuurt',
  title: {nl: 'Koffie schenken in het wijkcentrum'},
  summary: {nl: 'Je ontvangt bezoekers en schenkt koffie.'},
  kind: 'recurring',
  areas: [],
  themes: ['meeting'],
  skills: [],
  languages: ['nl'],
  commitment: {nl: 'Eén middag per week'},
  minAge: 16,
  minors: 'supervised',
  vog: 'none',
  expenses: null,
  training: null,
  earnsCredits: false,
  isForChildren: false,
  contact: {},
  approval: 'automatic',
  questions: [],
  visibleFrom: null,
  visibleUntil: null,
  initiative: {slug: 'wijkcentrum-het-voorbeeldhuis', community: 'voorbeeldbuurt', name: 'Wijkcentrum Het Voorbeeldhuis'},
  partner: null,
  place: {city: 'Voorbeelddorp', areaCode: 'noorderkern', areaYear: null, precision: 'exact'},
  location: {type: 'Point', coordinates: [5.77142, 52.66512]},
  isSample: true,
  isClosed: false,
  nextShift: null,
  shiftCount: 0,
  freePlaces: null,
  updatedAt: '2026-11-22T09:00:00Z',
  url: 'http://localhost:8787/voorbeeldbuurt/vrijwilligerswerk/019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d80',
};

export const opportunityListItemSchema = z.object(listItemFields).register(z.globalRegistry, {
  id: 'OpportunityListItem',
  description: 'Work that looks for hands, as it stands in a list: with its coming shift.',
  examples: [listItemExample],
});
export type OpportunityListItem = z.infer<typeof opportunityListItemSchema>;

export const opportunitySchema = z
  .object({
    ...listItemFields,
    text: z.nullable(languageMap(20_000)),
    blocks: z.nullable(blocksSchema),
    shifts: z.array(shiftSchema),
  })
  .register(z.globalRegistry, {
    id: 'Opportunity',
    description: 'Work that looks for hands, with all its coming shifts: `text` is the Markdown as written, `blocks` the same parsed.',
    examples: [{...listItemExample, text: null, blocks: null, shifts: []}],
  });
export type Opportunity = z.infer<typeof opportunitySchema>;

export const opportunityPageSchema = z
  .object({
    data: z.array(opportunityListItemSchema),
    total: z.int().check(z.gte(0)),
    next: z.nullable(z.string()),
    facets: z.record(z.string(), z.array(facetCountSchema)),
  })
  .register(z.globalRegistry, {
    id: 'OpportunityPage',
    description: 'A page of opportunities; `total` counts all that match.',
    examples: [{data: [listItemExample], total: 1, next: null, facets: {}}],
  });

export const opportunityFacetKeys = [
  'kind',
  'theme',
  'skill',
  'language',
  'weekday',
  'partOfDay',
  'vog',
  'children',
  'wheelchair',
  'credits',
  'free',
  'area',
  'community',
] as const;
export type OpportunityFacetKey = (typeof opportunityFacetKeys)[number];

const onlyTrue = (description: string) => z.optional(z.literal('true').check(z.meta({description})));

export const opportunityFiltersSchema = z.strictObject({
  q: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(100), z.meta({description: 'Zoekwoorden.'}))),
  kind: commaList(kindSchema, 'Soorten vrijwilligerswerk.'),
  theme: commaList(themeSchema, 'Thema’s.'),
  skill: commaList(skillSchema, 'Waar iemand goed in is.'),
  language: commaList(spokenLanguageSchema, 'Talen die er gesproken worden.'),
  weekday: commaList(z.enum(weekdays), 'Dagen waarop er een moment is.'),
  partOfDay: commaList(z.enum(valuesOf(partsOfDay)), 'Delen van de dag waarop er een moment begint; op dezelfde dag als `weekday`.'),
  vog: commaList(vogSchema, 'Of een VOG nodig is.'),
  children: onlyTrue('Alleen waar kinderen mee mogen.'),
  wheelchair: onlyTrue('Alleen waar je met een rolstoel kunt komen.'),
  credits: onlyTrue('Alleen wat tijdspunten oplevert.'),
  free: onlyTrue('Alleen waar nog plek is.'),
  area: commaList(areaCodeSchema, 'Gebieden: CBS-codes of eigen gebieden. Een wijk of buurt hoort ook bij haar gemeente.'),
  community: commaList(slugSchema, 'Gemeenschappen, binnen een regio.'),
  initiative: commaList(addressSchema, 'Initiatieven.'),
  partner: commaList(addressSchema, 'Organisaties.'),
  bbox: z
    .optional(boxSchema)
    .check(z.meta({description: 'Binnen deze rechthoek: west,zuid,oost,noord.', param: {style: 'form', explode: false}})),
  near: z.optional(positionSchema).check(z.meta({description: 'Rond dit punt: lengte,breedte.', param: {style: 'form', explode: false}})),
  radius: z.optional(
    z
      .int()
      .check(z.gte(1), z.lte(200_000), z.meta({description: 'Hoe ver om `near`, in meter (1–200000, standaard 5000).', examples: [5000]})),
  ),
});
export type OpportunityFilters = z.infer<typeof opportunityFiltersSchema>;

export const opportunityQuerySchema = z.extend(opportunityFiltersSchema, {
  sort: z.optional(
    z.enum(['name', 'date', 'distance']).check(
      z.meta({
        description:
          'Volgorde: op titel, het eerste moment voorop (zonder moment achteraan; standaard), of op afstand (met `near`, dan ook de standaard).',
      }),
    ),
  ),
  facets: commaList(z.enum(opportunityFacetKeys), 'Waarvan per waarde het aantal geteld wordt.'),
  cursor: z.optional(cursorSchema),
  limit: z.optional(limitSchema),
});
export type OpportunityQuery = z.infer<typeof opportunityQuerySchema>;

const writableFields = {
  ...sharedFields,
  text: z.nullable(languageMap(20_000)),
  /** The slug of an initiative of this community. */
  initiative: z.nullable(slugSchema),
  /** The slug of an organisation of this community. */
  partner: z.nullable(slugSchema),
  place: z.nullable(placeSchema),
  location: z.nullable(pointSchema),
  isSample: z.boolean(),
  isClosed: z.boolean(),
};

export const newOpportunitySchema = z
  .extend(z.partial(z.strictObject(writableFields)), {
    title: writableFields.title,
    summary: writableFields.summary,
    kind: writableFields.kind,
  })
  .register(z.globalRegistry, {
    id: 'NewOpportunity',
    description:
      'Work to offer. Left out: for people from 18, no VOG, place and area of its initiative; sign-ups for recurring work, home visits and buddies are reviewed, others are not.',
    examples: [{title: {nl: 'Koffie schenken'}, summary: {nl: 'Je ontvangt bezoekers.'}, kind: 'recurring'}],
  });
export type NewOpportunity = z.infer<typeof newOpportunitySchema>;

export const opportunityChangesSchema = z.partial(z.strictObject(writableFields)).register(z.globalRegistry, {
  id: 'OpportunityChanges',
  description: 'What changes (RFC 7396): what is left out stays, a list is replaced whole.',
  examples: [{isClosed: true}],
});
export type OpportunityChanges = z.infer<typeof opportunityChangesSchema>;
