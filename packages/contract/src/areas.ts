import * as z from 'zod/mini';

/** A CBS code (`GM1676`, `WK167600`, `BU16760001`) or the name a community gives an area of its own (`kern-noord`). */
export const areaCodeSchema = z
  .string()
  .check(z.maxLength(40), z.regex(/^(?:GM\d{4}|WK\d{6}|BU\d{8}|[a-z0-9]+(?:-[a-z0-9]+)*)$/), z.meta({examples: ['GM1676', 'kern-noord']}));

const areaYearSchema = z.int().check(z.gte(1995), z.lte(2100));

export const areaSchema = z
  .strictObject({
    code: areaCodeSchema,
    year: z.nullable(areaYearSchema),
    name: z.string().check(z.minLength(1), z.maxLength(120)),
  })
  .register(z.globalRegistry, {
    id: 'Area',
    description:
      'A CBS area with the year of its code, since codes change every year, or an area that the community names itself (year null).',
    examples: [{code: 'GM1676', year: 2025, name: 'Schouwen-Duiveland'}],
  });
export type Area = z.infer<typeof areaSchema>;

/**
 * The area itself and the CBS areas around it: the first digits of a district or neighbourhood code are its
 * municipality's (CBS, Wijk- en buurtkaart).
 */
export function areaWithAncestors(code: string): string[] {
  const neighbourhood = /^BU((\d{4})\d{2})\d{2}$/.exec(code);
  if (neighbourhood) return [code, `WK${neighbourhood[1]}`, `GM${neighbourhood[2]}`];
  const district = /^WK(\d{4})\d{2}$/.exec(code);
  if (district) return [code, `GM${district[1]}`];
  return [code];
}
