import type {ExchangeAct} from '@buurtkit/contract';
import {ProblemError} from '../../problem-error.ts';
import type {TrxScope} from '../../scope.ts';
import {isCoordinator, isWithCoordinator, partiesOf, callersSide, type ExchangeRow, type KnownExchange} from './exchange-row.ts';
import {lapseIfDue} from './lapse-exchange.ts';
import {requireAct} from './require-act.ts';
import {lockExchange} from './store.ts';

/** The two sides see it, and a coordinator what the two brought to them. To everybody else it isn't there. */
export function maySee({caller, now}: TrxScope, row: ExchangeRow): boolean {
  return callersSide(row, caller) !== null || (isCoordinator(caller) && isWithCoordinator(row, now));
}

/** An exchange, locked, as it stands at this moment, for whoever may do this with it now. */
export async function requireExchange(
  scope: TrxScope,
  id: string,
  act: ExchangeAct | ((row: ExchangeRow) => ExchangeAct),
): Promise<KnownExchange> {
  const found = await lockExchange(scope, id);
  if (!found || !maySee(scope, found.exchange)) throw new ProblemError('exchange.not-found');
  const known = await lapseIfDue(scope, found);
  const {exchange} = known;
  requireAct(exchange.state, typeof act === 'function' ? act(exchange) : act, partiesOf(exchange, scope.caller));
  return known;
}
