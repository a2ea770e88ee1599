import {sql} from 'kysely';
import type {Scope, TrxScope} from '../../scope.ts';
import {ledgerLines} from '../proof/export-ledger.ts';
import {verifyExport} from '../proof/verify-export.ts';
import {verifyLedger} from '../proof/verify-ledger.ts';

class PutBack extends Error {}

/**
 * What is found after a database superuser, whom no trigger and no foreign key stops, changed something behind the ledger's back:
 * in the database itself, and in an export of it. Afterwards all is as it was.
 */
export async function foundAfter(
  scope: Scope,
  tamper: (scope: TrxScope) => Promise<unknown>,
): Promise<{online: string[]; offline: string[]}> {
  const found = {online: [] as string[], offline: [] as string[]};
  const inWords = ({sequence, fault}: {sequence: number; fault: string}) => `${sequence} ${fault}`;
  await scope.database.owner
    .transaction()
    .execute(async (trx) => {
      await sql`select set_config('buurtkit.community_id', ${scope.community.id}, true)`.execute(trx);
      await sql`set local session_replication_role = replica`.execute(trx);
      const tampered: TrxScope = {...scope, trx};
      await tamper(tampered);
      found.online = (await verifyLedger(tampered)).map(inWords);
      found.offline = (await verifyExport(exported(tampered))).faults.map(inWords);
      throw new PutBack();
    })
    .catch((error: unknown) => {
      if (!(error instanceof PutBack)) throw error;
    });
  return found;
}

async function* exported(scope: TrxScope): AsyncGenerator<string> {
  for await (const line of ledgerLines(scope)) yield JSON.stringify(line);
}
