import type {TrxScope} from '../../scope.ts';
import {tellTaken} from './exchange-mails.ts';
import {lapseIfDue} from './lapse-exchange.ts';
import {lockExchange, moveExchange} from './store.ts';

/** Whoever still waits for an answer on a listing that closes gets one. */
export async function declineProposals(scope: TrxScope, listingId: string): Promise<void> {
  const rows = await scope.trx
    .selectFrom('exchanges')
    .select('id')
    .where('community_id', '=', scope.community.id)
    .where('listing_id', '=', listingId)
    .where('state', '=', 'proposed')
    .execute();
  for (const {id} of rows) {
    const locked = await lockExchange(scope, id);
    if (locked?.exchange.state !== 'proposed') continue;
    const known = await lapseIfDue(scope, locked);
    if (known.exchange.state === 'proposed') await tellTaken(scope, await moveExchange(scope, known, 'closing', 'declined'));
  }
}
