import * as z from 'zod/mini';
import {areaCodeSchema} from './areas.ts';
import {slugSchema} from './identifiers.ts';
import {precisions, valuesOf} from './vocabularies.ts';

/** Where something is, as exactly as `precision` says; the point itself is the thing's `location`. */
export const placeSchema = z
  .strictObject({
    city: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
    areaCode: z.nullable(areaCodeSchema),
    areaYear: z.nullable(z.int().check(z.gte(1995), z.lte(2100))),
    precision: z.enum(valuesOf(precisions)),
    /** The building that it shares with others, when it is one of the community’s places. */
    slug: z.optional(slugSchema),
    /** That building’s name; read from the place, so that writing it changes nothing. */
    name: z.optional(z.string().check(z.maxLength(120))),
  })
  .register(z.globalRegistry, {
    id: 'Place',
    description:
      'Where something is, as exactly as `precision` says. `grid` is a private home: a fixed grid point stands for the address. `slug` and `name` are those of the building, when it is a place that others share.',
    examples: [{city: 'Zierikzee', areaCode: 'GM1676', areaYear: 2025, precision: 'town'}],
  });
export type Place = z.infer<typeof placeSchema>;
