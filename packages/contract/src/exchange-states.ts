import {exchangeEvents, type ExchangeEvent, type ExchangeSide} from './exchanges.ts';
import type {ExchangeState} from './vocabularies.ts';

/** What happens to an exchange: what people do, and what time and the server do. */
export type ExchangeAct = ExchangeEvent | 'expiry' | 'escalation' | 'closing' | 'departure';

/**
 * Who may: the one who proposed and the one who was asked; of these the one who said first that it is done, and the other; the one
 * who has to give in when both said something else; a coordinator who is on neither side; and the server.
 */
export type ExchangeParty = 'proposer' | 'asked' | 'claimer' | 'answerer' | 'yielder' | 'coordinator' | 'server';

type Transition = {by: readonly ExchangeParty[]; to: readonly ExchangeState[]};

const either = ['proposer', 'asked'] as const;
const settling = ['settled', 'confirmed'] as const;
const expiry = {by: ['server'], to: ['expired']} as const;
const dispute = {by: either, to: ['disputed']} as const;
const escalation = {by: ['server'], to: ['disputed']} as const;
/** Somebody was forgotten: whatever still ran ends, and nothing is given. */
const departure = {by: ['server'], to: ['withdrawn']} as const;

/** From which state each act leads where, and by whom; what isn't here can't happen. `docs/exchange-states.md` has the picture. */
export const exchangeTransitions: Record<ExchangeState, Partial<Record<ExchangeAct, Transition>>> = {
  proposed: {
    acceptance: {by: ['asked'], to: ['accepted']},
    decline: {by: ['asked'], to: ['declined']},
    withdrawal: {by: ['proposer'], to: ['withdrawn']},
    /** The listing closed before there was an answer. */
    closing: {by: ['server'], to: ['declined']},
    expiry,
    departure,
  },
  accepted: {
    done: {by: either, to: ['done']},
    withdrawal: {by: either, to: ['withdrawn']},
    dispute,
    expiry,
    departure,
  },
  done: {confirmation: {by: ['answerer'], to: settling}, dispute, escalation, departure},
  confirmed: {agreement: {by: ['yielder'], to: settling}, dispute, escalation, departure},
  disputed: {resolution: {by: ['coordinator'], to: ['resolved']}, departure},
  settled: {},
  declined: {},
  withdrawn: {},
  expired: {},
  resolved: {},
};

/** Where time leads when nobody does anything. */
export function lapseOf(state: ExchangeState): {act: 'expiry' | 'escalation'; to: ExchangeState} | null {
  for (const act of ['expiry', 'escalation'] as const) {
    const [to] = exchangeTransitions[state][act]?.to ?? [];
    if (to) return {act, to};
  }
  return null;
}

export function hasEnded(state: ExchangeState): boolean {
  return Object.keys(exchangeTransitions[state]).length === 0;
}

/** As whom one of the two sides may act, given what was said so far. */
export function partiesOfSide(
  side: ExchangeSide,
  said: {
    proposedBy: ExchangeSide;
    claimedBy: ExchangeSide | null;
    minutes: Readonly<Record<ExchangeSide, number | null>>;
    agreedMinutes: number | null;
  },
): ExchangeParty[] {
  const own = said.minutes[side];
  const other = said.minutes[side === 'helper' ? 'helped' : 'helper'];
  const saysMore = own !== null && other !== null && own > other;
  return [
    side === said.proposedBy ? 'proposer' : 'asked',
    ...(said.claimedBy === null ? [] : [side === said.claimedBy ? ('claimer' as const) : ('answerer' as const)]),
    ...(said.agreedMinutes !== null || saysMore ? (['yielder'] as const) : []),
  ];
}

export function isForParty(state: ExchangeState, act: ExchangeAct, parties: readonly ExchangeParty[]): boolean {
  return exchangeTransitions[state][act]?.by.some((party) => parties.includes(party)) ?? false;
}

/** What these parties can do now. */
export function eventsFor(state: ExchangeState, parties: readonly ExchangeParty[]): ExchangeEvent[] {
  return exchangeEvents.filter((event) => isForParty(state, event, parties));
}
