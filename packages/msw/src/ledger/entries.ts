import {
  chainedText,
  hashBeforeTheFirst,
  ledgerFormat,
  postingText,
  type Entry,
  type EntryKind,
  type ProblemCode,
  type StatementLine,
} from '@buurtkit/contract';
import {sha256} from '@noble/hashes/sha2.js';
import {bytesToHex, concatBytes, hexToBytes, utf8ToBytes} from '@noble/hashes/utils.js';
import {MockProblem} from '../mock-problem.ts';
import type {SampleAccount, SampleEntry} from '../samples/describe-account.ts';
import {accountNamed, balanceOf, counterpartyOf, ownAccounts, representAccount, seesOneOf, type Asking} from './accounts.ts';
import type {Ledger} from './ledger.ts';

export type Posting = SampleEntry['postings'][number];

export function entryNamed({entries}: Ledger, id: string): SampleEntry {
  const found = entries.find((entry) => entry.id === id);
  if (!found) throw new MockProblem('entry.not-found');
  return found;
}

/** What stands in the way of moving this, in the order in which the ledger looks. `freed` is what a hold lets go meanwhile. */
export function obstacle(ledger: Ledger, moves: readonly Posting[], stepMinutes: number, freed = 0): ProblemCode | null {
  const sides = moves.map(({accountId}) => accountNamed(ledger, accountId));
  if (new Set(sides).size < sides.length) return 'transfer.to-self';
  if (moves.some(({minutes}) => minutes % stepMinutes !== 0)) return 'transfer.not-in-step';
  if (sides.some(({closedAt}) => closedAt !== null)) return 'account.closed';
  if (sides.some(({isFrozen}) => isFrozen)) return 'account.frozen';
  return moves.some((move, index) => isTooMuch(ledger, sides[index]!, move, freed)) ? 'transfer.limit-reached' : null;
}

function isTooMuch(ledger: Ledger, side: SampleAccount, {minutes}: Posting, freed: number): boolean {
  const {availableMinutes, incomingMinutes, maxMinutes, minutes: before} = representAccount(ledger, side);
  if (minutes < 0) return availableMinutes !== null && -minutes > availableMinutes + freed;
  return maxMinutes !== null && before + incomingMinutes - freed + minutes > maxMinutes;
}

type NewEntry = {id: string; kind: EntryKind; postings: Posting[]} & Partial<Pick<SampleEntry, 'memo' | 'reverses' | 'onBehalfOf'>>;

/** Writes an entry after the last. */
export function post({ledger, caller}: Asking, entry: NewEntry): SampleEntry {
  const occurredAt = new Date().toISOString();
  const actor = entry.onBehalfOf ? 'desk' : (caller?.role ?? 'member');
  const written = {memo: null, reverses: null, onBehalfOf: null, ...entry, occurredAt, actor};
  ledger.entries.push(written);
  return written;
}

function reversalOf({entries}: Ledger, {id}: SampleEntry): string | null {
  return entries.find(({reverses}) => reverses === id)?.id ?? null;
}

function balanceAfter({entries}: Ledger, entry: SampleEntry, accountId: string): number {
  return balanceOf({entries: entries.slice(0, entries.indexOf(entry) + 1)}, accountId);
}

/** What an entry did to one account. */
export function lineOf(ledger: Ledger, entry: SampleEntry, accountId: string): StatementLine {
  const own = entry.postings.find((posting) => posting.accountId === accountId)!;
  const others = entry.postings.filter((posting) => posting !== own);
  const [across, ...more] = others.filter(({minutes}) => Math.sign(minutes) !== Math.sign(own.minutes));
  const other = across && more.length === 0 ? accountNamed(ledger, across.accountId) : null;
  return {
    entryId: entry.id,
    sequence: ledger.entries.indexOf(entry) + 1,
    kind: entry.kind,
    occurredAt: entry.occurredAt,
    minutes: own.minutes,
    balanceMinutes: balanceAfter(ledger, entry, accountId),
    counterparty: other && other.kind !== 'issuance' ? counterpartyOf(other) : null,
    others: others.length - (other ? 1 : 0),
    memo: entry.memo,
    isByDesk: entry.onBehalfOf !== null,
    reverses: entry.reverses,
    reversedBy: reversalOf(ledger, entry),
  };
}

export function linesOf(ledger: Ledger, accountId: string): StatementLine[] {
  return ledger.entries
    .filter(({postings}) => postings.some((posting) => posting.accountId === accountId))
    .map((entry) => lineOf(ledger, entry, accountId));
}

/** Sixteen bytes that are the same in every run: what they keep secret here is nobody's. */
function saltOf(...of: (string | number)[]): string {
  return digestOf(of.join(' ')).slice(0, 32);
}

/** What stands on every account that ever moved, with the salt of its last posting. */
export function standingOf(ledger: Ledger): {accountId: string; minutes: number; salt: string}[] {
  const last = ledger.entries.flatMap(({id, postings}) => postings.map(({accountId}, line) => [accountId, saltOf(id, line)] as const));
  return [...new Map(last)].map(([accountId, salt]) => ({accountId, minutes: balanceOf(ledger, accountId), salt}));
}

export function digestOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** The chain of hashes as the contract has it, so that what checks a receipt finds it right. */
export function proofsOf({entries}: Ledger, communityId: string): Map<string, Entry['proof']> {
  const proofs = new Map<string, Entry['proof']>();
  let previousHash = hashBeforeTheFirst;
  for (const [index, {id, kind, occurredAt, actor, onBehalfOf, memo, reverses, postings}] of entries.entries()) {
    const memoSalt = memo === null ? null : saltOf(id);
    const hashedText = chainedText({
      communityId,
      sequence: index + 1,
      previousHash,
      id,
      kind,
      occurredAt,
      actor,
      onBehalfOf,
      reverses,
      reference: null,
      memoHash: memoSalt === null ? null : bytesToHex(sha256(concatBytes(hexToBytes(memoSalt), utf8ToBytes(memo!)))),
      postingDigests: postings.map((posting, line) => digestOf(postingText({...posting, salt: saltOf(id, line)}))),
    });
    const hash = digestOf(hashedText);
    proofs.set(id, {format: ledgerFormat, hash, previousHash, hashedText, memoSalt});
    previousHash = hash;
  }
  return proofs;
}

/** An entry as a receipt for whoever is on one side of it; coordinators and administrators see all sides. */
export function receiptOf(who: Asking, entry: SampleEntry, communityId: string): Entry {
  const {ledger, caller} = who;
  const {id, kind, occurredAt, actor, memo, reverses, postings} = entry;
  if (!seesOneOf(who, ...postings.map(({accountId}) => accountId))) throw new MockProblem('entry.not-found');
  const isStaff = caller?.role === 'coordinator' || caller?.role === 'admin';
  const own = new Set(ownAccounts(who).map((account) => account.id));
  const isSeen = (accountId: string) => isStaff || own.has(accountId);
  return {
    id,
    sequence: ledger.entries.indexOf(entry) + 1,
    kind,
    occurredAt,
    actor,
    onBehalfOf: entry.onBehalfOf === null ? null : counterpartyOf(accountNamed(ledger, entry.onBehalfOf)),
    memo,
    reverses,
    reversedBy: reversalOf(ledger, entry),
    postings: postings.flatMap(({accountId, minutes}, line) => {
      if (!isSeen(accountId) && postings.length !== 2) return [];
      const {name} = accountNamed(ledger, accountId);
      return isSeen(accountId)
        ? {accountId, name, minutes, balanceMinutes: balanceAfter(ledger, entry, accountId), salt: saltOf(id, line)}
        : {accountId, name, minutes, balanceMinutes: null, salt: null};
    }),
    proof: proofsOf(ledger, communityId).get(id)!,
  };
}
