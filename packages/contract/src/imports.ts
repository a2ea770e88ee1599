import * as z from 'zod/mini';
import {idSchema} from './identifiers.ts';
import {momentSchema} from './moments.ts';
import {faultCodes} from './problems.ts';

export const importFormats = ['csv', 'geojson', 'hsds'] as const;
export const exportFormats = ['csv', 'geojson', 'hsds', 'jsonld'] as const;

export const importStates = ['planned', 'committing', 'committed', 'undone'] as const;

const rowSchema = z
  .object({
    line: z.int(),
    action: z.enum(['created', 'updated', 'unchanged', 'refused']),
    slug: z.nullable(z.string()),
    faults: z.array(
      z.object({code: z.enum(faultCodes), column: z.nullable(z.string()), value: z.nullable(z.string()), detail: z.string()}),
    ),
  })
  .register(z.globalRegistry, {
    id: 'ImportRow',
    description: 'What a row of a file does: in which line it begins (or the how-manieth it is), and what is wrong when it is refused.',
    examples: [{line: 2, action: 'created', slug: 'buurttuin-oost', faults: []}],
  });

const countsSchema = z.object({created: z.int(), updated: z.int(), unchanged: z.int(), refused: z.int()}).register(z.globalRegistry, {
  id: 'ImportCounts',
  description: 'How many rows do what.',
  examples: [{created: 12, updated: 3, unchanged: 80, refused: 1}],
});

const undoneSchema = z
  .object({deleted: z.int(), restored: z.int(), left: z.int(), rows: z.array(z.object({line: z.int(), slug: z.string()}))})
  .register(z.globalRegistry, {
    id: 'ImportUndone',
    description:
      'How much was taken back, and how much is left: what people changed since, or lean on with what they wrote, showed or made. `rows` holds the first hundred that are left.',
    examples: [{deleted: 11, restored: 3, left: 1, rows: [{line: 2, slug: 'buurttuin-oost'}]}],
  });

const importExample = {
  id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d6e',
  format: 'csv',
  state: 'planned',
  counts: {created: 1, updated: 0, unchanged: 0, refused: 0},
  committedLine: 0,
  rows: [{line: 2, action: 'created', slug: 'buurttuin-oost', faults: []}],
  warnings: [],
  undone: null,
  createdAt: '2026-11-22T09:00:00Z',
  finishedAt: null,
};

export const importSchema = z
  .object({
    id: idSchema,
    format: z.string(),
    state: z.enum(importStates),
    counts: z.nullable(countsSchema),
    committedLine: z.int(),
    rows: z.array(rowSchema),
    warnings: z.array(z.object({line: z.int(), column: z.string(), detail: z.string()})),
    undone: z.nullable(undoneSchema),
    createdAt: momentSchema,
    finishedAt: z.nullable(momentSchema),
  })
  .register(z.globalRegistry, {
    id: 'Import',
    description:
      'A file that comes in: what each row would do (`planned`) or did. `rows` holds the first hundred, and the first hundred that were refused. `committedLine` tells how far a commit has come, `undone` what became of it when it was taken back.',
    examples: [importExample],
  });
export type Import = z.infer<typeof importSchema>;

export const exportQuerySchema = z.strictObject({
  format: z.enum(exportFormats).check(z.meta({description: 'De vorm van het bestand.', examples: ['csv']})),
});
