import type {NewInitiative} from '@buurtkit/contract';
import {recordChanges} from '../events/outbox.ts';
import {findSlugsLike} from '../imports/import-store.ts';
import {ProblemError} from '../problem-error.ts';
import {renewOpenings} from '../opening/renew-openings.ts';
import {inTransaction, type Scope, type TrxScope} from '../scope.ts';
import {initiativeColumns, type InitiativeRow} from './initiative-row.ts';
import {slugOf} from './slug.ts';
import {columnsOf, replaceExternalIds, replaceStory} from './write-initiative.ts';

/** Adds an initiative and publishes it. A slug that was asked for must be free; one made from the name gets a number when it isn't. */
export async function createInitiative(scope: Scope, initiative: NewInitiative): Promise<InitiativeRow> {
  return inTransaction(scope, async (trxScope) => {
    const row =
      initiative.slug === undefined
        ? await insertUnderFreeSlug(trxScope, initiative)
        : await insertUnder(trxScope, initiative, initiative.slug);
    if (!row) throw new ProblemError('slug.taken', {faults: [{pointer: '#/slug', code: 'not-allowed'}]});

    if (initiative.externalIds) await replaceExternalIds(trxScope, row.id, initiative.externalIds);
    if (initiative.openingHours) await renewOpenings(trxScope, [row.id]);
    if (initiative.story) await replaceStory(trxScope, row.id, initiative.story);
    await recordChanges(trxScope, [{type: 'nl.buurtkit.initiative.created', id: row.id, slug: row.slug}]);
    return row;
  });
}

async function insertUnderFreeSlug(scope: TrxScope, initiative: NewInitiative): Promise<InitiativeRow> {
  const base = slugOf(initiative.name);
  const stem = base.slice(0, 74).replace(/-$/, '');
  const taken = new Set(await findSlugsLike(scope, stem));
  // Others may take a number meanwhile: then the next one is tried.
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? base : `${stem}-${number}`;
    const row = taken.has(slug) ? null : await insertUnder(scope, initiative, slug);
    if (row) return row;
  }
}

async function insertUnder(scope: TrxScope, initiative: NewInitiative, slug: string): Promise<InitiativeRow | null> {
  const row = await scope.trx
    .insertInto('initiatives')
    .values({
      themes: [],
      area_codes: [],
      ...columnsOf(initiative),
      community_id: scope.community.id,
      slug,
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
