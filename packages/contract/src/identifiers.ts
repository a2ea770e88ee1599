import * as z from 'zod/mini';

/** Ids are UUIDv7 (RFC 9562): they sort by the moment they were made. */
export const idSchema = z.uuid().check(z.meta({examples: ['019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d6e']}));

const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** First path segments of our own pages: no community can be called so. */
export const reservedSlugs = [
  'v1',
  'embed',
  'render',
  'oembed',
  'configure',
  'health',
  'dev',
  'l',
  'calendar',
  'files',
  'problems',
  'beheer',
  'assets',
] as const;

/** What a thing is called in an address: kebab-case, 1–80 characters. */
export const slugSchema = z
  .string()
  .check(z.minLength(1), z.maxLength(80), z.regex(slugPattern), z.meta({examples: ['de-tille-witteveen']}));

/** A slug, or `{community}~{slug}` where a region holds the same slug twice. */
export const addressSchema = z
  .string()
  .check(
    z.minLength(1),
    z.maxLength(161),
    z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*(?:~[a-z0-9]+(?:-[a-z0-9]+)*)?$/),
    z.meta({examples: ['de-tille-witteveen']}),
  );

/** The name of a record in somebody else's system. */
export const externalIdSchema = z
  .strictObject({
    source: z.string().check(z.minLength(1), z.maxLength(60), z.regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/)),
    id: z.string().check(z.minLength(1), z.maxLength(200)),
  })
  .register(z.globalRegistry, {
    id: 'ExternalId',
    description: 'The name of this record in somebody else’s system.',
    examples: [{source: 'sociale-kaart-x', id: '4711'}],
  });
export type ExternalId = z.infer<typeof externalIdSchema>;
