import {sql, type Transaction} from 'kysely';
import type {Tables} from './tables.ts';

/** Ends a transaction whose reader went away without saying so, or reads nothing for a minute: it would keep its connection. */
export async function endWhenForgotten(trx: Transaction<Tables>): Promise<void> {
  await sql`set local idle_in_transaction_session_timeout = '60s'`.execute(trx);
}
