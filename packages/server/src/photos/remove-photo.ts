import type {Photo} from '@buurtkit/contract';
import {requireTarget} from '../keys/require-target.ts';
import {inTransaction, type Scope} from '../scope.ts';
import {getPhoto} from './get-photo.ts';
import {lockPhoto} from './photo-store.ts';
import {touchInitiative} from './touch-initiative.ts';

/** Takes a photo away, with its files where no other photo shows them; gives it as it was. */
export async function removePhoto(scope: Scope, id: string): Promise<Photo> {
  return inTransaction(scope, async (trxScope) => {
    const {initiative} = await lockPhoto(trxScope, id);
    requireTarget(scope, `initiative:${initiative.slug}`);
    const {photo} = await getPhoto(trxScope, id);
    await trxScope.trx.deleteFrom('photos').where('community_id', '=', scope.community.id).where('id', '=', id).execute();
    await touchInitiative(trxScope, initiative);
    return photo;
  });
}
