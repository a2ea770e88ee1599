import {created, type Reply} from '../../http/bind-route.ts';
import {inTransaction, type Scope, type TrxScope} from '../../scope.ts';
import {getEntry} from './get-entry.ts';
import type {PostedEntry} from './post-entry.ts';

/** Writes an entry and answers with it as it stands in the ledger, the first time and every time that it is asked again. */
export async function writtenEntry(scope: Scope, write: (scope: TrxScope) => Promise<PostedEntry>): Promise<Reply> {
  return inTransaction(scope, async (trxScope) => {
    const {id, isReplay} = await write(trxScope);
    const entry = await getEntry(trxScope, id);
    return created(entry, `${scope.publicUrl}/v1/communities/${scope.community.slug}/entries/${id}`, {isReplay});
  });
}
