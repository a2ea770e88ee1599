import {recordChanges} from '../events/outbox.ts';
import {communityScope} from '../jobs/community-scope.ts';
import type {Sweeper} from '../jobs/sweeper.ts';
import {inTransaction, type Scope, type TrxScope} from '../scope.ts';
import {askPeople} from './ask-people.ts';
import {freshnessDue, freshnessTurn, mailsBeforeMark, nextHalfYear, type FreshnessState} from './freshness-due.ts';
import {
  communitiesWithDueFreshness,
  insertPlans,
  listUnplanned,
  lockDue,
  setChecked,
  setFreshness,
  type FreshnessRow,
} from './freshness-store.ts';

const daysUntilAnotherLook = 7;

/** Asks twice a year whether pages are still right, by the rules in docs/freshness.md. */
export const freshnessSweeper: Sweeper = {
  name: 'freshness',
  everyMinutes: 15,
  async sweep(services, now) {
    for (const communityId of await communitiesWithDueFreshness(services.database, now)) {
      const scope = await communityScope(services, communityId, now);
      await planInitiatives(scope);
      while (await dealWithNext(scope));
    }
  },
};

async function planInitiatives(scope: Scope): Promise<void> {
  await inTransaction(scope, async (trxScope) => {
    const plans = (await listUnplanned(trxScope)).map(({id: initiativeId, countedFrom}) => {
      const where = {initiativeId, timeZone: scope.community.timeZone};
      const due = freshnessDue({countedFrom, asked: 0, askedAt: null}, where);
      return {initiativeId, countedFrom, dueAt: due < scope.now ? freshnessTurn(scope.now, where) : due};
    });
    await insertPlans(trxScope, plans);
  });
}

async function dealWithNext(scope: Scope): Promise<boolean> {
  return inTransaction(scope, async (trxScope) => {
    const row = await lockDue(trxScope);
    if (row) await dealWith(trxScope, row);
    return row !== null;
  });
}

async function dealWith(scope: TrxScope, row: FreshnessRow): Promise<void> {
  const {initiativeId} = row;
  const where = {initiativeId, timeZone: scope.community.timeZone};
  const keep = (state: FreshnessState, dueAt = freshnessDue(state, where)) => setFreshness(scope, initiativeId, state, dueAt);

  // Somebody checked it in another way: counting begins there.
  if (row.checkedAt && row.checkedAt > row.countedFrom) {
    const state = {countedFrom: row.checkedAt, asked: 0, askedAt: null};
    const due = freshnessDue(state, where);
    return keep(state, due <= scope.now ? freshnessTurn(scope.now, where) : due);
  }
  if (row.asked === mailsBeforeMark) {
    await markAsOld(scope, initiativeId);
    return keep(nextHalfYear(row, scope.now, where));
  }
  if (await askPeople(scope, row)) return keep({...row, asked: row.asked + 1, askedAt: scope.now});
  return keep(row, new Date(scope.now.getTime() + daysUntilAnotherLook * 86_400_000));
}

async function markAsOld(scope: TrxScope, initiativeId: string): Promise<void> {
  const initiative = await setChecked(scope, initiativeId, {isRecentlyChecked: false});
  if (!initiative) return;
  const {id, slug} = initiative;
  await recordChanges(scope, [{type: 'nl.buurtkit.initiative.updated', id, slug, fields: ['isRecentlyChecked']}]);
}
