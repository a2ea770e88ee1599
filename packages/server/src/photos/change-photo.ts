import type {PhotoChanges} from '@buurtkit/contract';
import {sql} from 'kysely';
import {requireRevision} from '../http/revisions.ts';
import {requireTarget} from '../keys/require-target.ts';
import {inTransaction, type Scope} from '../scope.ts';
import {listPhotoIds, lockPhoto, orderPhotos} from './photo-store.ts';
import {touchInitiative} from './touch-initiative.ts';

/** Changes what is said of a photo, and where it stands among those of its initiative. */
export async function changePhoto(scope: Scope, id: string, {alt, credit, position}: PhotoChanges, ifMatch: string): Promise<void> {
  return inTransaction(scope, async (trxScope) => {
    const {revision, initiative} = await lockPhoto(trxScope, id);
    requireTarget(scope, `initiative:${initiative.slug}`);
    requireRevision(ifMatch, revision);
    await trxScope.trx
      .updateTable('photos')
      .set({...(alt && {alt: JSON.stringify(alt)}), ...(credit !== undefined && {credit}), revision: sql`revision + 1`})
      .where('community_id', '=', scope.community.id)
      .where('id', '=', id)
      .execute();
    if (position !== undefined) {
      const others = (await listPhotoIds(trxScope, initiative.id)).filter((other) => other !== id);
      await orderPhotos(trxScope, others.toSpliced(position, 0, id));
    }
    await touchInitiative(trxScope, initiative);
  });
}
