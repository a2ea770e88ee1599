import * as z from 'zod/mini';
import {minutesSchema} from './credits.ts';
import {idSchema} from './identifiers.ts';
import {languageMap} from './language-map.ts';
import {momentSchema} from './moments.ts';
import {commaList, cursorSchema, facetCountSchema, limitSchema} from './paging.ts';
import {exchangeStates, listingCategories, listingKinds, valuesOf} from './vocabularies.ts';

const stateSchema = z.enum(valuesOf(exchangeStates));
const messageSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(1000));
/** A phone number, an address, a time to call: whatever somebody chooses. */
const contactSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));

/** Who gives help, and who gets it and gives the minutes. */
export const exchangeSides = ['helper', 'helped'] as const;
export type ExchangeSide = (typeof exchangeSides)[number];

/** What the two sides and the coordinator can do; each is a path below the exchange. */
export const exchangeEvents = [
  'acceptance',
  'decline',
  'withdrawal',
  'done',
  'confirmation',
  'agreement',
  'dispute',
  'resolution',
] as const;
export type ExchangeEvent = (typeof exchangeEvents)[number];

const personSchema = z.object({
  /** A first name, null for who gave none. */
  name: z.nullable(z.string()),
  /** How long it took, as this side says. */
  minutes: z.nullable(z.int()),
  /** How to reach them: what they chose to share, for the other side, from acceptance until 30 days after the end. */
  contact: z.nullable(z.string()),
});

const exchangeExample = {
  id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5e60',
  state: 'accepted',
  listing: {id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5e50', kind: 'request', title: {nl: 'Wie helpt mij met de heg?'}, category: 'garden'},
  side: 'helped',
  proposedBy: 'helper',
  helper: {name: 'Bram', minutes: null, contact: '06 12345678, na zes uur'},
  helped: {name: 'Anna', minutes: null, contact: null},
  minutes: 90,
  message: 'Zaterdag kan ik.',
  answer: 'Graag!',
  agreedMinutes: null,
  obstacle: null,
  reason: null,
  note: null,
  settledMinutes: null,
  entryId: null,
  events: ['done', 'withdrawal', 'dispute'],
  expiresAt: '2027-01-21T09:00:00Z',
  createdAt: '2026-11-22T09:00:00Z',
  updatedAt: '2026-11-23T09:00:00Z',
};

export const exchangeSchema = z
  .object({
    id: idSchema,
    state: stateSchema,
    /** Null when its owner was forgotten. */
    listing: z.nullable(
      z.object({
        id: idSchema,
        kind: z.enum(valuesOf(listingKinds)),
        title: languageMap(120),
        category: z.enum(valuesOf(listingCategories)),
      }),
    ),
    /** On which side the caller is; null for a coordinator. */
    side: z.nullable(z.enum(exchangeSides)),
    proposedBy: z.enum(exchangeSides),
    helper: personSchema,
    helped: personSchema,
    /** As proposed; once accepted they are kept apart. */
    minutes: z.int(),
    /** What came with the proposal. */
    message: z.nullable(z.string()),
    /** What was said with acceptance, decline or withdrawal. */
    answer: z.nullable(z.string()),
    /** What would be given: the lower amount, when the two sides differ. */
    agreedMinutes: z.nullable(z.int()),
    /** The code of what keeps the minutes from moving; only for who gives them, and a coordinator. */
    obstacle: z.nullable(z.string()),
    /** Why it is a dispute. */
    reason: z.nullable(z.string()),
    /** What the coordinator wrote with the outcome. */
    note: z.nullable(z.string()),
    /** What was given in the end. */
    settledMinutes: z.nullable(z.int()),
    entryId: z.nullable(idSchema),
    /** What the caller can do now. */
    events: z.array(z.enum(exchangeEvents)),
    /** When it ends by itself, or goes to the coordinator. */
    expiresAt: z.nullable(momentSchema),
    createdAt: momentSchema,
    updatedAt: momentSchema,
  })
  .register(z.globalRegistry, {
    id: 'Exchange',
    description: 'Help between two members, from proposal to settlement. For the two of them, and for a coordinator when they disagree.',
    examples: [exchangeExample],
  });
export type Exchange = z.infer<typeof exchangeSchema>;

export const exchangePageSchema = z
  .object({
    data: z.array(exchangeSchema),
    total: z.int().check(z.gte(0)),
    next: z.nullable(z.string()),
    facets: z.record(z.string(), z.array(facetCountSchema)),
  })
  .register(z.globalRegistry, {
    id: 'ExchangePage',
    description: 'A page of exchanges, the newest first.',
    examples: [{data: [exchangeExample], total: 1, next: null, facets: {}}],
  });
export type ExchangePage = z.infer<typeof exchangePageSchema>;

export const exchangeQuerySchema = z.strictObject({
  state: commaList(stateSchema, 'Hoe het ermee staat.'),
  listing: z.optional(idSchema.check(z.meta({description: 'Over deze vraag of dit aanbod.'}))),
  mine: z.optional(
    z
      .literal('true')
      .check(z.meta({description: 'Alleen waar men zelf bij hoort; een coördinator ziet anders ook wat naar haar toe kwam.'})),
  ),
  cursor: z.optional(cursorSchema),
  limit: z.optional(limitSchema),
});
export type ExchangeQuery = z.infer<typeof exchangeQuerySchema>;

export const newExchangeSchema = z
  .strictObject({
    listingId: idSchema,
    /** Left out: as the listing says. */
    minutes: z.optional(minutesSchema),
    message: z.optional(messageSchema),
    contact: z.optional(contactSchema),
  })
  .register(z.globalRegistry, {
    id: 'NewExchange',
    description: 'A proposal to the owner of a listing.',
    examples: [{listingId: exchangeExample.listing.id, message: 'Zaterdag kan ik.', contact: '06 12345678, na zes uur'}],
  });
export type NewExchange = z.infer<typeof newExchangeSchema>;

export const exchangeAcceptanceSchema = z
  .strictObject({
    message: z.optional(messageSchema),
    contact: z.optional(contactSchema),
    /** Whether the listing is off the list from now on; left out, a request is and an offer isn't. */
    closesListing: z.optional(z.boolean()),
  })
  .register(z.globalRegistry, {
    id: 'ExchangeAcceptance',
    description: 'Yes, with how to get in touch.',
    examples: [{message: 'Graag!', contact: 'anna@example.nl'}],
  });
export type ExchangeAcceptance = z.infer<typeof exchangeAcceptanceSchema>;

export const exchangeAnswerSchema = z.strictObject({message: z.optional(messageSchema)}).register(z.globalRegistry, {
  id: 'ExchangeAnswer',
  description: 'A word for the other side.',
  examples: [{message: 'Het lukt mij toch niet, sorry.'}],
});
export type ExchangeAnswer = z.infer<typeof exchangeAnswerSchema>;

export const exchangeMinutesSchema = z.strictObject({minutes: minutesSchema}).register(z.globalRegistry, {
  id: 'ExchangeMinutes',
  description: 'How long it took, as this side says.',
  examples: [{minutes: 90}],
});
export type ExchangeMinutes = z.infer<typeof exchangeMinutesSchema>;

export const exchangeDisputeSchema = z.strictObject({reason: messageSchema}).register(z.globalRegistry, {
  id: 'ExchangeDispute',
  description: 'What the two can’t agree on, for the coordinator.',
  examples: [{reason: 'Er is niemand geweest.'}],
});
export type ExchangeDispute = z.infer<typeof exchangeDisputeSchema>;

export const exchangeResolutionSchema = z
  .strictObject({
    /** 0: nothing moves. */
    minutes: z.int().check(z.gte(0), z.lte(525_600_000)),
    note: messageSchema,
  })
  .register(z.globalRegistry, {
    id: 'ExchangeResolution',
    description: 'What the coordinator decides, and why; both sides read it.',
    examples: [{minutes: 60, note: 'Jullie hebben er samen over gesproken.'}],
  });
export type ExchangeResolution = z.infer<typeof exchangeResolutionSchema>;
