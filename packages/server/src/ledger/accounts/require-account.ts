import {ProblemError} from '../../problem-error.ts';
import type {TrxScope} from '../../scope.ts';
import {findAccountRow, type AccountRow} from './account-row.ts';
import {ownAccounts} from './own-accounts.ts';

/** For what an account is asked: to look at, or to give from. */
export type AccountUse = 'see' | 'give';

/**
 * An account for whoever may use it so. To anybody else it isn't there: that it exists is nobody's business.
 *
 * People see and use their own. A desk sees members' accounts and acts for the member who is present. Coordinators and
 * administrators see all, and give from the fund.
 */
export async function requireAccount(scope: TrxScope, id: string, use: AccountUse): Promise<AccountRow> {
  const row = await findUsable(scope, id, use);
  if (!row) throw new ProblemError('account.not-found');
  return row;
}

/** Whether one of these accounts is the caller's to see: who is on a side of something may see that. */
export async function seesOneOf(scope: TrxScope, ids: readonly string[]): Promise<boolean> {
  for (const id of ids) if (await findUsable(scope, id, 'see')) return true;
  return false;
}

async function findUsable(scope: TrxScope, id: string, use: AccountUse): Promise<AccountRow | undefined> {
  const row = await findAccountRow(scope, id);
  return row && (await mayUse(scope, row, use)) ? row : undefined;
}

async function mayUse(scope: TrxScope, row: AccountRow, use: AccountUse): Promise<boolean> {
  const {caller} = scope;
  if (caller.kind === 'command' || caller.kind === 'server') return true;
  if (caller.kind === 'anonymous') return false;
  if ((await ownAccounts(scope)).includes(row.id)) return true;
  if (caller.role === 'desk') return row.kind === 'member';
  if (caller.role === 'coordinator' || caller.role === 'admin') return use === 'see' || row.kind === 'fund';
  return false;
}
