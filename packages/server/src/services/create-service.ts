import type {NewService} from '@buurtkit/contract';
import {recordChanges} from '../events/outbox.ts';
import {replaceExternalIds} from '../external-ids/replace-external-ids.ts';
import {requireTarget} from '../keys/require-target.ts';
import {renewOpenings} from '../opening/renew-openings.ts';
import {lockPartner} from '../partners/store.ts';
import {ProblemError} from '../problem-error.ts';
import {inTransaction, type Scope} from '../scope.ts';
import {columnsOf} from './write-service.ts';

/** Adds a service to an organisation of this community; its own organisers may, and the community's staff. Returns its id. */
export async function createService(scope: Scope, {partner: slug, ...service}: NewService): Promise<string> {
  return inTransaction(scope, async (trxScope) => {
    requireTarget(scope, `partner:${slug}`);
    const partner = await lockPartner(trxScope, slug);
    if (!partner) throw new ProblemError('request.invalid', {faults: [{pointer: '#/partner', code: 'unknown'}]});

    const {id} = await trxScope.trx
      .insertInto('services')
      .values({
        area_codes: [],
        themes: [],
        ...(await columnsOf(trxScope, service)),
        community_id: scope.community.id,
        partner_id: partner.id,
        name: JSON.stringify(service.name),
        summary: JSON.stringify(service.summary),
        functions: [...new Set(service.functions)],
        created_at: scope.now,
        updated_at: scope.now,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    if (service.externalIds) await replaceExternalIds(trxScope, 'service', id, service.externalIds);
    await renewOpenings(trxScope, 'service', [id]);
    await recordChanges(trxScope, [{type: 'nl.buurtkit.service.created', id, slug}]);
    return id;
  });
}
