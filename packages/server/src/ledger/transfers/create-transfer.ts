import type {EntryKind, NewTransfer, NewTransferBatch} from '@buurtkit/contract';
import {ProblemError} from '../../problem-error.ts';
import type {TrxScope} from '../../scope.ts';
import {findAccountRow, type AccountRow} from '../accounts/account-row.ts';
import {ownAccount, ownAccounts} from '../accounts/own-accounts.ts';
import {requireAccount} from '../accounts/require-account.ts';
import type {EntryRequest, PostedEntry} from '../entries/post-entry.ts';
import {recordEntry} from '../entries/record-entry.ts';

/** Gives minutes to another account. To or from the fund it is a gift; a desk gives for the member who is present. */
export async function createTransfer(scope: TrxScope, transfer: NewTransfer, request: EntryRequest): Promise<PostedEntry> {
  const from = await givingAccount(scope, transfer.fromAccountId);
  const to = await requireReceiver(scope, transfer.toAccountId);
  const kind: EntryKind = from.kind === 'fund' || to.kind === 'fund' ? 'gift' : 'transfer';
  return recordEntry(scope, {
    request,
    kind,
    lines: [
      {accountId: from.id, minutes: -transfer.minutes},
      {accountId: to.id, minutes: transfer.minutes},
    ],
    onBehalfOf: await presentMember(scope, from),
    memo: transfer.memo ?? null,
  });
}

/** Gives to several in one entry: all of them get it, or none. */
export async function createTransferBatch(
  scope: TrxScope,
  {fromAccountId, lines, memo}: NewTransferBatch,
  request: EntryRequest,
): Promise<PostedEntry> {
  const from = await givingAccount(scope, fromAccountId);
  for (const {toAccountId} of lines) await requireReceiver(scope, toAccountId);
  const total = lines.reduce((sum, {minutes}) => sum + minutes, 0);
  return recordEntry(scope, {
    request,
    kind: 'batch',
    lines: [{accountId: from.id, minutes: -total}, ...lines.map(({toAccountId, minutes}) => ({accountId: toAccountId, minutes}))],
    onBehalfOf: await presentMember(scope, from),
    memo: memo ?? null,
  });
}

/** The account that the caller gives from: the one that is named, or their own. */
export async function givingAccount(scope: TrxScope, id: string | undefined): Promise<AccountRow> {
  return requireAccount(scope, id ?? (await ownAccount(scope)), 'give');
}

/** For whom a desk acts: the account that isn't its own. */
export async function presentMember(scope: TrxScope, from: AccountRow): Promise<string | null> {
  const {caller} = scope;
  const isDesk = 'role' in caller && caller.role === 'desk';
  return isDesk && !(await ownAccounts(scope)).includes(from.id) ? from.id : null;
}

/** Anybody's account can be given to; credits don't go back to where they come from. */
export async function requireReceiver(scope: TrxScope, id: string): Promise<AccountRow> {
  const row = await findAccountRow(scope, id);
  if (!row || row.kind === 'issuance') throw new ProblemError('account.not-found');
  return row;
}
