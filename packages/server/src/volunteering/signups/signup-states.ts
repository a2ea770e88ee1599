import type {AgeBand, Opportunity, SignupState} from '@buurtkit/contract';
import {ProblemError} from '../../problem-error.ts';

/** What can happen to a sign-up. `docs/volunteering-states.md` has the picture. */
export type SignupAct =
  | 'sign-up'
  | 'confirm-email'
  | 'guardian-agrees'
  | 'plan-intro'
  | 'approve'
  | 'refuse'
  | 'offer'
  | 'accept'
  | 'decline'
  | 'check-in'
  | 'finish'
  | 'miss'
  | 'expire'
  | 'cancel';

/** A place that is somebody's: after the e-mail address, the guardian and the talk that it may need. */
const toPlace = ['awaiting-guardian', 'awaiting-review', 'confirmed'] as const satisfies readonly SignupState[];

/** From which state each act leads where; what isn't here can't happen. */
export const signupTransitions: Record<SignupState, Partial<Record<SignupAct, readonly SignupState[]>>> = {
  held: {'sign-up': ['awaiting-email', ...toPlace], expire: ['expired']},
  'awaiting-email': {'confirm-email': toPlace, expire: ['expired'], cancel: ['cancelled']},
  'awaiting-guardian': {'guardian-agrees': ['awaiting-review', 'confirmed'], expire: ['expired'], cancel: ['cancelled']},
  'awaiting-review': {
    'plan-intro': ['intro-planned'],
    approve: ['confirmed'],
    refuse: ['refused'],
    expire: ['expired'],
    cancel: ['cancelled'],
  },
  'intro-planned': {
    'plan-intro': ['intro-planned'],
    approve: ['confirmed'],
    refuse: ['refused'],
    expire: ['expired'],
    cancel: ['cancelled'],
  },
  confirmed: {'check-in': ['checked-in'], finish: ['done'], miss: ['no-show'], cancel: ['cancelled']},
  'checked-in': {finish: ['done']},
  done: {},
  'no-show': {'check-in': ['checked-in']},
  waitlisted: {offer: ['offered'], cancel: ['cancelled'], expire: ['expired']},
  offered: {accept: toPlace, decline: ['declined'], expire: ['expired'], cancel: ['cancelled']},
  declined: {},
  expired: {},
  refused: {},
  cancelled: {},
};

/** Refuses an act that can't happen to a sign-up as it stands. */
export function requireTransition(from: SignupState, act: SignupAct, to: SignupState): void {
  if (!signupTransitions[from][act]?.includes(to)) throw new ProblemError('signup.not-in-state');
}

const minors: readonly AgeBand[] = ['under-12', '12-15'];

/** Where somebody stands whose e-mail address is known to be right: under 16 a guardian comes first, then the talk. */
export function stateOfConfirmed({
  ageBand,
  hasGuardianAgreed,
  approval,
}: {
  ageBand: AgeBand;
  hasGuardianAgreed: boolean;
  approval: Opportunity['approval'];
}): 'awaiting-guardian' | 'awaiting-review' | 'confirmed' {
  if (minors.includes(ageBand) && !hasGuardianAgreed) return 'awaiting-guardian';
  return approval === 'review' ? 'awaiting-review' : 'confirmed';
}

/** States that end by themselves, at a moment that stands in the row. */
export const termed: readonly SignupState[] = ['held', 'awaiting-email', 'awaiting-guardian', 'offered'];

/** States that end when their shift begins, and those in which an organiser can still say yes at the door until it is over. */
export const untilStart: readonly SignupState[] = [...termed, 'waitlisted'];
export const untilEnd: readonly SignupState[] = ['awaiting-review', 'intro-planned'];

type Term = {state: SignupState; expires_at: Date | null};
type Times = {starts_at: Date; ends_at: Date; cancelled_at: Date | null};

/** How a sign-up stands at a moment, whatever its row still says: once its time is over, or that of its shift. */
export function stateAt(now: Date, {state, expires_at: until}: Term, shift: Times | null): SignupState {
  const isOver = termed.includes(state) && until !== null && until <= now;
  return isOver || (shift !== null && overBy(now, shift).includes(state)) ? 'expired' : state;
}

/** The states for which a shift leaves no more time. What is called off ends by being called off. */
export function overBy(now: Date, {starts_at: start, ends_at: end, cancelled_at: off}: Times): readonly SignupState[] {
  if (off !== null) return [];
  return [...(start <= now ? untilStart : []), ...(end <= now ? untilEnd : [])];
}
