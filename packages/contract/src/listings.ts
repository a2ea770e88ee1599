import * as z from 'zod/mini';
import {areaCodeSchema, areaSchema} from './areas.ts';
import {minutesSchema} from './credits.ts';
import {idSchema, slugSchema} from './identifiers.ts';
import {languageMap} from './language-map.ts';
import {momentSchema} from './moments.ts';
import {commaList, cursorSchema, facetCountSchema, limitSchema} from './paging.ts';
import {blocksSchema} from './rich-text.ts';
import {listingCategories, listingKinds, listingStates, valuesOf} from './vocabularies.ts';

const kindSchema = z.enum(valuesOf(listingKinds));
const categorySchema = z.enum(valuesOf(listingCategories));
const reasonSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(1000));

const listingExample = {
  id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5e50',
  community: 'schouwen-duiveland',
  kind: 'request',
  title: {nl: 'Wie helpt mij met de heg?'},
  text: {nl: 'Hij is twee meter hoog. Gereedschap is er.'},
  blocks: {nl: [{type: 'paragraph', content: [{type: 'text', text: 'Hij is twee meter hoog. Gereedschap is er.'}]}]},
  category: 'garden',
  area: {code: 'zierikzee', year: null, name: 'Zierikzee'},
  minutes: 90,
  until: '2027-01-21T09:00:00Z',
  state: 'open',
  owner: {name: 'Anna'},
  isMine: false,
  tellsMatches: null,
  createdAt: '2026-11-22T09:00:00Z',
  updatedAt: '2026-11-22T09:00:00Z',
};

export const listingSchema = z
  .object({
    id: idSchema,
    community: slugSchema,
    kind: kindSchema,
    title: languageMap(120),
    text: z.nullable(languageMap(2000)),
    blocks: z.nullable(blocksSchema),
    category: categorySchema,
    area: z.nullable(areaSchema),
    /** An estimate of what it takes. */
    minutes: z.int(),
    until: momentSchema,
    state: z.enum(valuesOf(listingStates)),
    /** Whose it is: a first name, null for who gave none. */
    owner: z.object({name: z.nullable(z.string())}),
    isMine: z.boolean(),
    /** Whether its owner hears by mail what fits it; null for everybody else. */
    tellsMatches: z.nullable(z.boolean()),
    createdAt: momentSchema,
    updatedAt: momentSchema,
  })
  .register(z.globalRegistry, {
    id: 'Listing',
    description: 'What somebody offers or asks for time credits. For members only: who asks for help is nobody else’s business.',
    examples: [listingExample],
  });
export type Listing = z.infer<typeof listingSchema>;

export const listingPageSchema = z
  .object({
    data: z.array(listingSchema),
    total: z.int().check(z.gte(0)),
    next: z.nullable(z.string()),
    facets: z.record(z.string(), z.array(facetCountSchema)),
  })
  .register(z.globalRegistry, {
    id: 'ListingPage',
    description: 'A page of offers and requests, the newest first; `total` counts all that match.',
    examples: [{data: [listingExample], total: 1, next: null, facets: {}}],
  });
export type ListingPage = z.infer<typeof listingPageSchema>;

export const listingFacetKeys = ['kind', 'category', 'area'] as const;
export type ListingFacetKey = (typeof listingFacetKeys)[number];

export const listingFiltersSchema = z.strictObject({
  q: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(100), z.meta({description: 'Zoekwoorden.'}))),
  kind: commaList(kindSchema, 'Hulpvragen of hulpaanbod.'),
  category: commaList(categorySchema, 'Soorten hulp.'),
  area: commaList(areaCodeSchema, 'Gebieden: CBS-codes of eigen gebieden. Een wijk of buurt hoort ook bij haar gemeente.'),
  mine: z.optional(z.literal('true').check(z.meta({description: 'Alleen de eigen, ook wat dicht of verlopen is.'}))),
});
export type ListingFilters = z.infer<typeof listingFiltersSchema>;

export const listingQuerySchema = z.extend(listingFiltersSchema, {
  facets: commaList(z.enum(listingFacetKeys), 'Waarvan per waarde het aantal geteld wordt.'),
  cursor: z.optional(cursorSchema),
  limit: z.optional(limitSchema),
});
export type ListingQuery = z.infer<typeof listingQuerySchema>;

const writableFields = {
  title: languageMap(120),
  text: z.nullable(languageMap(2000)),
  category: categorySchema,
  /** The code of one of the community's areas; null is anywhere. */
  area: z.nullable(areaCodeSchema),
  /** Any whole number of minutes, whatever the step of transfers is. */
  minutes: minutesSchema,
  /** At most a year from now. */
  until: momentSchema,
  /** Whether to hear by mail what fits it, at most once a day. */
  tellsMatches: z.boolean(),
};

export const newListingSchema = z
  .extend(z.partial(z.strictObject(writableFields)), {
    kind: kindSchema,
    title: writableFields.title,
    category: writableFields.category,
    minutes: writableFields.minutes,
  })
  .register(z.globalRegistry, {
    id: 'NewListing',
    description: 'What to offer or ask. Left out: anywhere, for 60 days, with a mail about what fits.',
    examples: [{kind: 'request', title: {nl: 'Wie helpt mij met de heg?'}, category: 'garden', minutes: 90}],
  });
export type NewListing = z.infer<typeof newListingSchema>;

export const listingChangesSchema = z
  .extend(z.partial(z.strictObject(writableFields)), {isClosed: z.optional(z.boolean())})
  .register(z.globalRegistry, {
    id: 'ListingChanges',
    description: 'What changes (RFC 7396): what is left out stays. `isClosed` takes it off the list, or puts it back.',
    examples: [{isClosed: true}],
  });
export type ListingChanges = z.infer<typeof listingChangesSchema>;

export const listingClosingSchema = z.strictObject({reason: reasonSchema}).register(z.globalRegistry, {
  id: 'ListingClosing',
  description: 'Why it is taken off the list; its owner reads it.',
  examples: [{reason: 'Dit is betaald werk.'}],
});
export type ListingClosing = z.infer<typeof listingClosingSchema>;

export const listingMatchesSchema = z.object({data: z.array(listingSchema)}).register(z.globalRegistry, {
  id: 'ListingMatches',
  description: 'What fits a listing of one’s own, the best first: offers for a request, requests for an offer.',
  examples: [{data: [listingExample]}],
});
export type ListingMatches = z.infer<typeof listingMatchesSchema>;

export const listingCountsSchema = z
  .object({
    data: z.array(z.object({category: categorySchema, offers: z.int().check(z.gte(0)), requests: z.int().check(z.gte(0))})),
  })
  .register(z.globalRegistry, {
    id: 'ListingCounts',
    description: 'How many offers and requests are open per kind of help, and nothing about whose or what.',
    examples: [{data: [{category: 'garden', offers: 4, requests: 2}]}],
  });
export type ListingCounts = z.infer<typeof listingCountsSchema>;
