import type {NewPartner} from '@buurtkit/contract';
import {recordChanges} from '../events/outbox.ts';
import {slugOf} from '../initiatives/slug.ts';
import {ProblemError} from '../problem-error.ts';
import {inTransaction, type Scope} from '../scope.ts';
import {insertUnderFreeSlug} from '../slugs/under-free-slug.ts';
import {columnsOf, writeParts} from './write-partner.ts';

export type MadeUnder = {id: string; slug: string};

/** Adds an organisation and publishes it. A slug that was asked for must be free; one made from the name gets a number when it isn't. */
export async function createPartner(scope: Scope, partner: NewPartner): Promise<MadeUnder> {
  return inTransaction(scope, async (trxScope) => {
    const columns = await columnsOf(trxScope, partner, null);
    const insert = async (slug: string) =>
      (await trxScope.trx
        .insertInto('partners')
        .values({
          area_codes: [],
          ...columns,
          community_id: scope.community.id,
          slug,
          name: partner.name,
          kind: partner.kind,
          summary: JSON.stringify(partner.summary),
          created_at: scope.now,
          updated_at: scope.now,
        })
        .onConflict((conflict) => conflict.columns(['community_id', 'slug']).doNothing())
        .returning(['id', 'slug'])
        .executeTakeFirst()) ?? null;
    const made =
      partner.slug === undefined
        ? await insertUnderFreeSlug(trxScope, 'partners', slugOf(partner.name, 'organisatie'), insert)
        : await insert(partner.slug);
    if (!made) throw new ProblemError('slug.taken', {faults: [{pointer: '#/slug', code: 'not-allowed'}]});

    await writeParts(trxScope, made.id, partner);
    await recordChanges(trxScope, [{type: 'nl.buurtkit.partner.created', ...made}]);
    return made;
  });
}
