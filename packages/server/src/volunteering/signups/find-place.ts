import {ProblemError} from '../../problem-error.ts';
import type {TrxScope} from '../../scope.ts';
import {countPlaces, lastWaitingSince, type OpportunityRow, type PlacesOfRole, type ShiftRow} from './store.ts';

/** Whether one can sign up for this at all; says why not, before anything is filled in and again when it is sent. */
export function requireOpen(scope: TrxScope, opportunity: OpportunityRow, shift: ShiftRow | null): void {
  if (shift?.cancelled_at) throw new ProblemError('signup.cancelled');
  if (shift && shift.starts_at <= scope.now) throw new ProblemError('signup.past');
  const isHidden =
    (opportunity.visible_from !== null && opportunity.visible_from > scope.now) ||
    (opportunity.visible_until !== null && opportunity.visible_until <= scope.now);
  const isOutOfTerm =
    shift !== null &&
    ((shift.signup_opens_at !== null && shift.signup_opens_at > scope.now) ||
      (shift.signup_closes_at !== null && shift.signup_closes_at <= scope.now));
  if (opportunity.is_closed || isHidden || isOutOfTerm) throw new ProblemError('signup.closed');
}

/** Work that is done once is over when its shifts are; of other work the next ones may still be planned. */
export async function requireToCome(scope: TrxScope, {id, kind}: OpportunityRow): Promise<void> {
  if (kind !== 'once') return;
  const shifts = await scope.trx
    .selectFrom('shifts')
    .select(['starts_at', 'cancelled_at'])
    .where('community_id', '=', scope.community.id)
    .where('opportunity_id', '=', id)
    .execute();
  const held = shifts.filter(({cancelled_at: off}) => off === null);
  if (shifts.length > 0 && held.length === 0) throw new ProblemError('signup.cancelled');
  if (held.length > 0 && held.every(({starts_at: start}) => start <= scope.now)) throw new ProblemError('signup.past');
}

/** The role that is meant: the one that there is, or the one that is named. */
export function requireRole(shift: ShiftRow, role: string | undefined): string {
  const [only] = shift.roles;
  if (role === undefined && only && shift.roles.length === 1) return only.key;
  if (role === undefined) throw new ProblemError('request.invalid', {faults: [{pointer: '#/role', code: 'required'}]});
  if (shift.roles.every(({key}) => key !== role))
    throw new ProblemError('request.invalid', {faults: [{pointer: '#/role', code: 'unknown'}]});
  return role;
}

export type FoundPlace = {kind: 'place'} | {kind: 'waiting'; since: string; position: number};

/** A free place in a settled shift, else one in the row of those who wait; throws when both are full. */
export async function findPlace(scope: TrxScope, shift: ShiftRow, role: string): Promise<FoundPlace> {
  const places = await countPlaces(scope, shift);
  const wanted = places.find(({key}) => key === role);
  if (wanted && wanted.taken < wanted.capacity && wanted.waiting === 0) return {kind: 'place'};
  if (!shift.waitlist_enabled || waitingInAll(places) >= shift.waitlist_max) throw new ProblemError('signup.full');
  return {kind: 'waiting', since: String((await lastWaitingSince(scope, shift.id)) + 1n), position: (wanted?.waiting ?? 0) + 1};
}

function waitingInAll(places: readonly PlacesOfRole[]): number {
  return places.reduce((sum, {waiting}) => sum + waiting, 0);
}
