import {mostPhotos, type NewPhoto} from '@buurtkit/contract';
import {lockInitiative} from '../initiatives/store.ts';
import {requireTarget} from '../keys/require-target.ts';
import {ProblemError} from '../problem-error.ts';
import {inTransaction, type Scope} from '../scope.ts';
import {keepFile, listPhotoIds} from './photo-store.ts';
import {reEncode} from './re-encode.ts';
import {touchInitiative} from './touch-initiative.ts';

/** Puts a photo after those that an initiative has; gives its id. */
export async function addPhoto(scope: Scope, {initiative: slug, altNl, altEn, credit}: NewPhoto, bytes: Buffer): Promise<string> {
  return inTransaction(scope, async (trxScope) => {
    requireTarget(scope, `initiative:${slug}`);
    const {large, small} = await reEncode(bytes);
    const initiative = await lockInitiative(trxScope, slug);
    if (!initiative) throw new ProblemError('request.invalid', {faults: [{parameter: 'initiative', code: 'unknown'}]});
    const before = await listPhotoIds(trxScope, initiative.id);
    if (before.length >= mostPhotos) throw new ProblemError('request.invalid', {faults: [{parameter: 'initiative', code: 'range'}]});

    // Always in one order, so that two who add the same files never wait for each other.
    for (const file of [large, small].sort((one, other) => one.hash.compare(other.hash))) await keepFile(trxScope, file);
    const {id} = await trxScope.trx
      .insertInto('photos')
      .values({
        community_id: scope.community.id,
        initiative_id: initiative.id,
        position: before.length,
        alt: JSON.stringify({nl: altNl, ...(altEn !== undefined && {en: altEn})}),
        credit,
        hash: large.hash,
        small_hash: small.hash,
        created_at: scope.now,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await touchInitiative(trxScope, initiative);
    return id;
  });
}
