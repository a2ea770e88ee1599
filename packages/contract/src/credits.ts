import * as z from 'zod/mini';

const wordSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(30));
const creditWordSchema = z.strictObject({one: wordSchema, other: wordSchema});

/** Minutes in the ledger: whole, and never more than a thousand years of them. */
export const minutesSchema = z.int().check(z.gte(1), z.lte(525_600_000));

const fields = {
  /** What a credit is called: `{nl: {one: 'tijdspunt', other: 'tijdspunten'}}`. */
  name: z.strictObject({nl: creditWordSchema, en: z.optional(creditWordSchema)}),
  minutesPerCredit: z.int().check(z.gte(1), z.lte(1440)),
  /** Transfers are a multiple of so many minutes. */
  stepMinutes: z.union([z.literal(15), z.literal(30)]),
  allowsBelowZero: z.boolean(),
  hoursMint: z.boolean(),
  partnersRedeem: z.boolean(),
  /** Null: 0, or −300 where members may go below zero. */
  memberMin: z.nullable(z.int().check(z.lte(0), z.gte(-525_600))),
  memberMax: z.nullable(z.int().check(z.gte(1), z.lte(525_600_000))),
  /** Minutes that a new account begins with. */
  welcomeGift: z.int().check(z.gte(0), z.lte(6000)),
  /** Minutes that were received this long ago and not given since go to the fund; null is never. */
  expiresAfterMonths: z.nullable(z.int().check(z.gte(3), z.lte(120))),
  /** Minutes that a desk may move for one member on one day. */
  deskDailyCap: z.int().check(z.gte(0), z.lte(525_600)),
};

export const creditSettingsSchema = z.strictObject(fields).register(z.globalRegistry, {
  id: 'CreditSettings',
  description: 'What a community calls its time credits, and what one can do with them. Minutes are whole minutes.',
  examples: [
    {
      name: {nl: {one: 'tijdspunt', other: 'tijdspunten'}, en: {one: 'time credit', other: 'time credits'}},
      minutesPerCredit: 60,
      stepMinutes: 15,
      allowsBelowZero: true,
      hoursMint: true,
      partnersRedeem: false,
      memberMin: null,
      memberMax: null,
      welcomeGift: 0,
      expiresAfterMonths: null,
      deskDailyCap: 600,
    },
  ],
});
export type CreditSettings = z.infer<typeof creditSettingsSchema>;
