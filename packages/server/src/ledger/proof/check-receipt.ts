import {createHash} from 'node:crypto';
import {ledgerFormat, postingText, type Entry} from '@buurtkit/contract';
import type {LineOf} from './export-lines.ts';

/** Whether a receipt is true to itself: its text has its hash, and all that it tells stands in that text. */
export function isSoundReceipt({proof, ...entry}: Entry): boolean {
  const [format, , sequence, previousHash, id, kind, occurredAt, , onBehalfOf, reverses, , memoHash, ...digests] =
    proof.hashedText.split('\n');
  const known = entry.postings.filter(({salt}) => salt !== null);
  return (
    format === ledgerFormat &&
    proof.format === ledgerFormat &&
    sha256(proof.hashedText) === proof.hash &&
    previousHash === proof.previousHash &&
    sequence === String(entry.sequence) &&
    id === entry.id &&
    kind === entry.kind &&
    occurredAt === entry.occurredAt &&
    onBehalfOf === (entry.onBehalfOf?.accountId ?? '-') &&
    reverses === (entry.reverses ?? '-') &&
    // Words that were erased leave only their hash behind.
    (entry.memo === null || memoHash === sha256(Buffer.concat([Buffer.from(proof.memoSalt ?? '', 'hex'), Buffer.from(entry.memo)]))) &&
    known.every(({accountId, minutes, salt}) => digests.includes(sha256(postingText({accountId, minutes, salt: salt!}))))
  );
}

/** Whether the ledger has, at the place that the receipt names, the very entry that it is of. */
export function isReceiptOf({id, sequence, proof}: Entry, entry: LineOf<'entry'>): boolean {
  return entry.sequence === sequence && entry.id === id && entry.hash === proof.hash;
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
