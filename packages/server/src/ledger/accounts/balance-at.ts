import {sql} from 'kysely';
import type {TrxScope} from '../../scope.ts';

/** What stood on an account at a moment, with all that was written up to and at it: one look in the index. */
export async function balanceAt(scope: TrxScope, accountId: string, at: Date): Promise<number> {
  const {rows} = await sql<{balance: string}>`
    select balance_after as balance from postings
    where community_id = ${scope.community.id} and account_id = ${accountId} and occurred_at <= ${at}
    order by occurred_at desc, version desc limit 1`.execute(scope.trx);
  return Number(rows[0]?.balance ?? 0);
}
