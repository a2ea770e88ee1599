import * as z from 'zod';

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);
const minutesSchema = z.int();

const postingSchema = z.object({
  accountId: z.string(),
  version: z.int(),
  minutes: minutesSchema,
  balance: minutesSchema,
  salt: z.string(),
  /** Only where they are not those of the entry, which is a fault. */
  sequence: z.optional(z.int()),
  occurredAt: z.optional(z.string()),
});

const entrySchema = z.object({
  type: z.literal('entry'),
  sequence: z.int(),
  id: z.string(),
  kind: z.string(),
  occurredAt: z.string(),
  actor: z.string(),
  onBehalfOf: z.nullable(z.string()),
  reverses: z.nullable(z.string()),
  reference: z.nullable(z.string()),
  memoHash: z.nullable(hashSchema),
  hash: hashSchema,
  postings: z.array(postingSchema),
});

/**
 * A line of an exported ledger, a JSON object each, in this order: what it is, the checkpoints, what every account says of itself,
 * what is held, every entry with its postings, and postings whose entry isn't there.
 */
export const exportLineSchema = z.discriminatedUnion('type', [
  z.object({type: z.literal('ledger'), format: z.string(), communityId: z.string(), sequence: z.int(), hash: hashSchema}),
  z.object({type: z.literal('checkpoint'), day: z.string(), sequence: z.int(), hash: hashSchema, balancesHash: hashSchema}),
  z.object({
    type: z.literal('account'),
    id: z.string(),
    kind: z.string(),
    version: z.int(),
    balance: minutesSchema,
    held: minutesSchema,
    incoming: minutesSchema,
  }),
  z.object({type: z.literal('hold'), id: z.string(), fromAccountId: z.string(), toAccountId: z.string(), minutes: minutesSchema}),
  entrySchema,
  z.object({type: z.literal('stray'), accountId: z.string(), version: z.int(), sequence: z.int()}),
]);
export type ExportLine = z.infer<typeof exportLineSchema>;
export type LineOf<Type extends ExportLine['type']> = Extract<ExportLine, {type: Type}>;
