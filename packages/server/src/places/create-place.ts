import type {NewSharedPlace} from '@buurtkit/contract';
import {recordChanges} from '../events/outbox.ts';
import {slugOf} from '../initiatives/slug.ts';
import {ProblemError} from '../problem-error.ts';
import {inTransaction, type Scope} from '../scope.ts';
import {insertUnderFreeSlug} from '../slugs/under-free-slug.ts';
import {columnsOf} from './write-place.ts';

/** Adds a place that several can share. A slug that was asked for must be free; one made from the name gets a number when it isn't. */
export async function createPlace(scope: Scope, place: NewSharedPlace): Promise<{id: string; slug: string}> {
  return inTransaction(scope, async (trxScope) => {
    const insert = async (slug: string) =>
      (await trxScope.trx
        .insertInto('places')
        .values({
          ...columnsOf(place),
          community_id: scope.community.id,
          slug,
          name: place.name,
          city: place.city,
          created_at: scope.now,
          updated_at: scope.now,
        })
        .onConflict((conflict) => conflict.columns(['community_id', 'slug']).doNothing())
        .returning(['id', 'slug'])
        .executeTakeFirst()) ?? null;
    const made =
      place.slug === undefined
        ? await insertUnderFreeSlug(trxScope, 'places', slugOf(place.name, 'plek'), insert)
        : await insert(place.slug);
    if (!made) throw new ProblemError('slug.taken', {faults: [{pointer: '#/slug', code: 'not-allowed'}]});
    await recordChanges(trxScope, [{type: 'nl.buurtkit.place.created', ...made}]);
    return made;
  });
}
