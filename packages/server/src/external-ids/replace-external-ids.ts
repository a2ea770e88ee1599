import type {ExternalId, Fault} from '@buurtkit/contract';
import type {Tables} from '../db/tables.ts';
import {ProblemError} from '../problem-error.ts';
import type {TrxScope} from '../scope.ts';

type Resource = Tables['external_ids']['resource'];

/** Keeps the look-up from other systems' names in step with a thing's own list. */
export async function replaceExternalIds(
  scope: TrxScope,
  resource: Resource,
  targetId: string,
  externalIds: readonly ExternalId[],
): Promise<void> {
  const {id: communityId} = scope.community;
  await scope.trx
    .deleteFrom('external_ids')
    .where('community_id', '=', communityId)
    .where('resource', '=', resource)
    .where('target_id', '=', targetId)
    .execute();
  if (externalIds.length === 0) return;
  const kept = await scope.trx
    .insertInto('external_ids')
    .values(externalIds.map(({source, id}) => ({community_id: communityId, resource, source, external_id: id, target_id: targetId})))
    .onConflict((conflict) => conflict.doNothing())
    .returning(['source', 'external_id'])
    .execute();
  if (kept.length < externalIds.length) throw new ProblemError('request.invalid', {faults: takenFaults(externalIds, kept)});
}

type KeptId = {source: string; external_id: string};

/** Names that another thing has, or that stand there twice. */
function takenFaults(externalIds: readonly ExternalId[], kept: readonly KeptId[]): Fault[] {
  const free = new Set(kept.map((name) => JSON.stringify([name.source, name.external_id])));
  return externalIds.flatMap(({source, id}, index) =>
    free.delete(JSON.stringify([source, id])) ? [] : [{pointer: `#/externalIds/${index}`, code: 'not-allowed'}],
  );
}
