import {dateSchema, momentSchema} from '@buurtkit/contract';
import * as z from 'zod/mini';

const described = (description: string) => z.meta({description});
const flag = (description: string) => z.optional(z.enum(['true', 'false']).check(described(description)));
const text = (description: string) => z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(100), described(description)));

const paging = {
  page: z.optional(z.int().check(z.gte(1), z.lte(1_000_000), described('Which page, from 1.'))),
  per_page: z.optional(z.int().check(z.gte(1), z.lte(100), described('How many on a page; 50 when left out.'))),
  search: text('Words that have to be met, as in our own search: another form or a slip of the pen is found too.'),
  format: z.optional(z.enum(['json']).check(described('JSON, and nothing else.'))),
};
const terms = {
  taxonomy_term_id: text('Only what has this term among its attributes; not one of the taxonomy `field`.'),
  taxonomy_id: text('Only what has some term of this taxonomy among its attributes; not the taxonomy `field`.'),
};
const services = {
  organization_id: text('Only what this organisation does.'),
  modified_after: z.optional(
    z
      .union([dateSchema, momentSchema.check(z.refine((moment) => moment > '0001', {error: 'range'}))])
      .check(described('Only what changed at this time or later; a date begins at midnight, UTC.')),
  ),
};
const full = flag('Each whole, as under its own address.');
const fullService = flag('Organisations with their services: whole, or with `false` the name and status of each.');

/** What may be asked of each list: the parameters of the HSDS 3 API that have an answer here, with no other keys. */
export const hsdsQueries = {
  organizations: z.strictObject({...paging, ...terms, full, full_service: fullService}),
  services: z.strictObject({
    ...paging,
    ...terms,
    ...services,
    full,
    minimal: flag('Only ids and when each was changed, 10,000 on a page when `per_page` is left out.'),
  }),
  service_at_locations: z.strictObject({...paging, ...terms, ...services, full}),
  taxonomies: z.strictObject(paging),
  taxonomy_terms: z.strictObject({
    ...paging,
    taxonomy_id: text('Only terms of this taxonomy.'),
    parent_id: text('Only terms below this one; ours stand side by side, so that there are none.'),
    top_only: flag('Only terms with none below them: that is all of ours.'),
  }),
};
export type HsdsQueries = {[Name in keyof typeof hsdsQueries]: z.infer<(typeof hsdsQueries)[Name]>};

/** What may be asked of one organisation. */
export const organizationQuerySchema = z.object({full_service: fullService});
export type OrganizationQuery = z.infer<typeof organizationQuerySchema>;
