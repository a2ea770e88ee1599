import * as z from 'zod/mini';
import {idSchema} from './identifiers.ts';
import {momentSchema, dateSchema} from './moments.ts';
import {accountKinds, valuesOf} from './vocabularies.ts';

const kindSchema = z.enum(valuesOf(accountKinds));
const reasonSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(1000));
const signedMinutesSchema = z.int();

/** Eight digits that one neighbour tells another. */
export const accountNumberSchema = z.string().check(z.regex(/^\d{8}$/), z.meta({examples: ['41750263']}));

const counterpartyExample = {accountId: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5e02', kind: 'member', name: 'Bram', number: '41750264'};

export const counterpartySchema = z
  .object({accountId: idSchema, kind: kindSchema, name: z.string(), number: accountNumberSchema})
  .register(z.globalRegistry, {
    id: 'Counterparty',
    description: 'The other side, as somebody who gives or gets sees it.',
    examples: [counterpartyExample],
  });
export type Counterparty = z.infer<typeof counterpartySchema>;

const accountExample = {
  id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5e01',
  kind: 'member',
  number: '41750263',
  name: 'Anna',
  minutes: 90,
  heldMinutes: 30,
  incomingMinutes: 0,
  availableMinutes: 360,
  minMinutes: -300,
  maxMinutes: null,
  isFrozen: false,
  closedAt: null,
  openedAt: '2026-11-01T09:00:00Z',
  expiring: null,
  version: 4,
};

export const accountSchema = z
  .object({
    id: idSchema,
    kind: kindSchema,
    number: accountNumberSchema,
    name: z.string(),
    /** The balance. */
    minutes: signedMinutesSchema,
    /** Of the balance: kept apart for something that runs. */
    heldMinutes: z.int().check(z.gte(0)),
    /** What others keep apart for this account. */
    incomingMinutes: z.int().check(z.gte(0)),
    /** How much can be given now; null is without limit. */
    availableMinutes: z.nullable(signedMinutesSchema),
    minMinutes: z.nullable(signedMinutesSchema),
    maxMinutes: z.nullable(signedMinutesSchema),
    isFrozen: z.boolean(),
    closedAt: z.nullable(momentSchema),
    openedAt: momentSchema,
    /** What goes to the fund first, within 60 days; null where nothing does. */
    expiring: z.nullable(z.object({on: dateSchema, minutes: z.int().check(z.gte(1))})),
    /** How many times something moved. */
    version: z.int(),
  })
  .register(z.globalRegistry, {
    id: 'Account',
    description: 'An account of time credits, in whole minutes. Personal.',
    examples: [accountExample],
  });
export type Account = z.infer<typeof accountSchema>;

export const accountBalanceSchema = z
  .object({accountId: idSchema, at: momentSchema, minutes: signedMinutesSchema})
  .register(z.globalRegistry, {
    id: 'AccountBalance',
    description: 'What stood on an account at a moment, with all that was written up to and at that moment.',
    examples: [{accountId: accountExample.id, at: '2026-11-22T09:00:00Z', minutes: 90}],
  });
export type AccountBalance = z.infer<typeof accountBalanceSchema>;

export const balanceQuerySchema = z.strictObject({
  at: z.optional(momentSchema.check(z.meta({description: 'Op welk moment; zonder is het nu.'}))),
});

export const accountHistorySchema = z
  .object({
    data: z.array(
      z.object({
        /** The Monday that the week begins with. */
        from: dateSchema,
        receivedMinutes: z.int(),
        givenMinutes: z.int(),
        /** At the end of the week, or now. */
        minutes: signedMinutesSchema,
      }),
    ),
  })
  .register(z.globalRegistry, {
    id: 'AccountHistory',
    description: 'Per week what came and went and what stood there at its end, the oldest first.',
    examples: [{data: [{from: '2026-11-16', receivedMinutes: 60, givenMinutes: 30, minutes: 90}]}],
  });
export type AccountHistory = z.infer<typeof accountHistorySchema>;

export const historyWeeksQuerySchema = z.strictObject({
  weeks: z.optional(z.int().check(z.gte(1), z.lte(260), z.meta({description: 'Hoeveel weken terug (1–260, anders 52).'}))),
});

export const counterpartyListSchema = z.object({data: z.array(counterpartySchema)}).register(z.globalRegistry, {
  id: 'CounterpartyList',
  description: 'Whom one can give to: the fund, and those one had to do with, the last one first.',
  examples: [{data: [counterpartyExample]}],
});

export const counterpartyLookupSchema = z.strictObject({number: accountNumberSchema}).register(z.globalRegistry, {
  id: 'CounterpartyLookup',
  description: 'The number that somebody told.',
  examples: [{number: '41750264'}],
});

export const accountLimitsSchema = z
  .strictObject({
    /** Null: as the community has it. */
    min: z.nullable(z.int().check(z.gte(-525_600_000), z.lte(0))),
    max: z.nullable(z.int().check(z.gte(0), z.lte(525_600_000))),
    reason: reasonSchema,
  })
  .register(z.globalRegistry, {
    id: 'AccountLimits',
    description: 'Limits of one account in minutes, and why: that stays on record.',
    examples: [{min: -600, max: null, reason: 'Herstelt van een operatie.'}],
  });
export type AccountLimits = z.infer<typeof accountLimitsSchema>;

export const accountFreezeSchema = z.strictObject({isFrozen: z.boolean(), reason: reasonSchema}).register(z.globalRegistry, {
  id: 'AccountFreeze',
  description: 'Whether nothing may move for now, and why.',
  examples: [{isFrozen: true, reason: 'Telefoon kwijt.'}],
});
export type AccountFreeze = z.infer<typeof accountFreezeSchema>;
