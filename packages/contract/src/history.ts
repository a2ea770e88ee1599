import * as z from 'zod/mini';
import {momentSchema} from './moments.ts';
import {cursorSchema, limitSchema} from './paging.ts';

export const auditActors = ['resident', 'member', 'organiser', 'desk', 'coordinator', 'admin', 'command', 'server'] as const;

export const historyEntrySchema = z
  .object({
    at: momentSchema,
    /** What kind of somebody did it; never who. */
    actor: z.enum(auditActors),
    action: z.string(),
    fields: z.array(z.string()),
  })
  .register(z.globalRegistry, {
    id: 'HistoryEntry',
    description: 'A change: when, in what role somebody did it (never who), what it was and which fields it touched.',
    examples: [{at: '2026-11-22T09:00:00Z', actor: 'organiser', action: 'initiative.updated', fields: ['summary']}],
  });
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

export const historyPageSchema = z
  .object({
    data: z.array(historyEntrySchema),
    total: z.int().check(z.gte(0)),
    next: z.nullable(z.string()),
    facets: z.record(z.string(), z.never()),
  })
  .register(z.globalRegistry, {
    id: 'HistoryPage',
    description: 'Changes, the last one first.',
    examples: [{data: [], total: 0, next: null, facets: {}}],
  });

export const historyQuerySchema = z.strictObject({cursor: z.optional(cursorSchema), limit: z.optional(limitSchema)});
