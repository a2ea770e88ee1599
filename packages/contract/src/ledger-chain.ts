/**
 * The bytes that a community's ledger hashes, format `v1`. Frozen: an entry that was hashed once is checked with these very lines
 * for ever, in SQL (`entry_hash`) and here.
 *
 * `hash = sha256(UTF-8 of the lines, joined by one line feed)`, and the lines name the hash of the entry before. A posting stands in
 * it as `sha256("account minutes salt")`, so that a receipt can show one posting and keep the others to itself; what people wrote
 * stands in it as `sha256(salt ‖ words)`, so that the words can be erased.
 */
export type ChainedEntry = {
  communityId: string;
  sequence: number;
  /** In hexadecimal; 64 zeros before the first entry. */
  previousHash: string;
  id: string;
  kind: string;
  /** RFC 3339 in UTC with three decimals: `2026-11-22T09:00:00.000Z`. */
  occurredAt: string;
  actor: string;
  onBehalfOf: string | null;
  reverses: string | null;
  reference: string | null;
  memoHash: string | null;
  /** In the order of the entry's lines, in hexadecimal. */
  postingDigests: readonly string[];
};

export const ledgerFormat = 'buurtkit-ledger-v1';
export const hashBeforeTheFirst = '0'.repeat(64);

/** The text whose SHA-256 is the entry's hash. */
export function chainedText(entry: ChainedEntry): string {
  return [
    ledgerFormat,
    entry.communityId,
    String(entry.sequence),
    entry.previousHash,
    entry.id,
    entry.kind,
    entry.occurredAt,
    entry.actor,
    entry.onBehalfOf ?? '-',
    entry.reverses ?? '-',
    entry.reference ?? '-',
    entry.memoHash ?? '-',
    ...entry.postingDigests,
  ].join('\n');
}

/** The text whose SHA-256 is the digest of a posting. */
export function postingText(posting: {accountId: string; minutes: number; salt: string}): string {
  return `${posting.accountId} ${posting.minutes} ${posting.salt}`;
}

/**
 * The text whose SHA-256 is the hash of all balances: of accounts that ever moved, by id, each with the salt of its last posting, so
 * that nobody can guess what stands on the few accounts of a small community.
 */
export function balancesText(balances: Iterable<{accountId: string; minutes: number; salt: string}>): string {
  return [...balances]
    .sort((one, other) => (one.accountId < other.accountId ? -1 : 1))
    .map(postingText)
    .join('\n');
}
