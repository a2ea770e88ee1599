import type {Counterparty} from '@buurtkit/contract';
import {sql} from 'kysely';
import {ProblemError} from '../../problem-error.ts';
import {inTransaction, type Scope} from '../../scope.ts';
import {findAccountRows, representCounterparty} from './account-row.ts';
import {namedAccounts} from './named-accounts.ts';
import {ownAccount} from './own-accounts.ts';
import {requireAccount} from './require-account.ts';
import {systemAccount} from './system-account.ts';

/** Whom somebody can give to without a number: the fund, and those they had to do with, the last one first. */
export async function listCounterparties(scope: Scope): Promise<Counterparty[]> {
  return inTransaction(scope, async (trxScope) => {
    const {id: own} = await requireAccount(trxScope, await ownAccount(trxScope), 'see');
    const {rows} = await sql<{id: string}>`
      with latest as (
        select entry_id, version from postings where community_id = ${scope.community.id} and account_id = ${own} order by version desc limit 200
      )
      select o.account_id as id from latest l
      join postings o on o.community_id = ${scope.community.id} and o.entry_id = l.entry_id and o.account_id <> ${own}
      join accounts a on a.community_id = o.community_id and a.id = o.account_id
      where a.kind not in ('issuance', 'fund') and a.closed_at is null
      group by o.account_id order by max(l.version) desc limit 20`.execute(trxScope.trx);
    const ids = [await systemAccount(trxScope, 'fund'), ...rows.map(({id}) => id)];
    const named = await namedAccounts(trxScope, ids);
    return ids.flatMap((id) => named.get(id) ?? []);
  });
}

/** Whose number this is. */
export async function findCounterparty(scope: Scope, number: string): Promise<Counterparty> {
  return inTransaction(scope, async (trxScope) => {
    const [row] = await findAccountRows(trxScope, sql`a.number = ${number} and a.kind <> 'issuance' and a.closed_at is null`);
    if (!row) throw new ProblemError('account.not-found');
    return representCounterparty(row, scope.language);
  });
}
