import {sql} from 'kysely';
import type {TrxScope} from '../scope.ts';

/** Brings points and counts of the map in step with initiatives that changed; the caller holds the community's event head. */
export async function refreshMap({trx, community}: TrxScope, initiativeIds: readonly string[]): Promise<void> {
  await sql`select refresh_map(${community.id}::uuid, ${initiativeIds}::uuid[])`.execute(trx);
}
