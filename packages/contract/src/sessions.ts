import * as z from 'zod/mini';
import {emailSchema} from './communities.ts';
import {idSchema} from './identifiers.ts';
import {languages} from './language-map.ts';
import {memberReferenceSchema} from './members.ts';
import {momentSchema} from './moments.ts';
import {facetCountSchema} from './paging.ts';

export const newSignInCodeSchema = z.strictObject({email: emailSchema, locale: z.optional(z.enum(languages))}).register(z.globalRegistry, {
  id: 'NewSignInCode',
  description: 'Where the code goes, and in which language.',
  examples: [{email: 'sanne@example.nl', locale: 'nl'}],
});
export type NewSignInCode = z.infer<typeof newSignInCodeSchema>;

export const signInCodeReceiptSchema = z.object({state: z.literal('sent')}).register(z.globalRegistry, {
  id: 'SignInCodeReceipt',
  description: 'A mail is on its way, whoever has this address.',
  examples: [{state: 'sent'}],
});
export type SignInCodeReceipt = z.infer<typeof signInCodeReceiptSchema>;

/** Six digits, as people type them: spaces don't count. */
export const signInCodePattern = /^(?:\s*\d){6}\s*$/;

export const newSessionSchema = z
  .strictObject({email: emailSchema, code: z.string().check(z.maxLength(20), z.regex(signInCodePattern))})
  .register(z.globalRegistry, {
    id: 'NewSession',
    description: 'The address, and the six digits from the mail.',
    examples: [{email: 'sanne@example.nl', code: '402913'}],
  });
export type NewSession = z.infer<typeof newSessionSchema>;

export const newSessionExchangeSchema = z
  .strictObject({token: z.string().check(z.minLength(1), z.maxLength(8192))})
  .register(z.globalRegistry, {
    id: 'NewSessionExchange',
    description: 'An ID token (OpenID Connect) from an issuer that the community trusts, made for it, at most an hour ago. It counts once.',
    examples: [{token: 'eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJodHRwczovL2xvZ2luLmV4YW1wbGUubmwifQ.c2lnbmF0dXJl'}],
  });
export type NewSessionExchange = z.infer<typeof newSessionExchangeSchema>;

export const openedSessionSchema = z
  .object({
    /** To send as `Authorization: Bearer …`; shown this once. */
    token: z.string(),
    /** When it ends if nobody uses it; each use moves that on, up to 30 days after signing in. */
    expiresAt: momentSchema,
    member: memberReferenceSchema,
  })
  .register(z.globalRegistry, {
    id: 'OpenedSession',
    description: 'Somebody is signed in.',
    examples: [
      {
        token: 'bs_kF2mQ0vYw3xE5tR7uI9oP1aS3dF5gH7jK9lZ1xC3vB4',
        expiresAt: '2026-11-22T21:00:00Z',
        member: {id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d90', name: 'Sanne Voorbeeld', role: 'member', for: null},
      },
    ],
  });
export type OpenedSession = z.infer<typeof openedSessionSchema>;

const sessionExample = {
  id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d91',
  openedAt: '2026-11-22T09:00:00Z',
  lastUsedAt: '2026-11-22T09:10:00Z',
  expiresAt: '2026-11-22T21:10:00Z',
  isThisOne: true,
};

export const sessionSchema = z
  .object({
    id: idSchema,
    openedAt: momentSchema,
    /** To within ten minutes. */
    lastUsedAt: momentSchema,
    expiresAt: momentSchema,
    /** Whether it is the one that asks. */
    isThisOne: z.boolean(),
  })
  .register(z.globalRegistry, {id: 'Session', description: 'Where somebody is signed in.', examples: [sessionExample]});
export type Session = z.infer<typeof sessionSchema>;

export const sessionPageSchema = z
  .object({
    data: z.array(sessionSchema),
    total: z.int().check(z.gte(0)),
    next: z.null(),
    facets: z.record(z.string(), z.array(facetCountSchema)),
  })
  .register(z.globalRegistry, {
    id: 'SessionPage',
    description: 'Every place where somebody is signed in, the last one first.',
    examples: [{data: [sessionExample], total: 1, next: null, facets: {}}],
  });
export type SessionPage = z.infer<typeof sessionPageSchema>;
