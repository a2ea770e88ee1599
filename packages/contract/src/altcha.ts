import * as z from 'zod/mini';

const hexSchema = z.string().check(z.regex(/^[0-9a-f]*$/));

export const altchaChallengeSchema = z
  .object({
    parameters: z.object({
      algorithm: z.literal('SHA-256'),
      cost: z.int(),
      expiresAt: z.int(),
      keyLength: z.int(),
      keyPrefix: hexSchema,
      keySignature: hexSchema,
      nonce: hexSchema,
      salt: hexSchema,
    }),
    signature: hexSchema,
  })
  .register(z.globalRegistry, {
    id: 'AltchaChallenge',
    description:
      'A proof of work (ALTCHA, version 2). Find the counter, from 0 up, for which SHA-256 of salt, nonce and the counter as four bytes (most significant first) begins with `keyPrefix`. Send it before `expiresAt` (seconds since 1970), once, as `Authorization: Altcha payload=…`: base64 of JSON `{challenge, solution: {counter, derivedKey}}`.',
    examples: [
      {
        parameters: {
          algorithm: 'SHA-256',
          cost: 1,
          expiresAt: 1_795_000_000,
          keyLength: 32,
          keyPrefix: '2f1c8e0d5a7b3c9e4d6f8a1b0c2d3e4f',
          keySignature: '3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea',
          nonce: '9f86d081884c7d659a2feaa0c55ad015',
          salt: '60303ae22b998861bce3b28f33eec1be',
        },
        signature: '1b16b1df538ba12dc3f97edbb85caa7050d46c148134290feba80f8236c83db9',
      },
    ],
  });
export type AltchaChallenge = z.infer<typeof altchaChallengeSchema>;
