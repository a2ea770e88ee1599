import type {Account, Counterparty} from '@buurtkit/contract';
import {MockProblem} from '../mock-problem.ts';
import type {Call} from '../operation.ts';
import {describeAccount, type SampleAccount} from '../samples/describe-account.ts';
import type {Ledger} from './ledger.ts';

/** Who asks, and whose book is open. */
export type Asking = {ledger: Ledger; caller: Call['caller']; state: Call['state']};

export function whoAsks({state, caller, params}: Pick<Call, 'state' | 'caller'> & {params: {community: string}}): Asking {
  return {ledger: state.ledgers.get(params.community)!, caller, state};
}

export function balanceOf({entries}: Pick<Ledger, 'entries'>, accountId: string): number {
  const moved = entries.flatMap(({postings}) => postings.filter((posting) => posting.accountId === accountId));
  return moved.reduce((sum, {minutes}) => sum + minutes, 0);
}

function keptApart({holds}: Ledger, side: 'fromAccountId' | 'toAccountId', accountId: string): number {
  return holds.filter((hold) => hold.state === 'held' && hold[side] === accountId).reduce((sum, {minutes}) => sum + minutes, 0);
}

export function representAccount(ledger: Ledger, {owner: _owner, ...account}: SampleAccount): Account {
  const minutes = balanceOf(ledger, account.id);
  const heldMinutes = keptApart(ledger, 'fromAccountId', account.id);
  return {
    ...account,
    minutes,
    heldMinutes,
    incomingMinutes: keptApart(ledger, 'toAccountId', account.id),
    availableMinutes: account.minMinutes === null ? null : Math.max(0, minutes - heldMinutes - account.minMinutes),
    expiring: null,
    version: ledger.entries.filter(({postings}) => postings.some(({accountId}) => accountId === account.id)).length,
  };
}

export function accountNamed({accounts}: Ledger, id: string): SampleAccount {
  const found = accounts.find((account) => account.id === id);
  if (!found) throw new MockProblem('account.not-found');
  return found;
}

export function fundOf({accounts}: Ledger): SampleAccount {
  return accounts.find(({kind}) => kind === 'fund')!;
}

export function counterpartyOf({id: accountId, kind, name, number}: SampleAccount): Counterparty {
  return {accountId, kind, name, number};
}

/** The caller's accounts, their own first: a person's, and that of the initiative or organisation they are there for. */
export function ownAccounts({ledger, caller, state}: Asking): SampleAccount[] {
  const owners = [caller?.memberId, caller?.for].filter((owner) => owner !== undefined);
  return owners.map((owner) => accountOf({ledger, state}, owner));
}

/** The account of a member, by id, or of `initiative:{slug}` or `partner:{slug}`. */
export function accountOf({ledger, state}: Pick<Asking, 'ledger' | 'state'>, owner: string): SampleAccount {
  return ledger.accounts.find((account) => account.owner === owner) ?? opened({ledger, state}, owner);
}

/** Whoever has none yet gets an account. */
function opened({ledger, state}: Pick<Asking, 'ledger' | 'state'>, owner: string): SampleAccount {
  const [kind, slug] = owner.split(':') as ['initiative' | 'partner', string | undefined];
  const made = (state.numbers.made += 1);
  const member = [...state.members.values()].flat().find(({id}) => id === owner);
  const account = describeAccount(made, {
    owner,
    kind: slug === undefined ? 'member' : kind,
    name: member?.name ?? slug ?? `Deelnemer ${made}`,
    openedAt: new Date().toISOString(),
  });
  ledger.accounts.push(account);
  return account;
}

export function ownAccount(who: Asking): SampleAccount {
  const [own] = ownAccounts(who);
  if (!own) throw new MockProblem('account.not-found');
  return own;
}

/** An account for whoever may use it so; to anybody else it isn't there. */
export function accountFor(who: Asking, id: string, use: 'see' | 'give'): SampleAccount {
  const account = accountNamed(who.ledger, id);
  const role = who.caller?.role;
  const isStaff = role === 'coordinator' || role === 'admin';
  const mayUse =
    ownAccounts(who).includes(account) ||
    (role === 'desk' && account.kind === 'member') ||
    (isStaff && (use === 'see' || account.kind === 'fund'));
  if (!mayUse) throw new MockProblem('account.not-found');
  return account;
}

/** Whether one of two sides is an account that the caller sees. */
export function seesOneOf(who: Asking, ...ids: string[]): boolean {
  if (who.caller?.role === 'coordinator' || who.caller?.role === 'admin') return true;
  return ids.some((id) => ownAccounts(who).some((own) => own.id === id));
}
