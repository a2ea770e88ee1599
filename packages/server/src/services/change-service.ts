import type {ServiceChanges} from '@buurtkit/contract';
import {sql} from 'kysely';
import {recordChanges} from '../events/outbox.ts';
import {requireUnowned} from '../external-ids/owned-fields.ts';
import {replaceExternalIds} from '../external-ids/replace-external-ids.ts';
import {requireRevision} from '../http/revisions.ts';
import {requireTarget} from '../keys/require-target.ts';
import {renewOpenings} from '../opening/renew-openings.ts';
import {ProblemError} from '../problem-error.ts';
import {inTransaction, type Scope} from '../scope.ts';
import {lockService} from './store.ts';
import {columnsOf} from './write-service.ts';

/** Changes a service for whoever saw its current revision; an organiser may change only those of its own organisation. */
export async function changeService(scope: Scope, id: string, changes: ServiceChanges, ifMatch: string): Promise<void> {
  return inTransaction(scope, async (trxScope) => {
    const before = await lockService(trxScope, id);
    if (!before) throw new ProblemError('service.not-found');
    requireTarget(scope, `partner:${before.partnerSlug}`);
    requireRevision(ifMatch, before.revision);
    requireUnowned(before.owned_fields, changes);

    await trxScope.trx
      .updateTable('services')
      .set({...(await columnsOf(trxScope, changes)), revision: sql`revision + 1`, updated_at: scope.now})
      .where('community_id', '=', scope.community.id)
      .where('id', '=', id)
      .execute();
    if (changes.externalIds) await replaceExternalIds(trxScope, 'service', id, changes.externalIds);
    if (changes.openingHours !== undefined || changes.status !== undefined) await renewOpenings(trxScope, 'service', [id]);
    await recordChanges(trxScope, [{type: 'nl.buurtkit.service.updated', id, slug: before.partnerSlug, fields: Object.keys(changes)}]);
  });
}
