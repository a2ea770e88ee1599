import {reasonOf} from './abort.ts';
import type {AltchaChallenge} from './generated/types.ts';
import {hexOf, subtleSha256, type Sha256} from './sha256.ts';

const together = 100;
const longestSlice = 30;
const highestCounter = 5_000_000;

/**
 * Solves a proof of work in slices of less than 50 ms, so that a page stays alive meanwhile; what becomes the payload of the
 * `Authorization` header. Not in a worker: the strict policies of many sites forbid one.
 */
export async function solveChallenge(
  challenge: AltchaChallenge,
  sha256: Sha256 | undefined = subtleSha256(),
  signal?: AbortSignal,
): Promise<string> {
  if (!sha256) throw new TypeError('Without crypto.subtle, as on a page without https, the client needs `sha256`.');
  const {salt, nonce, keyPrefix} = challenge.parameters;
  const message = bytesOf(salt + nonce + '00000000');
  const prefix = bytesOf(keyPrefix);
  let sliceBegan = Date.now();
  for (let start = 0; start < highestCounter; start += together) {
    const digests = await Promise.all(
      Array.from({length: together}, async (_, index) => {
        const bytes = message.slice();
        new DataView(bytes.buffer).setUint32(bytes.length - 4, start + index);
        return sha256(bytes);
      }),
    );
    const found = digests.findIndex((digest) => startsWith(new Uint8Array(digest), prefix));
    if (found >= 0) {
      const derivedKey = hexOf(new Uint8Array(digests[found]!));
      return btoa(JSON.stringify({challenge, solution: {counter: start + found, derivedKey}}));
    }
    if (Date.now() - sliceBegan < longestSlice) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (signal?.aborted) throw reasonOf(signal);
    sliceBegan = Date.now();
  }
  throw new Error('The proof of work that the API asks for has no solution.');
}

function startsWith(digest: Uint8Array, prefix: Uint8Array): boolean {
  return prefix.every((byte, index) => digest[index] === byte);
}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
