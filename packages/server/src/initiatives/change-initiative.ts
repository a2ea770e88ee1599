import type {InitiativeChanges} from '@buurtkit/contract';
import {sql} from 'kysely';
import {recordChanges} from '../events/outbox.ts';
import {requireRevision} from '../http/revisions.ts';
import {renewOpenings} from '../opening/renew-openings.ts';
import {ProblemError} from '../problem-error.ts';
import {inTransaction, type Scope} from '../scope.ts';
import {initiativeColumns, type InitiativeRow} from './initiative-row.ts';
import {lockInitiative} from './store.ts';
import {columnsOf, replaceExternalIds, replaceStory} from './write-initiative.ts';

/** Changes an initiative for whoever saw its current revision; an organiser may change only the one its key is for. */
export async function changeInitiative(scope: Scope, slug: string, changes: InitiativeChanges, ifMatch: string): Promise<InitiativeRow> {
  return inTransaction(scope, async (trxScope) => {
    const {caller} = scope;
    if (caller.kind === 'key' && caller.role === 'organiser' && caller.target !== `initiative:${slug}`)
      throw new ProblemError('auth.not-allowed');
    const before = await lockInitiative(trxScope, slug);
    if (!before) throw new ProblemError('initiative.not-found');
    requireRevision(ifMatch, before.revision);

    const row = await trxScope.trx
      .updateTable('initiatives')
      .set({...columnsOf(changes, before), revision: sql`revision + 1`, updated_at: scope.now})
      .where('community_id', '=', scope.community.id)
      .where('id', '=', before.id)
      .returning(initiativeColumns)
      .executeTakeFirstOrThrow();
    if (changes.externalIds) await replaceExternalIds(trxScope, before.id, changes.externalIds);
    if (changes.openingHours !== undefined) await renewOpenings(trxScope, [before.id]);
    if (changes.story) await replaceStory(trxScope, before.id, changes.story);
    await recordChanges(trxScope, [
      {type: 'nl.buurtkit.initiative.updated', id: before.id, slug: before.slug, fields: Object.keys(changes)},
    ]);
    return {...row, community: scope.community.slug};
  });
}
