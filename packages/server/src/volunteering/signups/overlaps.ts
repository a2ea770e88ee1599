import type {SignupReceipt} from '@buurtkit/contract';
import {ProblemError} from '../../problem-error.ts';
import type {TrxScope} from '../../scope.ts';
import type {ownersOf} from '../opportunities/organiser.ts';
import {findVolunteersAt, type KnownSignup, type ShiftRow} from './store.ts';

export type Overlap = SignupReceipt['overlaps'][number];

/**
 * Other shifts of the same address at the same time, which it has a place in.
 *
 * @param among - Whose work the one who asks may know of; null is all.
 */
export async function listOverlaps(
  scope: TrxScope,
  email: string | undefined | null,
  shift: ShiftRow | null,
  among: Awaited<ReturnType<typeof ownersOf>> = null,
): Promise<Overlap[]> {
  if (!email || !shift) return [];
  const same = (await findVolunteersAt(scope, email)).map(({id}) => id);
  if (same.length === 0) return [];
  const rows = await scope.trx
    .selectFrom('signups as s')
    .innerJoin('shifts as other', (join) => join.onRef('other.community_id', '=', 's.community_id').onRef('other.id', '=', 's.shift_id'))
    .innerJoin('opportunities as o', (join) => join.onRef('o.community_id', '=', 's.community_id').onRef('o.id', '=', 's.opportunity_id'))
    .select(['o.title', 'other.starts_at', 'other.ends_at'])
    .where('s.community_id', '=', scope.community.id)
    .where('s.volunteer_id', 'in', same)
    .where('s.shift_id', '!=', shift.id)
    .where('s.state', 'in', ['awaiting-guardian', 'awaiting-review', 'intro-planned', 'confirmed', 'checked-in', 'offered'])
    .where('other.starts_at', '<', shift.ends_at)
    .where('other.ends_at', '>', shift.starts_at)
    .where('other.cancelled_at', 'is', null)
    .$if(among !== null, (query) => query.where(`o.${among?.column ?? 'initiative_id'}`, '=', among?.id ?? null))
    .orderBy('other.starts_at')
    .execute();
  return rows.map((row) => ({title: row.title, start: row.starts_at.toISOString(), end: row.ends_at.toISOString()}));
}

/** Refuses a place to somebody whose address has one at that time, where the community wants it so; elsewhere it is a warning. */
export async function requireNoOverlap(scope: TrxScope, {volunteer, shift}: KnownSignup): Promise<void> {
  if ((await listOverlaps(scope, volunteer.email, shift)).length > 0) await refuseOverlaps(scope);
}

export async function refuseOverlaps(scope: TrxScope): Promise<void> {
  const {refuses_overlap: refuses} = await scope.trx
    .selectFrom('communities')
    .select('refuses_overlap')
    .where('community_id', '=', scope.community.id)
    .executeTakeFirstOrThrow();
  if (refuses) throw new ProblemError('signup.overlap');
}
