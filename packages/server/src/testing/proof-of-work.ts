import {solveChallenge, type Challenge} from 'altcha-lib';
import {deriveKey} from 'altcha-lib/algorithms/sha';

type Ask = (path: string) => Promise<Response>;

/** The header of a writer without a key, solved by the library that others solve it with. */
export async function aProof(ask: Ask): Promise<{Authorization: string}> {
  const challenge = (await (await ask('/v1/altcha-challenge')).json()) as Challenge;
  const solution = await solveChallenge({challenge, deriveKey});
  return {Authorization: `Altcha payload=${Buffer.from(JSON.stringify({challenge, solution})).toString('base64')}`};
}
