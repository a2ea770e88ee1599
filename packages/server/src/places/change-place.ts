import type {SharedPlaceChanges} from '@buurtkit/contract';
import {sql} from 'kysely';
import {recordChanges} from '../events/outbox.ts';
import {requireRevision} from '../http/revisions.ts';
import {ProblemError} from '../problem-error.ts';
import {inTransaction, type Scope} from '../scope.ts';
import {tellingElsewhere} from '../volunteering/opportunities/tell-elsewhere.ts';
import {lockPlace} from './store.ts';
import {columnsOf} from './write-place.ts';

/** Changes a place for whoever saw its current revision. */
export async function changePlace(scope: Scope, slug: string, changes: SharedPlaceChanges, ifMatch: string): Promise<void> {
  return inTransaction(scope, async (trxScope) => {
    const before = await lockPlace(trxScope, slug);
    if (!before) throw new ProblemError('place.not-found');
    requireRevision(ifMatch, before.revision);
    const work = await trxScope.trx
      .selectFrom('opportunities')
      .select('id')
      .where('community_id', '=', scope.community.id)
      .where('place_id', '=', before.id)
      .execute();
    await tellingElsewhere(
      trxScope,
      work.map(({id}) => id),
      () =>
        trxScope.trx
          .updateTable('places')
          .set({...columnsOf(changes), revision: sql`revision + 1`, updated_at: scope.now})
          .where('community_id', '=', scope.community.id)
          .where('id', '=', before.id)
          .execute(),
    );
    await recordChanges(trxScope, [{type: 'nl.buurtkit.place.updated', id: before.id, slug, fields: Object.keys(changes)}]);
  });
}
