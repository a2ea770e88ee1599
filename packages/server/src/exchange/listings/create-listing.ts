import type {Listing, NewListing} from '@buurtkit/contract';
import {recordActs} from '../../audit/record-acts.ts';
import {inTransaction, type Scope} from '../../scope.ts';
import {requireMember} from '../require-member.ts';
import {noteMatches} from './listing-news.ts';
import {representListing} from './listing-row.ts';
import {requireListing} from './store.ts';
import {columnsOf, usualTerm} from './write-listing.ts';

/** Places an offer or a request of the caller's own; whoever placed what fits it hears so. */
export async function createListing(scope: Scope, {kind, title, category, minutes, ...rest}: NewListing): Promise<Listing> {
  return inTransaction(scope, async (trxScope) => {
    const columns = await columnsOf(trxScope, rest);
    const {id} = await trxScope.trx
      .insertInto('listings')
      .values({
        ...columns,
        community_id: scope.community.id,
        owner_id: requireMember(trxScope),
        kind,
        title: JSON.stringify(title),
        category,
        minutes,
        until: columns.until ?? new Date(scope.now.getTime() + usualTerm),
        created_at: scope.now,
        updated_at: scope.now,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await recordActs(trxScope, [{action: 'listing.created', subjectId: id}]);
    await noteMatches(trxScope, id);
    return representListing(scope, await requireListing(trxScope, id));
  });
}
