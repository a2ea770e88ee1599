import type {Exchange, ExchangeAcceptance, ExchangeAnswer} from '@buurtkit/contract';
import {inTransaction, type Scope} from '../../scope.ts';
import {closeListing} from '../listings/close-listing.ts';
import {requireListing} from '../listings/store.ts';
import {tellAccepted, tellDeclined, tellWithdrawn} from './exchange-mails.ts';
import {callersSide} from './exchange-row.ts';
import {doingTerm, later} from './exchange-terms.ts';
import {representExchange} from './represent-exchange.ts';
import {requireExchange} from './require-exchange.ts';
import {holdFor, releaseHold} from './settle-exchange.ts';
import {keepWords, moveExchange} from './store.ts';

/** Yes: the minutes are kept apart, and from now on the two can reach each other. A request is off the list with it. */
export async function acceptExchange(scope: Scope, id: string, {message, contact, closesListing}: ExchangeAcceptance): Promise<Exchange> {
  return inTransaction(scope, async (trxScope) => {
    const known = await requireExchange(trxScope, id, 'acceptance');
    const expires_at = later(scope.now, doingTerm);
    const hold_id = await holdFor(trxScope, known.exchange, expires_at);
    const moved = await moveExchange(trxScope, known, 'acceptance', 'accepted', {hold_id, accepted_at: scope.now, expires_at});
    const accepted = await keepWords(trxScope, moved, {
      answer: message ?? null,
      [`${callersSide(moved.exchange, scope.caller)}_contact`]: contact ?? null,
    });
    await tellAccepted(trxScope, accepted);
    if (moved.listing && (closesListing ?? moved.listing.kind === 'request'))
      await closeListing(trxScope, await requireListing(trxScope, moved.listing.id), 'owner');
    return representExchange(scope, accepted);
  });
}

export async function declineExchange(scope: Scope, id: string, {message}: ExchangeAnswer): Promise<Exchange> {
  return inTransaction(scope, async (trxScope) => {
    const known = await requireExchange(trxScope, id, 'decline');
    const declined = await keepWords(trxScope, await moveExchange(trxScope, known, 'decline', 'declined'), {answer: message ?? null});
    await tellDeclined(trxScope, declined);
    return representExchange(scope, declined);
  });
}

/** It doesn't go on: by who proposed it, and once agreed by either of the two. */
export async function withdrawExchange(scope: Scope, id: string, {message}: ExchangeAnswer): Promise<Exchange> {
  return inTransaction(scope, async (trxScope) => {
    const known = await requireExchange(trxScope, id, 'withdrawal');
    const moved = await moveExchange(trxScope, known, 'withdrawal', 'withdrawn');
    const withdrawn = await keepWords(trxScope, moved, {answer: message ?? null});
    await releaseHold(trxScope, moved.exchange);
    await tellWithdrawn(trxScope, withdrawn, callersSide(moved.exchange, scope.caller)!);
    return representExchange(scope, withdrawn);
  });
}
