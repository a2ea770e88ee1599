import {createHash} from 'node:crypto';
import {balancesText, chainedText, hashBeforeTheFirst, ledgerFormat, postingText} from '@buurtkit/contract';
import {CommandError} from '../../command-error.ts';
import {exportLineSchema, type ExportLine, type LineOf} from './export-lines.ts';
import type {LedgerFault} from './verify-ledger.ts';

export type VerifiedLedger = {communityId: string; sequence: number; hash: string; faults: LedgerFault[]};

/**
 * Tells everything of an exported ledger again, line by line: what it keeps in mind grows with the accounts and not with the entries.
 * It finds what `verify_ledger` finds in the database; only the words are not in an export.
 */
export async function verifyExport(
  lines: AsyncIterable<string>,
  onEntry: (entry: LineOf<'entry'>) => void = () => undefined,
): Promise<VerifiedLedger> {
  const told = new ToldAgain();
  let number = 0;
  for await (const text of lines) {
    number += 1;
    if (text === '') continue;
    const line = readLine(text, number);
    told.hear(line);
    if (line.type === 'entry') onEntry(line);
  }
  return told.end();
}

function readLine(text: string, number: number): ExportLine {
  try {
    return exportLineSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new CommandError('ledger.unreadable', `Line ${number} is not a line of an exported ledger.`, {cause});
  }
}

type Standing = {version: number; minutes: number; salt: string; sequence: number};

class ToldAgain {
  #ledger: LineOf<'ledger'> | undefined;
  readonly #checkpoints: LineOf<'checkpoint'>[] = [];
  readonly #accounts = new Map<string, LineOf<'account'>>();
  readonly #held = new Map<string, {held: number; incoming: number}>();
  readonly #standing = new Map<string, Standing>();
  #last = {sequence: 0, hash: hashBeforeTheFirst, occurredAt: ''};
  #balancesHash: string | null = null;
  /** By `sequence fault`: the same said twice is one fault. */
  readonly #faults = new Map<string, LedgerFault>();

  hear(line: ExportLine): void {
    if (line.type === 'ledger') this.#ledger = line;
    else if (this.#ledger?.format !== ledgerFormat)
      throw new CommandError('ledger.unreadable', `This is no exported ledger in the format ${ledgerFormat}.`);
    else if (line.type === 'checkpoint') this.#checkpoints.push(line);
    else if (line.type === 'account') this.#accounts.set(line.id, line);
    else if (line.type === 'hold') this.#hearHold(line);
    else if (line.type === 'entry') this.#hearEntry(line, this.#ledger.communityId);
    else this.#fault(line.sequence, 'stray');
  }

  end(): VerifiedLedger {
    if (!this.#ledger) throw new CommandError('ledger.unreadable', 'This is no exported ledger: it has no first line.');
    const {communityId, sequence, hash} = this.#ledger;
    this.#checkUpTo(Infinity);
    this.#checkAccounts();
    if (this.#last.sequence !== sequence || this.#last.hash !== hash) this.#fault(sequence, 'head');
    const faults = [...this.#faults.values()].sort((one, other) => one.sequence - other.sequence || (one.fault < other.fault ? -1 : 1));
    return {communityId, sequence, hash, faults};
  }

  #fault(sequence: number, fault: string): void {
    this.#faults.set(`${sequence} ${fault}`, {sequence, fault});
  }

  #hearHold({fromAccountId, toAccountId, minutes}: LineOf<'hold'>): void {
    const sideOf = (id: string) => this.#held.get(id) ?? {held: 0, incoming: 0};
    this.#held.set(fromAccountId, {...sideOf(fromAccountId), held: sideOf(fromAccountId).held + minutes});
    this.#held.set(toAccountId, {...sideOf(toAccountId), incoming: sideOf(toAccountId).incoming + minutes});
  }

  #hearEntry(entry: LineOf<'entry'>, communityId: string): void {
    this.#checkUpTo(entry.sequence);
    const {sequence, hash, occurredAt, postings} = entry;
    const postingDigests = postings.map((posting) => sha256(postingText(posting)));
    if (sequence !== this.#last.sequence + 1) this.#fault(sequence, 'sequence');
    if (occurredAt < this.#last.occurredAt) this.#fault(sequence, 'moment');
    if (hash !== sha256(chainedText({...entry, communityId, previousHash: this.#last.hash, postingDigests})))
      this.#fault(sequence, 'chain');
    if (postings.length === 0 || postings.reduce((sum, {minutes}) => sum + minutes, 0) !== 0) this.#fault(sequence, 'conservation');
    for (const posting of postings) this.#hearPosting(sequence, posting);
    this.#last = {sequence, hash, occurredAt};
    this.#balancesHash = null;
  }

  #hearPosting(sequence: number, {accountId, ...posting}: LineOf<'entry'>['postings'][number]): void {
    if (posting.sequence !== undefined || posting.occurredAt !== undefined) this.#fault(sequence, 'posting');
    const {version, minutes} = this.#standing.get(accountId) ?? {version: 0, minutes: 0};
    if (posting.version !== version + 1 || posting.balance !== minutes + posting.minutes) this.#fault(sequence, 'running-balance');
    this.#standing.set(accountId, {version: posting.version, minutes: posting.balance, salt: posting.salt, sequence});
  }

  /** The checkpoints of days that ended before the entry with this number. */
  #checkUpTo(sequence: number): void {
    for (let [next] = this.#checkpoints; next !== undefined && next.sequence < sequence; [next] = this.#checkpoints) {
      const isRight =
        next.sequence === this.#last.sequence && next.hash === this.#last.hash && next.balancesHash === this.#hashOfBalances();
      if (!isRight) this.#fault(next.sequence, 'checkpoint');
      this.#checkpoints.shift();
    }
  }

  #hashOfBalances(): string {
    this.#balancesHash ??= sha256(balancesText([...this.#standing].map(([accountId, standing]) => ({accountId, ...standing}))));
    return this.#balancesHash;
  }

  #checkAccounts(): void {
    for (const id of new Set([...this.#accounts.keys(), ...this.#standing.keys()])) {
      const account = this.#accounts.get(id);
      const {version, minutes, sequence} = this.#standing.get(id) ?? {version: 0, minutes: 0, sequence: 0};
      const {held, incoming} = this.#held.get(id) ?? {held: 0, incoming: 0};
      if (!account) this.#fault(sequence, 'account');
      else {
        if (account.version !== version || account.balance !== minutes) this.#fault(sequence, 'balance');
        if (account.held !== held || account.incoming !== incoming) this.#fault(sequence, 'held');
      }
    }
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
