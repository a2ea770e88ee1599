import * as z from 'zod/mini';
import {externalIdSchema, idSchema} from './identifiers.ts';
import {faultCodes} from './problems.ts';

export const sourceSchema = externalIdSchema.shape.source;

/** What can be kept in step with records of another system. */
export const syncedResources = ['initiative', 'partner', 'service'] as const;

export const bulkUpsertSchema = z
  .strictObject({
    source: sourceSchema,
    resource: z.enum(syncedResources),
    records: z.array(z.record(z.string(), z.unknown())).check(z.minLength(1), z.maxLength(1000)),
  })
  .register(z.globalRegistry, {
    id: 'BulkUpsert',
    description:
      'Records of another system, at most 1,000: each has that system’s `id` and the fields of a new one. What is sent is kept by that system from now on; what it leaves out it lets go.',
    examples: [
      {
        source: 'sociale-kaart-x',
        resource: 'initiative',
        records: [{id: '4711', name: 'Buurttuin Oost', kind: 'other', summary: {nl: 'Samen tuinieren op het veldje.'}}],
      },
    ],
  });
export type BulkUpsert = z.infer<typeof bulkUpsertSchema>;

export const upsertActions = ['created', 'updated', 'unchanged', 'refused'] as const;

export const upsertResultSchema = z
  .object({
    index: z.int().check(z.gte(0)),
    /** As it was sent; null when the record has none that can be used. */
    externalId: z.nullable(z.string()),
    action: z.enum(upsertActions),
    id: z.nullable(idSchema),
    errors: z.array(z.object({pointer: z.string(), code: z.enum(faultCodes), detail: z.string()})),
  })
  .register(z.globalRegistry, {
    id: 'UpsertResult',
    description: 'What became of one record: the how-manieth it was (from 0), its id here, and what is wrong when it was refused.',
    examples: [{index: 0, externalId: '4711', action: 'created', id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d6e', errors: []}],
  });
export type UpsertResult = z.infer<typeof upsertResultSchema>;

export const bulkUpsertResultSchema = z.object({data: z.array(upsertResultSchema)}).register(z.globalRegistry, {
  id: 'BulkUpsertResult',
  description: 'A result for each record, in their order. One that was refused stops no other.',
  examples: [{data: [{index: 0, externalId: '4711', action: 'unchanged', id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d6e', errors: []}]}],
});
export type BulkUpsertResult = z.infer<typeof bulkUpsertResultSchema>;
