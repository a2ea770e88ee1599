import type {TrxScope} from '../../scope.ts';
import {tellOnShift} from '../shifts/tell-on-shift.ts';
import {tellChanged} from '../signups/signup-mails.ts';
import {lockShift, readOpportunities, readSignups} from '../signups/store.ts';
import {whereToBe} from '../signups/where-to-be.ts';

/** Does what may bring work elsewhere: whoever is about to come hears so once, and not when the place is told as it was. */
export async function tellingElsewhere<Result>(
  scope: TrxScope,
  opportunityIds: readonly string[],
  change: () => Promise<Result>,
): Promise<Result> {
  const before = await placesOf(scope, opportunityIds);
  const result = await change();
  const after = await placesOf(scope, opportunityIds);
  const moved = opportunityIds.filter((id) => before.get(id) !== after.get(id));
  if (moved.length === 0) return result;
  for (const {id, opportunity_id: opportunityId} of await listComing(scope, moved)) {
    await lockShift(scope, id);
    await tellOnShift(scope, {id}, {where: before.get(opportunityId) ?? null});
  }
  for (const known of await listWithoutShift(scope, moved))
    await tellChanged(scope, known, {where: before.get(known.opportunity.id) ?? null});
  return result;
}

async function placesOf(scope: TrxScope, ids: readonly string[]): Promise<Map<string, string | null>> {
  const rows = await readOpportunities(scope, ids);
  return new Map([...rows].map(([id, row]) => [id, whereToBe(row)]));
}

/** Shifts that aren't over, in the order in which everyone locks them. */
async function listComing(scope: TrxScope, opportunityIds: readonly string[]) {
  return scope.trx
    .selectFrom('shifts')
    .select(['id', 'opportunity_id'])
    .where('community_id', '=', scope.community.id)
    .where('opportunity_id', 'in', opportunityIds)
    .where('ends_at', '>', scope.now)
    .where('cancelled_at', 'is', null)
    .orderBy('id')
    .execute();
}

/** Who has agreed to help with work that has no shifts. */
async function listWithoutShift(scope: TrxScope, opportunityIds: readonly string[]) {
  const rows = await scope.trx
    .selectFrom('signups')
    .select('id')
    .where('community_id', '=', scope.community.id)
    .where('opportunity_id', 'in', opportunityIds)
    .where('shift_id', 'is', null)
    .where('state', '=', 'confirmed')
    .execute();
  return readSignups(
    scope,
    rows.map(({id}) => id),
  );
}
