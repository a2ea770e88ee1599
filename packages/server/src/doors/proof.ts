import {createHash} from 'node:crypto';
import {altchaChallengeSchema, type AltchaChallenge} from '@buurtkit/contract';
import {createChallenge, randomInt, verifySolution} from 'altcha-lib';
import {deriveKey} from 'altcha-lib/algorithms/sha';
import * as z from 'zod/mini';
import {realClock} from '../clock/clock.ts';
import type {Database} from '../db/database.ts';
import {ProblemError} from '../problem-error.ts';
import type {TrxScope} from '../scope.ts';
import {keyedHash} from './server-secret.ts';

const validFor = 10 * 60_000;
// A phone of some years ago needs two or three seconds for the most of it, and one of today a tenth of that.
const fewest = 8000;
const most = 24_000;

const payloadSchema = z.object({
  challenge: altchaChallengeSchema,
  solution: z.object({counter: z.int(), derivedKey: z.string()}),
});

type Proof = {hash: Buffer; expiresAt: Date};

async function secretsOf(database: Database): Promise<{hmacSignatureSecret: string; hmacKeySignatureSecret: string}> {
  const [signature, key] = await Promise.all([keyedHash(database, 'altcha', ''), keyedHash(database, 'altcha-key', '')]);
  return {hmacSignatureSecret: signature.toString('hex'), hmacKeySignatureSecret: key.toString('hex')};
}

/** A sum that takes a moment to solve and none to check; the real clock counts, as it does where it is solved. */
export async function makeChallenge(database: Database): Promise<AltchaChallenge> {
  const challenge = await createChallenge({
    algorithm: 'SHA-256',
    cost: 1,
    counter: randomInt(fewest, most),
    deriveKey,
    expiresAt: new Date((await realClock()).getTime() + validFor),
    ...(await secretsOf(database)),
  });
  return altchaChallengeSchema.parse(challenge);
}

/** The proof that a request brings, when it is one of ours, in time and solved. */
export async function verifyProof(database: Database, authorization: string | undefined): Promise<Proof> {
  const [, encoded] = /^Altcha +payload="?([\w+/=-]{1,4000})"?$/i.exec(authorization ?? '') ?? [];
  const payload = payloadSchema.safeParse(readJson(encoded));
  if (!payload.success) throw new ProblemError('proof.required');
  const {challenge, solution} = payload.data;
  const {verified} = await verifySolution({challenge, solution, deriveKey, ...(await secretsOf(database))});
  if (!verified) throw new ProblemError('proof.required');
  return {
    hash: createHash('sha256').update(challenge.signature).digest(),
    expiresAt: new Date(challenge.parameters.expiresAt * 1000),
  };
}

function readJson(encoded: string | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(encoded ?? '', 'base64').toString('utf8'));
  } catch {
    return null;
  }
}

/** Uses the proof up, together with what the transaction writes. */
export async function claimProof(scope: TrxScope, {hash, expiresAt}: Proof): Promise<void> {
  const {numInsertedOrUpdatedRows} = await scope.trx
    .insertInto('used_proofs')
    .values({hash, expires_at: expiresAt})
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (Number(numInsertedOrUpdatedRows) !== 1) throw new ProblemError('proof.used');
}
