import * as z from 'zod/mini';
import {accessibilitySchema} from './accessibility.ts';
import {areaCodeSchema} from './areas.ts';
import {pointSchema} from './geometry.ts';
import {idSchema, slugSchema} from './identifiers.ts';
import {languageMap} from './language-map.ts';
import {momentSchema} from './moments.ts';
import {cursorSchema, facetCountSchema, limitSchema} from './paging.ts';

export const addressLinesSchema = z
  .strictObject({
    street: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
    postcode: z.nullable(z.string().check(z.regex(/^[1-9]\d{3} ?[A-Z]{2}$/))),
  })
  .register(z.globalRegistry, {
    id: 'AddressLines',
    description: 'Street with house number, and the postcode.',
    examples: [{street: 'Dorpsstraat 1', postcode: '9417 AA'}],
  });

const placeFields = {
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
  address: z.nullable(addressLinesSchema),
  city: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
  areaCode: z.nullable(areaCodeSchema),
  areaYear: z.nullable(z.int().check(z.gte(1995), z.lte(2100))),
  location: z.nullable(pointSchema),
  accessibility: accessibilitySchema,
  /** Whether there is room for others, and for what. */
  isAvailable: z.boolean(),
  availableFor: z.nullable(languageMap(300)),
};

const occupantSchema = z
  .object({
    resource: z.enum(['initiative', 'partner', 'service']),
    id: idSchema,
    /** Of a service: the slug of its organisation. */
    slug: slugSchema,
    community: slugSchema,
    name: languageMap(120),
  })
  .register(z.globalRegistry, {id: 'Occupant', description: 'Who is in a place: an initiative, an organisation or a service.'});

const listItemFields = {id: idSchema, slug: slugSchema, community: slugSchema, ...placeFields, updatedAt: momentSchema};

const listItemExample = {
  id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d71',
  slug: 'de-tille',
  community: 'midden-drenthe',
  name: 'De Tille',
  address: null,
  city: 'Witteveen',
  areaCode: 'GM1731',
  areaYear: 2025,
  location: {type: 'Point', coordinates: [6.65, 52.82]},
  accessibility: {stepFree: 'yes'},
  isAvailable: true,
  availableFor: {nl: 'Een zaal voor twintig mensen.'},
  updatedAt: '2026-11-22T09:00:00Z',
};

export const sharedPlaceListItemSchema = z.object(listItemFields).register(z.globalRegistry, {
  id: 'SharedPlaceListItem',
  description: 'An address or building that initiatives and organisations can share, as it stands in a list.',
  examples: [listItemExample],
});
export type SharedPlaceListItem = z.infer<typeof sharedPlaceListItemSchema>;

export const sharedPlaceSchema = z.object({...listItemFields, occupants: z.array(occupantSchema)}).register(z.globalRegistry, {
  id: 'SharedPlace',
  description: 'An address or building, with everyone who is in it.',
  examples: [{...listItemExample, occupants: []}],
});
export type SharedPlace = z.infer<typeof sharedPlaceSchema>;

export const sharedPlacePageSchema = z
  .object({
    data: z.array(sharedPlaceListItemSchema),
    total: z.int().check(z.gte(0)),
    next: z.nullable(z.string()),
    facets: z.record(z.string(), z.array(facetCountSchema)),
  })
  .register(z.globalRegistry, {
    id: 'SharedPlacePage',
    description: 'A page of places, by name.',
    examples: [{data: [listItemExample], total: 1, next: null, facets: {}}],
  });

export const sharedPlaceQuerySchema = z.strictObject({
  q: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(100), z.meta({description: 'Zoekwoorden.'}))),
  available: z.optional(z.stringbool({truthy: ['true'], falsy: ['false']}).check(z.meta({description: 'Of er plek is voor anderen.'}))),
  cursor: z.optional(cursorSchema),
  limit: z.optional(limitSchema),
});
export type SharedPlaceQuery = z.infer<typeof sharedPlaceQuerySchema>;

export const newSharedPlaceSchema = z
  .extend(z.partial(z.strictObject(placeFields)), {name: placeFields.name, city: placeFields.city, slug: z.optional(slugSchema)})
  .register(z.globalRegistry, {
    id: 'NewSharedPlace',
    description: 'A place to add: an address or a building, never a private home.',
    examples: [{name: 'De Tille', city: 'Witteveen'}],
  });
export type NewSharedPlace = z.infer<typeof newSharedPlaceSchema>;

export const sharedPlaceChangesSchema = z.partial(z.strictObject(placeFields)).register(z.globalRegistry, {
  id: 'SharedPlaceChanges',
  description: 'What changes (RFC 7396): what is left out stays.',
  examples: [{isAvailable: true}],
});
export type SharedPlaceChanges = z.infer<typeof sharedPlaceChangesSchema>;
