import type {Exchange, ExchangeResolution} from '@buurtkit/contract';
import {inTransaction, type Scope} from '../../scope.ts';
import {tellDisputed, tellResolved} from './exchange-mails.ts';
import {callersSide} from './exchange-row.ts';
import {representExchange} from './represent-exchange.ts';
import {requireExchange} from './require-exchange.ts';
import {giveMinutes, prolongHold} from './settle-exchange.ts';
import {keepWords, moveExchange} from './store.ts';

/** One of the two asks the coordinator to have a look. The minutes stay apart. */
export async function disputeExchange(scope: Scope, id: string, reason: string): Promise<Exchange> {
  return inTransaction(scope, async (trxScope) => {
    const known = await requireExchange(trxScope, id, 'dispute');
    const hold_id = await prolongHold(trxScope, known.exchange);
    const disputed = await keepWords(trxScope, await moveExchange(trxScope, known, 'dispute', 'disputed', {hold_id}), {reason});
    await tellDisputed(trxScope, disputed, callersSide(known.exchange, scope.caller));
    return representExchange(scope, disputed);
  });
}

/** What a coordinator decides is given, or nothing, with a note that both read. */
export async function resolveExchange(scope: Scope, id: string, {minutes, note}: ExchangeResolution): Promise<Exchange> {
  return inTransaction(scope, async (trxScope) => {
    const known = await requireExchange(trxScope, id, 'resolution');
    const entry_id = await giveMinutes(trxScope, known, minutes);
    const moved = await moveExchange(trxScope, known, 'resolution', 'resolved', {settled_minutes: minutes, entry_id, obstacle: null});
    const resolved = await keepWords(trxScope, moved, {note});
    await tellResolved(trxScope, resolved);
    return representExchange(scope, resolved);
  });
}
