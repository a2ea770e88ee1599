import {sql} from 'kysely';
import {recordChanges} from '../events/outbox.ts';
import type {TrxScope} from '../scope.ts';

/** An initiative whose photos changed is another one than its readers and editors saw. Call it last. */
export async function touchInitiative(scope: TrxScope, {id, slug}: {id: string; slug: string}): Promise<void> {
  await scope.trx
    .updateTable('initiatives')
    .set({revision: sql`revision + 1`, updated_at: scope.now})
    .where('community_id', '=', scope.community.id)
    .where('id', '=', id)
    .execute();
  await recordChanges(scope, [{type: 'nl.buurtkit.initiative.updated', id, slug, fields: ['photos']}]);
}
