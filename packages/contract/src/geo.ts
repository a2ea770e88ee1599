import * as z from 'zod/mini';
import {pointSchema} from './geometry.ts';

export const suggestionKinds = ['address', 'postcode', 'street', 'city', 'municipality', 'neighbourhood', 'place'] as const;

export const geoSuggestionSchema = z
  .object({
    label: z.string(),
    kind: z.enum(suggestionKinds),
    location: pointSchema,
    source: z.enum(['pdok', 'gazetteer']),
  })
  .register(z.globalRegistry, {
    id: 'GeoSuggestion',
    description: 'A place that a text may mean, and who says so: PDOK, or our own list of places.',
    examples: [{label: 'Damrak 1, Amsterdam', kind: 'address', location: {type: 'Point', coordinates: [4.8972, 52.3764]}, source: 'pdok'}],
  });
export type GeoSuggestion = z.infer<typeof geoSuggestionSchema>;

export const geoSuggestionsSchema = z
  .object({data: z.array(geoSuggestionSchema), total: z.int(), isComplete: z.boolean()})
  .register(z.globalRegistry, {
    id: 'GeoSuggestions',
    description:
      'Places that a text may mean, the likeliest first. `isComplete` is false when addresses can’t be looked up now and only our own places were searched.',
    examples: [{data: [], total: 0, isComplete: true}],
  });

export const geoSuggestionRequestSchema = z
  .strictObject({q: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)), limit: z.optional(z.int().check(z.gte(1), z.lte(20)))})
  .register(z.globalRegistry, {
    id: 'GeoSuggestionRequest',
    description: 'What somebody typed. It travels in the body, since an address is private.',
    examples: [{q: 'damrak 1', limit: 5}],
  });

export const geoReverseRequestSchema = z.strictObject({location: pointSchema}).register(z.globalRegistry, {
  id: 'GeoReverseRequest',
  description: 'A point to find a name for.',
  examples: [{location: {type: 'Point', coordinates: [4.8972, 52.3764]}}],
});
