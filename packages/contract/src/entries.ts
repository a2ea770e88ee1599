import * as z from 'zod/mini';
import {counterpartySchema} from './accounts.ts';
import {idSchema} from './identifiers.ts';
import {dateSchema, momentSchema} from './moments.ts';
import {cursorSchema, limitSchema} from './paging.ts';
import {entryKinds, valuesOf} from './vocabularies.ts';

const kindSchema = z.enum(valuesOf(entryKinds));
const hashSchema = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const hash = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

const lineExample = {
  entryId: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5e10',
  sequence: 12,
  kind: 'transfer',
  occurredAt: '2026-11-20T10:00:00Z',
  minutes: -30,
  balanceMinutes: 60,
  counterparty: {accountId: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5e02', kind: 'member', name: 'Bram', number: '41750264'},
  others: 0,
  memo: 'Heg geknipt',
  isByDesk: false,
  reverses: null,
  reversedBy: null,
};

export const statementLineSchema = z
  .object({
    entryId: idSchema,
    sequence: z.int(),
    kind: kindSchema,
    occurredAt: momentSchema,
    /** Above zero is received, below zero is given. */
    minutes: z.int(),
    /** What stood on the account after it. */
    balanceMinutes: z.int(),
    /** The other side, when there is one; null when the credits are new (hours) or there are several. */
    counterparty: z.nullable(counterpartySchema),
    /** How many more accounts the same entry moved. */
    others: z.int().check(z.gte(0)),
    memo: z.nullable(z.string()),
    isByDesk: z.boolean(),
    reverses: z.nullable(idSchema),
    reversedBy: z.nullable(idSchema),
  })
  .register(z.globalRegistry, {id: 'StatementLine', description: 'What an entry did to one account. Personal.', examples: [lineExample]});
export type StatementLine = z.infer<typeof statementLineSchema>;

export const statementLinePageSchema = z
  .object({
    data: z.array(statementLineSchema),
    total: z.int(),
    next: z.nullable(z.string()),
    facets: z.record(z.string(), z.array(z.never())),
  })
  .register(z.globalRegistry, {
    id: 'StatementLinePage',
    description: 'A page of what moved on an account, the last first.',
    examples: [{data: [lineExample], total: 1, next: null, facets: {}}],
  });

export const entryQuerySchema = z.strictObject({
  direction: z.optional(z.enum(['received', 'given']).check(z.meta({description: 'Alleen wat kwam, of alleen wat ging.'}))),
  from: z.optional(dateSchema.check(z.meta({description: 'Vanaf deze dag.'}))),
  until: z.optional(dateSchema.check(z.meta({description: 'Tot en met deze dag.'}))),
  cursor: z.optional(cursorSchema),
  limit: z.optional(limitSchema),
});
export type EntryQuery = z.infer<typeof entryQuerySchema>;

/** A month: `2026-11`. */
export const monthSchema = z.string().check(z.regex(/^(?:19|20|21)\d{2}-(?:0[1-9]|1[0-2])$/), z.meta({examples: ['2026-11']}));

export const statementSchema = z
  .object({
    accountId: idSchema,
    name: z.string(),
    number: z.string(),
    month: z.string(),
    openingMinutes: z.int(),
    receivedMinutes: z.int(),
    givenMinutes: z.int(),
    /** Opening + received − given: the opening of the next month. */
    closingMinutes: z.int(),
    /** The oldest first. */
    lines: z.array(statementLineSchema),
  })
  .register(z.globalRegistry, {
    id: 'Statement',
    description: 'A month of an account, in the community’s own time zone. Personal.',
    examples: [
      {
        accountId: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5e01',
        name: 'Anna',
        number: '41750263',
        month: '2026-11',
        openingMinutes: 90,
        receivedMinutes: 0,
        givenMinutes: 30,
        closingMinutes: 60,
        lines: [lineExample],
      },
    ],
  });
export type Statement = z.infer<typeof statementSchema>;

export const statementQuerySchema = z.strictObject({
  format: z.optional(z.enum(['json', 'csv', 'pdf']).check(z.meta({description: 'In welke vorm; gaat voor Accept.'}))),
});

export const entryFormatQuerySchema = z.strictObject({
  format: z.optional(z.enum(['json', 'pdf']).check(z.meta({description: 'In welke vorm; gaat voor Accept.'}))),
});

const entryExample = {
  id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5e10',
  sequence: 12,
  kind: 'transfer',
  occurredAt: '2026-11-20T10:00:00.000Z',
  actor: 'member',
  onBehalfOf: null,
  memo: 'Heg geknipt',
  reverses: null,
  reversedBy: null,
  postings: [
    {
      accountId: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5e01',
      name: 'Anna',
      minutes: -30,
      balanceMinutes: 60,
      salt: 'c3d1f20e5a6b4c7d8e9f00112233aabb',
    },
    {accountId: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5e02', name: 'Bram', minutes: 30, balanceMinutes: null, salt: null},
  ],
  proof: {format: 'buurtkit-ledger-v1', hash, previousHash: hash, hashedText: 'buurtkit-ledger-v1\n…', memoSalt: null},
};

export const entrySchema = z
  .object({
    id: idSchema,
    /** The receipt number: its place in the community's ledger. */
    sequence: z.int(),
    kind: kindSchema,
    occurredAt: momentSchema,
    /** In which role it was done. */
    actor: z.string(),
    /** The member who was present, when a desk did it for somebody. */
    onBehalfOf: z.nullable(counterpartySchema),
    memo: z.nullable(z.string()),
    reverses: z.nullable(idSchema),
    reversedBy: z.nullable(idSchema),
    /** The sides that the reader may see: their own, and the other when there are two. */
    postings: z.array(
      z.object({
        accountId: idSchema,
        name: z.string(),
        minutes: z.int(),
        balanceMinutes: z.nullable(z.int()),
        salt: z.nullable(z.string()),
      }),
    ),
    /** With it anybody can check that the entry stands in the ledger as this receipt says. */
    proof: z.object({
      format: z.string(),
      hash: hashSchema,
      previousHash: hashSchema,
      /** Its SHA-256 is `hash`. */
      hashedText: z.string(),
      memoSalt: z.nullable(z.string()),
    }),
  })
  .register(z.globalRegistry, {
    id: 'Entry',
    description: 'One entry, as a receipt for one of its sides. Personal.',
    examples: [entryExample],
  });
export type Entry = z.infer<typeof entrySchema>;
