import * as z from 'zod';

export const formatVersion = 1;

const tableSchema = z.object({
  name: z.string(),
  columns: z.array(z.string()).min(1),
  rows: z.number().int().min(0),
  bytes: z.number().int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type BackedUpTable = z.infer<typeof tableSchema>;

/** The first entry of a backup: what is in it, and at which version of the tables. After it comes each table, in this order. */
export const manifestSchema = z.object({
  format: z.literal('buurtkit-backup'),
  version: z.literal(formatVersion),
  takenAt: z.string(),
  migrations: z.array(z.string()).min(1),
  tables: z.array(tableSchema),
  sequences: z.array(z.object({name: z.string(), value: z.string().nullable()})),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const manifestName = 'manifest.json';

export function entryName(table: {name: string}): string {
  return `tables/${table.name}.copy`;
}
