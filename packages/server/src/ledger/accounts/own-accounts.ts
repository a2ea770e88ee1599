import {ProblemError} from '../../problem-error.ts';
import type {TrxScope} from '../../scope.ts';
import {openAccount} from './open-account.ts';

/** The caller's accounts, their own first: a person's, and that of the initiative or partner they are there for. */
export async function ownAccounts(scope: TrxScope): Promise<string[]> {
  const {caller} = scope;
  const own = caller.kind === 'member' ? [await openAccount(scope, {kind: 'member', id: caller.id})] : [];
  const target =
    'target' in caller && caller.role === 'organiser' && caller.target !== null ? await targetAccount(scope, caller.target) : null;
  return target === null ? own : [...own, target];
}

/** The one that is meant when none is named. */
export async function ownAccount(scope: TrxScope): Promise<string> {
  const [account] = await ownAccounts(scope);
  if (account === undefined) throw new ProblemError('account.not-found');
  return account;
}

async function targetAccount(scope: TrxScope, target: string): Promise<string | null> {
  const [kind, slug] = target.split(':') as ['initiative' | 'partner', string];
  const owner = await scope.trx
    .selectFrom(kind === 'initiative' ? 'initiatives' : 'partners')
    .select('id')
    .where('community_id', '=', scope.community.id)
    .where('slug', '=', slug)
    .executeTakeFirst();
  return owner ? openAccount(scope, {kind, id: owner.id}) : null;
}
