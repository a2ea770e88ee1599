import {defaultLimit, type HistoryEntry} from '@buurtkit/contract';
import * as z from 'zod';
import {readOpaque, writeOpaque} from '../http/opaque.ts';
import {findInitiativeRows} from '../initiatives/store.ts';
import {readAddress, theOnly} from '../lists/address.ts';
import type {Scope} from '../scope.ts';
import {listHistoryRows} from './history-store.ts';

type HistoryPage = {data: HistoryEntry[]; total: number; next: string | null};

/** What was done to an initiative and in what role, the last first. */
export async function listInitiativeHistory(
  scope: Scope,
  address: string,
  {cursor, limit = defaultLimit}: {cursor?: string | undefined; limit?: number | undefined},
): Promise<HistoryPage> {
  const found = await findInitiativeRows(scope.database.public, scope, readAddress(address));
  const {community_id: communityId, id} = theOnly(found, 'initiative.not-found');
  const after = cursor === undefined ? null : readOpaque(z.uuid(), cursor, 'cursor');
  const {rows, total} = await listHistoryRows(scope, {communityId, resource: 'initiative', id}, {after, limit: limit + 1});
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    data: page.map(({occurred_at: at, actor, action, fields}) => ({at: at.toISOString(), actor, action, fields})),
    total,
    next: last ? writeOpaque(last.id) : null,
  };
}
