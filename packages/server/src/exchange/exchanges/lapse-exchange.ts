import {lapseOf} from '@buurtkit/contract';
import type {TrxScope} from '../../scope.ts';
import {tellDisputed, tellExpired} from './exchange-mails.ts';
import type {KnownExchange} from './exchange-row.ts';
import {releaseHold} from './settle-exchange.ts';
import {moveExchange} from './store.ts';

/** Writes down what time did to a locked exchange: it ended without an answer, or is the coordinator's now. */
export async function lapseIfDue(scope: TrxScope, known: KnownExchange): Promise<KnownExchange> {
  const {state, expires_at} = known.exchange;
  const lapse = lapseOf(state);
  if (!lapse || expires_at === null || expires_at > scope.now) return known;
  const lapsed = await moveExchange(scope, known, lapse.act, lapse.to);
  if (lapse.act === 'escalation') {
    await tellDisputed(scope, lapsed, null);
    return lapsed;
  }
  await releaseHold(scope, lapsed.exchange);
  await tellExpired(scope, lapsed, state);
  return lapsed;
}
