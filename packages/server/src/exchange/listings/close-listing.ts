import type {Listing} from '@buurtkit/contract';
import {recordActs} from '../../audit/record-acts.ts';
import {inTransaction, type Scope, type TrxScope} from '../../scope.ts';
import {declineProposals} from '../exchanges/decline-proposals.ts';
import {representListing, type ListingRow} from './listing-row.ts';
import {tellClosed} from './listing-mails.ts';
import {requireListing} from './store.ts';

/** Takes a locked listing off the list. Whoever waits for an answer hears that it is settled; what was agreed goes on. */
export async function closeListing(scope: TrxScope, {id, closed_at}: ListingRow, by: 'owner' | 'coordinator'): Promise<void> {
  if (closed_at !== null && by === 'owner') return;
  await scope.trx
    .updateTable('listings')
    .set({closed_at: closed_at ?? scope.now, closed_by: by, updated_at: scope.now})
    .where('community_id', '=', scope.community.id)
    .where('id', '=', id)
    .execute();
  await recordActs(scope, [{action: 'listing.closed', subjectId: id}]);
  await declineProposals(scope, id);
}

/** A coordinator takes something off the list, for a reason that its owner reads. */
export async function closeForReason(scope: Scope, id: string, reason: string): Promise<Listing> {
  return inTransaction(scope, async (trxScope) => {
    const row = await requireListing(trxScope, id, 'update');
    await closeListing(trxScope, row, 'coordinator');
    await tellClosed(trxScope, row, reason);
    return representListing(scope, await requireListing(trxScope, id));
  });
}
