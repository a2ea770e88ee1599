import type {OpportunityChanges} from '@buurtkit/contract';
import {sql, type Selectable} from 'kysely';
import type {Tables} from '../../db/tables.ts';
import {recordChanges} from '../../events/outbox.ts';
import {requireRevision} from '../../http/revisions.ts';
import {ProblemError} from '../../problem-error.ts';
import {inTransaction, type Scope} from '../../scope.ts';
import {requireOrganiser} from './organiser.ts';
import {tellingElsewhere} from './tell-elsewhere.ts';
import {columnsOf} from './write-opportunity.ts';

/** Changes work for whoever saw its current revision. */
export async function changeOpportunity(
  scope: Scope,
  id: string,
  changes: OpportunityChanges,
  ifMatch: string,
): Promise<Selectable<Tables['opportunities']>> {
  return inTransaction(scope, async (trxScope) => {
    const before = await trxScope.trx
      .selectFrom('opportunities')
      .selectAll()
      .where('community_id', '=', scope.community.id)
      .where('id', '=', id)
      .forNoKeyUpdate()
      .executeTakeFirst();
    if (!before) throw new ProblemError('opportunity.not-found');
    await requireOrganiser(trxScope, before);
    requireRevision(ifMatch, before.revision);
    const columns = await columnsOf(trxScope, changes, before);
    await requireOrganiser(trxScope, {...before, ...columns});
    const row = await tellingElsewhere(trxScope, [id], () =>
      trxScope.trx
        .updateTable('opportunities')
        .set({...columns, revision: sql`revision + 1`, updated_at: scope.now})
        .where('community_id', '=', scope.community.id)
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirstOrThrow(),
    );
    await recordChanges(trxScope, [{type: 'nl.buurtkit.opportunity.updated', id, slug: id, fields: Object.keys(changes)}]);
    return row;
  });
}
