import {created, type Reply} from '../../http/bind-route.ts';
import {inTransaction, type Scope, type TrxScope} from '../../scope.ts';
import {inTurn} from '../in-turn.ts';
import {getEntry} from './get-entry.ts';
import type {PostedEntry} from './post-entry.ts';

/**
 * Writes an entry and answers with it as it stands in the ledger, the first time and every time that it is asked again. It is read
 * once it is written for good: nobody waits for the ledger meanwhile.
 */
export async function writtenEntry(scope: Scope, write: (scope: TrxScope) => Promise<PostedEntry>): Promise<Reply> {
  const {id, isReplay} = await inTurn(scope.community.id, () => inTransaction(scope, write));
  const entry = await inTransaction(scope, (trxScope) => getEntry(trxScope, id));
  return created(entry, `${scope.publicUrl}/v1/communities/${scope.community.slug}/entries/${id}`, {isReplay});
}
