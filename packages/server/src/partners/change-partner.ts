import type {PartnerChanges} from '@buurtkit/contract';
import {sql} from 'kysely';
import {recordChanges} from '../events/outbox.ts';
import {requireUnowned} from '../external-ids/owned-fields.ts';
import {requireRevision} from '../http/revisions.ts';
import {requireTarget} from '../keys/require-target.ts';
import {ProblemError} from '../problem-error.ts';
import {inTransaction, type Scope} from '../scope.ts';
import {lockPartner} from './store.ts';
import {columnsOf, writeParts} from './write-partner.ts';

/** Changes an organisation for whoever saw its current revision; an organiser may change only the one its key is for. */
export async function changePartner(scope: Scope, slug: string, changes: PartnerChanges, ifMatch: string): Promise<void> {
  return inTransaction(scope, async (trxScope) => {
    requireTarget(scope, `partner:${slug}`);
    const before = await lockPartner(trxScope, slug);
    if (!before) throw new ProblemError('partner.not-found');
    requireRevision(ifMatch, before.revision);
    requireUnowned(before.owned_fields, changes);

    await trxScope.trx
      .updateTable('partners')
      .set({...(await columnsOf(trxScope, changes, slug)), revision: sql`revision + 1`, updated_at: scope.now})
      .where('community_id', '=', scope.community.id)
      .where('id', '=', before.id)
      .execute();
    await writeParts(trxScope, before.id, changes);
    await recordChanges(trxScope, [{type: 'nl.buurtkit.partner.updated', id: before.id, slug, fields: Object.keys(changes)}]);
  });
}
