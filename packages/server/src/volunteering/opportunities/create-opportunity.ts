import type {NewOpportunity} from '@buurtkit/contract';
import type {Selectable} from 'kysely';
import type {Tables} from '../../db/tables.ts';
import {recordChanges} from '../../events/outbox.ts';
import {inTransaction, type Scope} from '../../scope.ts';
import {requireOrganiser} from './organiser.ts';
import {columnsOf, usualApproval} from './write-opportunity.ts';

/** Offers work. Where it is, and for whom, comes from its initiative unless it says otherwise. */
export async function createOpportunity(scope: Scope, opportunity: NewOpportunity): Promise<Selectable<Tables['opportunities']>> {
  return inTransaction(scope, async (trxScope) => {
    const columns = await columnsOf(trxScope, opportunity);
    await requireOrganiser(trxScope, {initiative_id: columns.initiative_id ?? null, partner_id: columns.partner_id ?? null});
    const row = await trxScope.trx
      .insertInto('opportunities')
      .values({
        area_codes: [],
        themes: [],
        skills: [],
        languages: [],
        ...columns,
        community_id: scope.community.id,
        title: JSON.stringify(opportunity.title),
        summary: JSON.stringify(opportunity.summary),
        kind: opportunity.kind,
        approval: opportunity.approval ?? usualApproval(opportunity.kind),
        created_at: scope.now,
        updated_at: scope.now,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await recordChanges(trxScope, [{type: 'nl.buurtkit.opportunity.created', id: row.id, slug: row.id, fields: Object.keys(opportunity)}]);
    return row;
  });
}
