import {createHash} from 'node:crypto';
import {expect, test} from 'vitest';
import {balancesText, chainedText, hashBeforeTheFirst, postingText} from './ledger-chain.ts';
import {balancesVector, ledgerVectors} from './ledger-vectors.ts';

const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');

test.each(ledgerVectors)('$what: each posting, the words and the entry have the hash that is written down', (vector) => {
  const {entry, memo, memoSalt, postings, hash} = vector;

  expect(postings.map((posting) => sha256(postingText(posting)))).toEqual(postings.map(({digest}) => digest));
  expect(memoSalt && sha256(Buffer.concat([Buffer.from(memoSalt, 'hex'), Buffer.from(memo ?? '')]))).toBe(entry.memoHash);
  expect(sha256(chainedText({...entry, postingDigests: postings.map(({digest}) => digest)}))).toBe(hash);
});

test('each entry names the hash of the one before, and the first names none', () => {
  expect(ledgerVectors.map(({entry}) => entry.previousHash)).toEqual([
    hashBeforeTheFirst,
    ...ledgerVectors.slice(0, -1).map(({hash}) => hash),
  ]);
});

test('what stands on all accounts has the hash that is written down, in whatever order it comes', () => {
  expect(sha256(balancesText(balancesVector.balances.toReversed()))).toBe(balancesVector.hash);
});

test.each([
  ['the community', {communityId: '00000000-0000-0000-0000-000000000000'}],
  ['the place', {sequence: 3}],
  ['the kind', {kind: 'gift'}],
  ['the moment', {occurredAt: '2026-11-20T10:15:30.251Z'}],
  ['who did it', {actor: 'server'}],
  ['for whom', {onBehalfOf: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5e03'}],
  ['what it turns back', {reverses: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c6001'}],
  ['what it is for', {reference: 'hours:1'}],
  ['the words', {memoHash: null}],
])('another value of %s is another hash', (_what, changed) => {
  const {entry, postings, hash} = ledgerVectors[1]!;

  expect(sha256(chainedText({...entry, ...changed, postingDigests: postings.map(({digest}) => digest)}))).not.toBe(hash);
});
