import {requireRevision} from '../http/revisions.ts';
import {ProblemError} from '../problem-error.ts';
import type {TrxScope} from '../scope.ts';
import type {ItemRow} from './item-row.ts';
import {findItemRow, lockItem} from './store.ts';

/** The item for a moderator who saw it as it is now, and on which nobody has decided. */
export async function lockWaitingItem(scope: TrxScope, id: string, ifMatch: string, kinds: readonly ItemRow['kind'][]): Promise<ItemRow> {
  await lockItem(scope, id);
  const row = await findItemRow(scope, id);
  if (!row || !kinds.includes(row.kind)) throw new ProblemError('submission.not-found');
  requireRevision(ifMatch, row.revision);
  if (row.state !== 'pending') throw new ProblemError('submission.decided');
  return row;
}
