import type {EventType} from '@buurtkit/contract';
import {sql} from 'kysely';
import {recordActs, type Act} from '../audit/record-acts.ts';
import {refreshMap} from '../map/refresh-map.ts';
import type {TrxScope} from '../scope.ts';

/** `fields` are those that the change touched, for the history. */
export type Change = {type: EventType; id: string; slug: string; fields?: readonly string[]};

/**
 * Writes changes down in the order in which transactions commit. The community's head row stays locked until the end of
 * the transaction, so the numbers have no gaps and a reader who saw number n has seen all below it. Call it last: whoever
 * waits here waits for the whole transaction. The map's counts follow under the same lock,
 * and each change stands in the audit.
 */
export async function recordChanges(scope: TrxScope, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  const {sequence} = await scope.trx
    .updateTable('event_heads')
    .set({sequence: sql`sequence + ${changes.length}`})
    .where('community_id', '=', scope.community.id)
    .returning('sequence')
    .executeTakeFirstOrThrow();
  await refreshMap(
    scope,
    changes.filter(({type}) => type.startsWith('nl.buurtkit.initiative.')).map(({id}) => id),
  );
  await recordActs(
    scope,
    changes.map(({type, id, fields = []}) => ({action: type.replace('nl.buurtkit.', '') as Act['action'], subjectId: id, fields})),
  );
  const first = BigInt(sequence) - BigInt(changes.length) + 1n;
  await scope.trx
    .insertInto('events')
    .values(
      changes.map((change, index) => ({
        community_id: scope.community.id,
        sequence: String(first + BigInt(index)),
        type: change.type,
        subject_id: change.id,
        subject_slug: change.slug,
        occurred_at: scope.now,
      })),
    )
    .execute();
}
