import type {Exchange, ExchangeAct} from '@buurtkit/contract';
import {ProblemError} from '../../problem-error.ts';
import {inTransaction, type Scope, type TrxScope} from '../../scope.ts';
import {tellBlocked, tellDifferent, tellDone, tellSettled} from './exchange-mails.ts';
import {otherSide, callersSide, type KnownExchange} from './exchange-row.ts';
import {confirmingTerm, later} from './exchange-terms.ts';
import {representExchange, suggestedMinutes} from './represent-exchange.ts';
import {requireExchange} from './require-exchange.ts';
import {prolongHold, tryToGive} from './settle-exchange.ts';
import {moveExchange} from './store.ts';

/** It is done, says one of the two; when the other said so first, this confirms it. */
export async function claimExchange(scope: Scope, id: string, minutes: number): Promise<Exchange> {
  return inTransaction(scope, async (trxScope) => {
    const known = await requireExchange(trxScope, id, ({state}) => (state === 'done' ? 'confirmation' : 'done'));
    if (known.exchange.state === 'done') return representExchange(scope, await confirm(trxScope, known, minutes));
    const side = callersSide(known.exchange, scope.caller)!;
    const done = await moveExchange(trxScope, known, 'done', 'done', {
      claimed_by: side,
      hold_id: await prolongHold(trxScope, known.exchange),
      [`${side}_minutes`]: minutes,
      expires_at: later(scope.now, confirmingTerm),
    });
    await tellDone(trxScope, done, otherSide(side));
    return representExchange(scope, done);
  });
}

/** The other says so too. The same minutes are given at once; of different ones the lower are proposed. */
export async function confirmExchange(scope: Scope, id: string, minutes: number): Promise<Exchange> {
  return inTransaction(scope, async (trxScope) => {
    const known = await requireExchange(trxScope, id, 'confirmation');
    return representExchange(scope, await confirm(trxScope, known, minutes));
  });
}

/** Who said more agrees with less. What both agreed with before and could not be given is tried again. */
export async function agreeExchange(scope: Scope, id: string): Promise<Exchange> {
  return inTransaction(scope, async (trxScope) => {
    const known = await requireExchange(trxScope, id, 'agreement');
    const isAgain = known.exchange.agreed_minutes !== null;
    const agreed = {...known, exchange: {...known.exchange, agreed_minutes: suggestedMinutes(known)}};
    const outcome = await settleAgreed(trxScope, agreed, 'agreement');
    if (isAgain && outcome.exchange.obstacle) throw new ProblemError(outcome.exchange.obstacle);
    return representExchange(scope, outcome);
  });
}

async function confirm(scope: TrxScope, known: KnownExchange, minutes: number): Promise<KnownExchange> {
  const side = callersSide(known.exchange, scope.caller)!;
  const confirmed = {...known, exchange: {...known.exchange, [`${side}_minutes`]: minutes}};
  const {helper_minutes, helped_minutes} = confirmed.exchange;
  if (helper_minutes === helped_minutes) {
    confirmed.exchange.agreed_minutes = minutes;
    return settleAgreed(scope, confirmed, 'confirmation');
  }
  const different = await moveExchange(scope, confirmed, 'confirmation', 'confirmed', {
    helper_minutes,
    helped_minutes,
    expires_at: later(scope.now, confirmingTerm),
  });
  await tellDifferent(scope, different);
  return different;
}

/** Both stand by these minutes. When something keeps them from moving it stays confirmed, for them to try again. */
async function settleAgreed(scope: TrxScope, known: KnownExchange, act: ExchangeAct): Promise<KnownExchange> {
  const {helper_minutes, helped_minutes, agreed_minutes} = known.exchange;
  const said = {helper_minutes, helped_minutes, agreed_minutes};
  const given = await tryToGive(scope, known, agreed_minutes!);
  if ('obstacle' in given) {
    const columns = {...said, obstacle: given.obstacle, expires_at: later(scope.now, confirmingTerm)};
    const blocked = await moveExchange(scope, known, act, 'confirmed', columns);
    await tellBlocked(scope, blocked);
    return blocked;
  }
  const columns = {...said, obstacle: null, settled_minutes: agreed_minutes, entry_id: given.entryId};
  const settled = await moveExchange(scope, known, act, 'settled', columns);
  await tellSettled(scope, settled);
  return settled;
}
