import {exchangeTransitions, isForParty, type ExchangeAct, type ExchangeParty, type ExchangeState} from '@buurtkit/contract';
import {ProblemError} from '../../problem-error.ts';

/** Refuses an act that can't happen to an exchange as it stands, or that is for somebody else. */
export function requireAct(state: ExchangeState, act: ExchangeAct, parties: readonly ExchangeParty[]): void {
  if (!exchangeTransitions[state][act]) throw new ProblemError('exchange.not-in-state');
  if (!isForParty(state, act, parties)) throw new ProblemError('exchange.not-your-turn');
}

export function requireTransition(state: ExchangeState, act: ExchangeAct, to: ExchangeState): void {
  if (!exchangeTransitions[state][act]?.to.includes(to)) throw new ProblemError('exchange.not-in-state');
}
