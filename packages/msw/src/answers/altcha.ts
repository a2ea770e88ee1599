import {getAltchaChallenge} from '@buurtkit/contract';
import {operation} from '../operation.ts';

/** Always the same sum, which takes a moment; what is sent with its solution is taken, and so is what is sent without. */
const challenge = {
  parameters: {
    algorithm: 'SHA-256' as const,
    cost: 1,
    expiresAt: 4_102_444_800,
    keyLength: 32,
    keyPrefix: 'c98f8eedd6fb513ceffe83638b203de3',
    keySignature: '3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea',
    nonce: '9f86d081884c7d659a2feaa0c55ad015',
    salt: '60303ae22b998861bce3b28f33eec1be',
  },
  signature: '1b16b1df538ba12dc3f97edbb85caa7050d46c148134290feba80f8236c83db9',
};

export const altchaOperations = [
  operation(getAltchaChallenge, () => ({status: 200, content: challenge, headers: {'Cache-Control': 'no-store'}})),
];
