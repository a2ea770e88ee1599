import * as z from 'zod/mini';
import {counterpartySchema} from './accounts.ts';
import {minutesSchema} from './credits.ts';
import {idSchema} from './identifiers.ts';
import {dateSchema, momentSchema} from './moments.ts';
import {cursorSchema, facetCountSchema, limitSchema} from './paging.ts';
import {holdStates, paymentRequestStates, valuesOf} from './vocabularies.ts';

const memoSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(140));
const reasonSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(1000));
const account = '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5e01';
const other = '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5e02';

const transferFields = {
  toAccountId: idSchema,
  minutes: minutesSchema,
  memo: z.optional(memoSchema),
  /** From another account than the caller's own: of their initiative or partner, or of the member who is at their desk. */
  fromAccountId: z.optional(idSchema),
};

export const newTransferSchema = z.strictObject(transferFields).register(z.globalRegistry, {
  id: 'NewTransfer',
  description: 'Minutes to another account; to the fund it is a gift.',
  examples: [{toAccountId: other, minutes: 30, memo: 'Heg geknipt'}],
});
export type NewTransfer = z.infer<typeof newTransferSchema>;

export const transferPreviewSchema = z
  .object({
    to: counterpartySchema,
    minutes: z.int(),
    /** The giver's balance before and after. */
    beforeMinutes: z.int(),
    afterMinutes: z.int(),
    isAllowed: z.boolean(),
    /** The code of what stands in the way, else null. */
    code: z.nullable(z.string()),
    /** What the fund could add; null when it is not needed or has nothing. */
    fundMinutes: z.nullable(z.int()),
  })
  .register(z.globalRegistry, {
    id: 'TransferPreview',
    description: 'What a transfer would do. Nothing moves.',
    examples: [
      {
        to: {accountId: other, kind: 'member', name: 'Bram', number: '41750264'},
        minutes: 30,
        beforeMinutes: 90,
        afterMinutes: 60,
        isAllowed: true,
        code: null,
        fundMinutes: null,
      },
    ],
  });
export type TransferPreview = z.infer<typeof transferPreviewSchema>;

export const newTransferBatchSchema = z
  .strictObject({
    fromAccountId: z.optional(idSchema),
    lines: z.array(z.strictObject({toAccountId: idSchema, minutes: minutesSchema})).check(z.minLength(1), z.maxLength(200)),
    memo: z.optional(memoSchema),
  })
  .register(z.globalRegistry, {
    id: 'NewTransferBatch',
    description: 'Minutes to several accounts in one entry: all of them or none.',
    examples: [{lines: [{toAccountId: other, minutes: 30}], memo: 'Opschoondag'}],
  });
export type NewTransferBatch = z.infer<typeof newTransferBatchSchema>;

const requestExample = {
  id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5e20',
  from: {accountId: other, kind: 'member', name: 'Bram', number: '41750264'},
  to: {accountId: account, kind: 'member', name: 'Anna', number: '41750263'},
  minutes: 60,
  memo: 'Voorlezen',
  state: 'pending',
  expiresAt: '2026-12-22T09:00:00Z',
  createdAt: '2026-11-22T09:00:00Z',
  entryId: null,
};

export const paymentRequestSchema = z
  .object({
    id: idSchema,
    /** Who is asked. */
    from: counterpartySchema,
    /** Who asks. */
    to: counterpartySchema,
    minutes: z.int(),
    memo: z.nullable(z.string()),
    state: z.enum(valuesOf(paymentRequestStates)),
    expiresAt: momentSchema,
    createdAt: momentSchema,
    entryId: z.nullable(idSchema),
  })
  .register(z.globalRegistry, {
    id: 'PaymentRequest',
    description: 'Somebody asks minutes from somebody, or from the fund.',
    examples: [requestExample],
  });
export type PaymentRequest = z.infer<typeof paymentRequestSchema>;

export const newPaymentRequestSchema = z
  .strictObject({
    /** Who is asked. */
    fromAccountId: idSchema,
    minutes: minutesSchema,
    memo: z.optional(memoSchema),
    /** Who asks, when it isn't the caller's own account. */
    toAccountId: z.optional(idSchema),
    /** 30 days from now, unless told. */
    expiresAt: z.optional(momentSchema),
  })
  .register(z.globalRegistry, {
    id: 'NewPaymentRequest',
    description: 'Asks minutes from an account.',
    examples: [{fromAccountId: other, minutes: 60, memo: 'Voorlezen'}],
  });
export type NewPaymentRequest = z.infer<typeof newPaymentRequestSchema>;

const pageOf = <Item extends z.ZodMiniType>(item: Item) =>
  z.object({
    data: z.array(item),
    total: z.int().check(z.gte(0)),
    next: z.nullable(z.string()),
    facets: z.record(z.string(), z.array(facetCountSchema)),
  });

export const paymentRequestPageSchema = pageOf(paymentRequestSchema).register(z.globalRegistry, {
  id: 'PaymentRequestPage',
  description: 'A page of requests, the last first.',
  examples: [{data: [requestExample], total: 1, next: null, facets: {}}],
});

export const paymentRequestQuerySchema = z.strictObject({
  account: z.optional(idSchema.check(z.meta({description: 'Van deze rekening; anders van de eigen.'}))),
  state: z.optional(z.enum(valuesOf(paymentRequestStates)).check(z.meta({description: 'Hoe het ermee staat.'}))),
  cursor: z.optional(cursorSchema),
  limit: z.optional(limitSchema),
});
export type PaymentRequestQuery = z.infer<typeof paymentRequestQuerySchema>;

const holdExample = {
  id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5e30',
  fromAccountId: account,
  toAccountId: other,
  minutes: 60,
  state: 'held',
  expiresAt: '2026-12-22T09:00:00Z',
  entryId: null,
};

export const minutesHoldSchema = z
  .object({
    id: idSchema,
    fromAccountId: idSchema,
    toAccountId: idSchema,
    minutes: z.int(),
    state: z.enum(valuesOf(holdStates)),
    expiresAt: momentSchema,
    entryId: z.nullable(idSchema),
  })
  .register(z.globalRegistry, {
    id: 'MinutesHold',
    description: 'Minutes that are kept apart while something runs.',
    examples: [holdExample],
  });
export type MinutesHold = z.infer<typeof minutesHoldSchema>;

export const newMinutesHoldSchema = z
  .strictObject({toAccountId: idSchema, minutes: minutesSchema, expiresAt: momentSchema, fromAccountId: z.optional(idSchema)})
  .register(z.globalRegistry, {
    id: 'NewMinutesHold',
    description: 'Keeps minutes apart for another account, until a moment within a year.',
    examples: [{toAccountId: other, minutes: 60, expiresAt: '2026-12-22T09:00:00Z'}],
  });
export type NewMinutesHold = z.infer<typeof newMinutesHoldSchema>;

export const holdPostingSchema = z
  .strictObject({minutes: z.optional(minutesSchema), memo: z.optional(memoSchema)})
  .register(z.globalRegistry, {
    id: 'HoldPosting',
    description: 'Ends a hold by moving what was held, or less.',
    examples: [{}],
  });

export type HoldPosting = z.infer<typeof holdPostingSchema>;

export const entryReversalSchema = z.strictObject({reason: memoSchema}).register(z.globalRegistry, {
  id: 'EntryReversal',
  description: 'Why an entry is turned back; it is the memo of the new entry.',
  examples: [{reason: 'Verkeerde buur'}],
});

export const redemptionCodeSchema = z.object({code: z.string(), expiresAt: momentSchema}).register(z.globalRegistry, {
  id: 'RedemptionCode',
  description: 'Shown by a member to pay somewhere: once, within ten minutes.',
  examples: [{code: 'K7M4-2QP9', expiresAt: '2026-11-22T09:10:00Z'}],
});
export type RedemptionCode = z.infer<typeof redemptionCodeSchema>;

export const newRedemptionSchema = z
  .strictObject({code: z.string().check(z.trim(), z.minLength(8), z.maxLength(12)), minutes: minutesSchema, memo: z.optional(memoSchema)})
  .register(z.globalRegistry, {
    id: 'NewRedemption',
    description: 'Takes minutes from the member who showed the code, for the partner whose key it is.',
    examples: [{code: 'K7M4-2QP9', minutes: 30}],
  });
export type NewRedemption = z.infer<typeof newRedemptionSchema>;

const giftExample = {
  id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5e40',
  to: {accountId: other, kind: 'member', name: 'Bram', number: '41750264'},
  minutes: 60,
  reason: 'Hulp in huis',
  startsOn: '2026-12-01',
  endsOn: null,
  endedAt: null,
};

export const recurringGiftSchema = z
  .object({
    id: idSchema,
    to: counterpartySchema,
    minutes: z.int(),
    reason: z.string(),
    startsOn: dateSchema,
    endsOn: z.nullable(dateSchema),
    endedAt: z.nullable(momentSchema),
  })
  .register(z.globalRegistry, {id: 'RecurringGift', description: 'What the fund gives somebody every month.', examples: [giftExample]});
export type RecurringGift = z.infer<typeof recurringGiftSchema>;

export const newRecurringGiftSchema = z
  .strictObject({accountId: idSchema, minutes: minutesSchema, reason: reasonSchema, startsOn: dateSchema, endsOn: z.optional(dateSchema)})
  .register(z.globalRegistry, {
    id: 'NewRecurringGift',
    description: 'Has the fund give somebody minutes every month, from a day on.',
    examples: [{accountId: other, minutes: 60, reason: 'Hulp in huis', startsOn: '2026-12-01'}],
  });
export type NewRecurringGift = z.infer<typeof newRecurringGiftSchema>;

export const recurringGiftListSchema = z.object({data: z.array(recurringGiftSchema)}).register(z.globalRegistry, {
  id: 'RecurringGiftList',
  description: 'All gifts of every month that have not ended.',
  examples: [{data: [giftExample]}],
});
