import * as z from 'zod/mini';
import {idSchema} from './identifiers.ts';
import {dateSchema} from './moments.ts';

const hashSchema = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const hash = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

export const ledgerHeadSchema = z
  .object({
    communityId: idSchema,
    format: z.string(),
    /** How many entries there are. */
    sequence: z.int(),
    hash: hashSchema,
  })
  .register(z.globalRegistry, {
    id: 'LedgerHead',
    description: 'The last entry of the ledger: how manieth it is, and its hash.',
    examples: [{communityId: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d6e', format: 'buurtkit-ledger-v1', sequence: 12, hash}],
  });
export type LedgerHead = z.infer<typeof ledgerHeadSchema>;

const checkpointExample = {day: '2026-11-21', sequence: 12, hash, balancesHash: hash};

export const checkpointSchema = z
  .object({day: dateSchema, sequence: z.int(), hash: hashSchema, balancesHash: hashSchema})
  .register(z.globalRegistry, {
    id: 'Checkpoint',
    description: 'The head of the ledger at the end of a day, and a hash of all balances then.',
    examples: [checkpointExample],
  });
export type Checkpoint = z.infer<typeof checkpointSchema>;

export const checkpointListSchema = z.object({data: z.array(checkpointSchema)}).register(z.globalRegistry, {
  id: 'CheckpointList',
  description: 'The checkpoints of the last 366 days, the last first.',
  examples: [{data: [checkpointExample]}],
});

export const fundSchema = z
  .object({
    year: z.int(),
    /** Null while fewer than five people gave something this year. */
    people: z.nullable(z.int()),
    givenMinutes: z.nullable(z.int()),
    /** What is in the fund. */
    fundMinutes: z.nullable(z.int()),
  })
  .register(z.globalRegistry, {
    id: 'Fund',
    description: 'What a community gave this year, about nobody in particular: nothing is told about fewer than five people.',
    examples: [{year: 2026, people: 42, givenMinutes: 12600, fundMinutes: 480}],
  });
export type Fund = z.infer<typeof fundSchema>;
