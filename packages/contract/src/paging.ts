import * as z from 'zod/mini';

/** How many things stand on a page, 1–100. */
export const limitSchema = z
  .int()
  .check(z.gte(1), z.lte(100), z.meta({description: 'Hoeveel er op een pagina staan (1–100).', examples: [20]}));

export const defaultLimit = 20;

/** Where the next page begins; opaque, and stable while rows are inserted. */
export const cursorSchema = z
  .string()
  .check(z.minLength(1), z.maxLength(1000), z.meta({description: 'Het begin van de volgende pagina, uit `next`.'}));

export const facetCountSchema = z.object({value: z.string(), count: z.int().check(z.gte(0))}).register(z.globalRegistry, {
  id: 'FacetCount',
  description: 'How many there would be with this value alone and all other filters as they are.',
  examples: [{value: 'shop', count: 1}],
});
export type FacetCount = z.infer<typeof facetCountSchema>;

/** A comma list in a query: `kind=shop,playground`. */
export function commaList<Value extends z.core.$ZodType>(value: Value, description: string) {
  return z
    .optional(z.array(value).check(z.minLength(1), z.maxLength(50)))
    .check(z.meta({description, param: {style: 'form', explode: false}}));
}
