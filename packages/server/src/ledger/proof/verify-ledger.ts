import {sql} from 'kysely';
import {inTransaction, type Scope, type TrxScope} from '../../scope.ts';

/** What isn't as it was written: which kind of fault, at which entry. */
export type LedgerFault = {sequence: number; fault: string};

/** Tells everything of a community's ledger again from entries and postings alone. An empty list is a ledger that is right. */
export async function verifyLedger(scope: Scope | TrxScope): Promise<LedgerFault[]> {
  return inTransaction(scope, async ({trx, community}) => {
    const {rows} = await sql<{sequence: string; fault: string}>`select sequence, fault from verify_ledger(${community.id})`.execute(trx);
    return rows.map(({sequence, fault}) => ({sequence: Number(sequence), fault}));
  });
}
