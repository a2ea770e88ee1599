import {chainedText, hashBeforeTheFirst, ledgerFormat, type Entry} from '@buurtkit/contract';
import {sql, type Selectable} from 'kysely';
import type {Tables} from '../../db/tables.ts';
import {ProblemError} from '../../problem-error.ts';
import type {TrxScope} from '../../scope.ts';
import {namedAccounts} from '../accounts/named-accounts.ts';
import {ownAccounts} from '../accounts/own-accounts.ts';

export type EntryRow = Selectable<Tables['entries']>;
type PostingRow = {account_id: string; minutes: string; balance_after: string; salt: Buffer; digest: string};

export async function findEntryRow(scope: TrxScope, id: string): Promise<EntryRow | undefined> {
  return scope.trx.selectFrom('entries').selectAll().where('community_id', '=', scope.community.id).where('id', '=', id).executeTakeFirst();
}

/** An entry as a receipt for whoever is on one side of it; staff sees both, a desk only what it did itself. */
export async function getEntry(scope: TrxScope, id: string): Promise<Entry> {
  const row = await findEntryRow(scope, id);
  if (!row) throw new ProblemError('entry.not-found');
  const postings = await findPostings(scope, id);
  const seen = await accountsSeen(scope, row, postings);
  if (seen.size === 0) throw new ProblemError('entry.not-found');

  // Two sides know each other; of a batch nobody learns what the others got.
  const told = postings.filter(({account_id}) => seen.has(account_id) || postings.length === 2);
  const named = await namedAccounts(scope, [...told.map(({account_id}) => account_id), row.on_behalf_of]);
  const memo = await findMemo(scope, id);
  const [previousHash, reversedBy] = [await hashBefore(scope, row), await reversalOf(scope, id)];
  return {
    id,
    sequence: Number(row.sequence),
    kind: row.kind,
    occurredAt: row.occurred_at.toISOString(),
    actor: row.on_behalf_of === null ? await roleOf(scope, row.actor) : 'desk',
    onBehalfOf: row.on_behalf_of === null ? null : (named.get(row.on_behalf_of) ?? null),
    memo: memo?.memo ?? null,
    reverses: row.reverses,
    reversedBy,
    postings: told.map(({account_id: accountId, minutes, balance_after, salt}) => ({
      accountId,
      name: named.get(accountId)?.name ?? '',
      minutes: Number(minutes),
      balanceMinutes: seen.has(accountId) ? Number(balance_after) : null,
      salt: seen.has(accountId) ? salt.toString('hex') : null,
    })),
    proof: {
      format: ledgerFormat,
      hash: row.hash.toString('hex'),
      previousHash,
      hashedText: chainedText({
        communityId: scope.community.id,
        sequence: Number(row.sequence),
        previousHash,
        id,
        kind: row.kind,
        occurredAt: row.occurred_at.toISOString(),
        actor: row.actor,
        onBehalfOf: row.on_behalf_of,
        reverses: row.reverses,
        reference: row.reference,
        memoHash: row.memo_hash?.toString('hex') ?? null,
        postingDigests: postings.map(({digest}) => digest),
      }),
      memoSalt: memo?.salt.toString('hex') ?? null,
    },
  };
}

async function accountsSeen(scope: TrxScope, row: EntryRow, postings: readonly PostingRow[]): Promise<Set<string>> {
  const {caller} = scope;
  const all = postings.map(({account_id}) => account_id);
  if (caller.kind === 'command' || caller.kind === 'server') return new Set(all);
  if (caller.kind === 'anonymous') return new Set();
  if (caller.role === 'coordinator' || caller.role === 'admin') return new Set(all);
  const own = await ownAccounts(scope);
  const byThisDesk = caller.role === 'desk' && row.on_behalf_of !== null ? [row.on_behalf_of] : [];
  return new Set(all.filter((id) => own.includes(id) || byThisDesk.includes(id)));
}

async function findPostings(scope: TrxScope, id: string): Promise<PostingRow[]> {
  const {rows} = await sql<PostingRow>`
    select account_id, minutes, balance_after, salt, posting_digest(account_id, minutes, salt) as digest
    from postings where community_id = ${scope.community.id} and entry_id = ${id} order by line`.execute(scope.trx);
  return rows;
}

async function findMemo(scope: TrxScope, id: string) {
  return scope.trx
    .selectFrom('entry_memos')
    .select(['memo', 'salt'])
    .where('community_id', '=', scope.community.id)
    .where('entry_id', '=', id)
    .executeTakeFirst();
}

async function hashBefore(scope: TrxScope, {sequence}: EntryRow): Promise<string> {
  const before = await scope.trx
    .selectFrom('entries')
    .select('hash')
    .where('community_id', '=', scope.community.id)
    .where('sequence', '=', String(BigInt(sequence) - 1n))
    .executeTakeFirst();
  return before?.hash.toString('hex') ?? hashBeforeTheFirst;
}

async function reversalOf(scope: TrxScope, id: string): Promise<string | null> {
  const reversal = await scope.trx
    .selectFrom('entries')
    .select('id')
    .where('community_id', '=', scope.community.id)
    .where('reverses', '=', id)
    .executeTakeFirst();
  return reversal?.id ?? null;
}

/** In which role it was done: who it was is for the audit. */
async function roleOf(scope: TrxScope, actor: string): Promise<string> {
  const [kind, id] = actor.split(':');
  if (id === undefined || (kind !== 'member' && kind !== 'key')) return actor;
  const table = kind === 'member' ? 'members' : 'api_keys';
  const row = await scope.trx
    .selectFrom(table)
    .select('role')
    .where('community_id', '=', scope.community.id)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.role ?? 'member';
}
