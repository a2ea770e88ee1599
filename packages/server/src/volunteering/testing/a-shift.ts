import type {NewOpportunity, NewShift, NewSignup} from '@buurtkit/contract';
import {aCommunity, aScope, type TestApp} from '../../testing/test-app.ts';
import {inTransaction, type Scope, type TrxScope} from '../../scope.ts';
import {createOpportunity} from '../opportunities/create-opportunity.ts';
import {createShift} from '../shifts/create-shift.ts';
import type {ShiftRow} from '../signups/store.ts';

export const noon = new Date('2026-11-23T11:00:00Z');
export const hour = 3_600_000;

export type ShiftUnderTest = {scope: Scope; shift: ShiftRow; opportunityId: string};

let communities = 0;

/** A shift tomorrow in a community of its own, with as many places and as long a waiting list as told. */
export async function aShift(
  app: TestApp,
  {places = 1, waiting = 0, ...more}: {places?: number; waiting?: number} & Partial<NewOpportunity> & {shift?: Partial<NewShift>} = {},
): Promise<ShiftUnderTest> {
  const {shift: shiftMore, ...opportunityMore} = more;
  const community = await aCommunity(app, {slug: `buurt-${(communities += 1)}`});
  const scope = {...aScope(app, community), now: noon};
  const opportunity = await createOpportunity(scope, {
    title: {nl: 'Koffie schenken'},
    summary: {nl: 'Ontvang de bezoekers.'},
    kind: 'once',
    ...opportunityMore,
  });
  const shift = await createShift(scope, {
    opportunityId: opportunity.id,
    start: new Date(noon.getTime() + 240 * hour).toISOString(),
    end: new Date(noon.getTime() + 242 * hour).toISOString(),
    roles: [{key: 'hulp', label: {nl: 'Hulp'}, capacity: places}],
    waitlist: {enabled: waiting > 0, max: waiting},
    ...shiftMore,
  });
  return {scope: {...scope, caller: {kind: 'anonymous'}}, shift, opportunityId: opportunity.id};
}

export function visitor(number: number, shiftId: string, more: Partial<NewSignup> = {}): NewSignup {
  return {shiftId, name: `Bezoeker ${number}`, email: `bezoeker-${number}@example.nl`, ageBand: '18+', locale: 'nl', ...more};
}

export function at(scope: Scope, now: Date): Scope {
  return {...scope, now};
}

export async function during<Result>(scope: Scope, work: (scope: TrxScope) => Promise<Result>): Promise<Result> {
  return inTransaction(scope, work);
}
