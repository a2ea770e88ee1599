import type {Exchange, NewExchange} from '@buurtkit/contract';
import {uuidv7} from '../../http/uuid.ts';
import {ProblemError} from '../../problem-error.ts';
import {inTransaction, type Scope, type TrxScope} from '../../scope.ts';
import {requireMember} from '../require-member.ts';
import {listingStateAt} from '../listings/listing-row.ts';
import {requireListing} from '../listings/store.ts';
import {tellProposed} from './exchange-mails.ts';
import {answerTerm, later} from './exchange-terms.ts';
import {lapseIfDue} from './lapse-exchange.ts';
import {representExchange} from './represent-exchange.ts';
import {obstacleTo} from './settle-exchange.ts';
import {insertExchange, keepWords, lockExchange, readKnown} from './store.ts';

/**
 * Proposes to the owner of a listing: help for a request, to be helped for an offer. Who would give the minutes hears at once when
 * they can't, and not from the owner afterwards.
 */
export async function proposeExchange(scope: Scope, {listingId, minutes, message, contact}: NewExchange): Promise<Exchange> {
  return inTransaction(scope, async (trxScope) => {
    const memberId = requireMember(trxScope);
    const listing = await requireListing(trxScope, listingId, 'update');
    if (listing.owner_id === memberId) throw new ProblemError('exchange.own-listing');
    if (listingStateAt(listing, scope.now) !== 'open') throw new ProblemError('listing.closed');
    await lapseEarlier(trxScope, listingId);

    const isHelper = listing.kind === 'request';
    const proposal = {
      id: uuidv7(scope.now),
      listing_id: listing.id,
      helper_id: isHelper ? memberId : listing.owner_id,
      helped_id: isHelper ? listing.owner_id : memberId,
      proposed_by: isHelper ? ('helper' as const) : ('helped' as const),
      minutes: minutes ?? listing.minutes,
      expires_at: later(scope.now, answerTerm),
    };
    const row = await insertExchange(trxScope, proposal);
    if (!row) throw new ProblemError('exchange.already-proposed');
    const obstacle = isHelper ? null : await obstacleTo(trxScope, proposal);
    if (obstacle) throw new ProblemError(obstacle);

    const [found] = await readKnown(trxScope, [row]);
    const known = await keepWords(trxScope, found!, {
      message: message ?? null,
      [isHelper ? 'helper_contact' : 'helped_contact']: contact ?? null,
    });
    await tellProposed(trxScope, known);
    return representExchange(scope, known);
  });
}

/** A proposal that nobody answered in time is no proposal any more. */
async function lapseEarlier(scope: TrxScope, listingId: string): Promise<void> {
  const rows = await scope.trx
    .selectFrom('exchanges')
    .select('id')
    .where('community_id', '=', scope.community.id)
    .where('listing_id', '=', listingId)
    .where('state', '=', 'proposed')
    .where('expires_at', '<=', scope.now)
    .execute();
  for (const {id} of rows) {
    const known = await lockExchange(scope, id);
    if (known) await lapseIfDue(scope, known);
  }
}
