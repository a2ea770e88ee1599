import {recordChanges} from '../events/outbox.ts';
import type {TrxScope} from '../scope.ts';
import {freshnessDue} from './freshness-due.ts';
import {setChecked, setFreshness, type CheckedInitiative} from './freshness-store.ts';

/** Renews the date of an initiative that its people say is right; null when it is gone. The next half year begins here. */
export async function confirmStillTrue(scope: TrxScope, initiativeId: string): Promise<CheckedInitiative | null> {
  const initiative = await setChecked(scope, initiativeId, {checkedAt: scope.now});
  if (!initiative) return null;
  const state = {countedFrom: scope.now, asked: 0, askedAt: null};
  await setFreshness(scope, initiativeId, state, freshnessDue(state, {initiativeId, timeZone: scope.community.timeZone}));
  await recordChanges(scope, [{type: 'nl.buurtkit.initiative.updated', id: initiative.id, slug: initiative.slug, fields: ['checkedAt']}]);
  return initiative;
}
