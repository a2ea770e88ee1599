import type {NewInitiative} from '@buurtkit/contract';
import {recordChanges} from '../events/outbox.ts';
import {replaceCoalition} from '../coalitions/replace-coalition.ts';
import {replaceExternalIds} from '../external-ids/replace-external-ids.ts';
import {ProblemError} from '../problem-error.ts';
import {renewOpenings} from '../opening/renew-openings.ts';
import {inTransaction, type Scope, type TrxScope} from '../scope.ts';
import {insertUnderFreeSlug} from '../slugs/under-free-slug.ts';
import {initiativeColumns, type InitiativeRow} from './initiative-row.ts';
import {linkPlace} from './link-place.ts';
import {slugOf} from './slug.ts';
import {columnsOf, replaceStory} from './write-initiative.ts';

/** Adds an initiative and publishes it. A slug that was asked for must be free; one made from the name gets a number when it isn't. */
export async function createInitiative(scope: Scope, asked: NewInitiative): Promise<InitiativeRow> {
  return inTransaction(scope, async (trxScope) => {
    const {changes: initiative, columns} = await linkPlace(trxScope, asked);
    const insert = (slug: string) => insertUnder(trxScope, initiative, {...columns, slug});
    const row =
      initiative.slug === undefined
        ? await insertUnderFreeSlug(trxScope, 'initiatives', slugOf(initiative.name), insert)
        : await insert(initiative.slug);
    if (!row) throw new ProblemError('slug.taken', {faults: [{pointer: '#/slug', code: 'not-allowed'}]});

    if (initiative.externalIds) await replaceExternalIds(trxScope, 'initiative', row.id, initiative.externalIds);
    if (initiative.coalition) await replaceCoalition(trxScope, row.id, initiative.coalition);
    if (initiative.openingHours) await renewOpenings(trxScope, 'initiative', [row.id]);
    if (initiative.story) await replaceStory(trxScope, row.id, initiative.story);
    await recordChanges(trxScope, [{type: 'nl.buurtkit.initiative.created', id: row.id, slug: row.slug}]);
    return row;
  });
}

async function insertUnder(
  scope: TrxScope,
  initiative: NewInitiative,
  columns: {slug: string; place_id?: string | null},
): Promise<InitiativeRow | null> {
  const row = await scope.trx
    .insertInto('initiatives')
    .values({
      themes: [],
      area_codes: [],
      ...columnsOf(initiative),
      ...columns,
      community_id: scope.community.id,
      name: initiative.name,
      kind: initiative.kind,
      stage: initiative.stage ?? 'active',
      summary: JSON.stringify(initiative.summary),
      updated_at: scope.now,
      created_at: scope.now,
    })
    .onConflict((conflict) => conflict.columns(['community_id', 'slug']).doNothing())
    .returning(initiativeColumns)
    .executeTakeFirst();
  return row ? {...row, community: scope.community.slug} : null;
}
