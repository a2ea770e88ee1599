import type {Counterparty} from '@buurtkit/contract';
import {sql} from 'kysely';
import type {TrxScope} from '../../scope.ts';
import {findAccountRows, representCounterparty} from './account-row.ts';

/** The accounts of these ids, as those who deal with them see them. */
export async function namedAccounts(scope: TrxScope, ids: Iterable<string | null>): Promise<Map<string, Counterparty>> {
  const wanted = [...new Set([...ids].filter((id) => id !== null))];
  const rows = wanted.length === 0 ? [] : await findAccountRows(scope, sql`a.id = any(${wanted}::uuid[])`);
  return new Map(rows.map((row) => [row.id, representCounterparty(row, scope.language)]));
}
