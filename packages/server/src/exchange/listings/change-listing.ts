import type {Listing, ListingChanges} from '@buurtkit/contract';
import {recordActs} from '../../audit/record-acts.ts';
import {ProblemError} from '../../problem-error.ts';
import {inTransaction, type Scope} from '../../scope.ts';
import {closeListing} from './close-listing.ts';
import {representListing} from './listing-row.ts';
import {requireListing, requireOwnListing} from './store.ts';
import {columnsOf} from './write-listing.ts';

/** Changes, closes or reopens a listing of the caller's own. */
export async function changeListing(scope: Scope, id: string, {isClosed, ...changes}: ListingChanges): Promise<Listing> {
  return inTransaction(scope, async (trxScope) => {
    const row = await requireOwnListing(trxScope, id, 'update');
    if (isClosed === false && row.closed_by === 'coordinator') throw new ProblemError('listing.closed');
    await trxScope.trx
      .updateTable('listings')
      .set({...(await columnsOf(trxScope, changes)), ...(isClosed === false && {closed_at: null, closed_by: null}), updated_at: scope.now})
      .where('community_id', '=', scope.community.id)
      .where('id', '=', id)
      .execute();
    await recordActs(trxScope, [
      {action: 'listing.updated', subjectId: id, fields: Object.keys({...changes, ...(isClosed !== undefined && {isClosed})})},
    ]);
    if (isClosed) await closeListing(trxScope, row, 'owner');
    return representListing(scope, await requireListing(trxScope, id));
  });
}
