import type {InitiativeChanges} from '@buurtkit/contract';
import {sql} from 'kysely';
import {recordChanges} from '../events/outbox.ts';
import {replaceCoalition} from '../coalitions/replace-coalition.ts';
import {requireUnowned} from '../external-ids/owned-fields.ts';
import {replaceExternalIds} from '../external-ids/replace-external-ids.ts';
import {requireRevision} from '../http/revisions.ts';
import {requireTarget} from '../keys/require-target.ts';
import {renewOpenings} from '../opening/renew-openings.ts';
import {ProblemError} from '../problem-error.ts';
import {inTransaction, type Scope} from '../scope.ts';
import {initiativeColumns, type InitiativeRow} from './initiative-row.ts';
import {linkPlace} from './link-place.ts';
import {lockInitiative} from './store.ts';
import {columnsOf, replaceStory} from './write-initiative.ts';

/** Changes an initiative for whoever saw its current revision; an organiser may change only the one its key is for. */
export async function changeInitiative(scope: Scope, slug: string, asked: InitiativeChanges, ifMatch: string): Promise<InitiativeRow> {
  return inTransaction(scope, async (trxScope) => {
    requireTarget(scope, `initiative:${slug}`);
    const before = await lockInitiative(trxScope, slug);
    if (!before) throw new ProblemError('initiative.not-found');
    requireRevision(ifMatch, before.revision);
    requireUnowned(before.owned_fields, asked);
    const {changes, columns} = await linkPlace(trxScope, asked);

    const row = await trxScope.trx
      .updateTable('initiatives')
      .set({...columnsOf(changes, before), ...columns, revision: sql`revision + 1`, updated_at: scope.now})
      .where('community_id', '=', scope.community.id)
      .where('id', '=', before.id)
      .returning(initiativeColumns)
      .executeTakeFirstOrThrow();
    if (changes.externalIds) await replaceExternalIds(trxScope, 'initiative', before.id, changes.externalIds);
    if (changes.coalition) await replaceCoalition(trxScope, before.id, changes.coalition);
    if (changes.openingHours !== undefined) await renewOpenings(trxScope, 'initiative', [before.id]);
    if (changes.story) await replaceStory(trxScope, before.id, changes.story);
    await recordChanges(trxScope, [{type: 'nl.buurtkit.initiative.updated', id: before.id, slug: before.slug, fields: Object.keys(asked)}]);
    return {...row, community: scope.community.slug};
  });
}
