import {defaultLimit, type ModerationListItem, type ModerationQuery} from '@buurtkit/contract';
import * as z from 'zod';
import {readOpaque, writeOpaque} from '../http/opaque.ts';
import {inTransaction, type Scope} from '../scope.ts';
import {representListItem} from './item-row.ts';
import {listItemRows} from './store.ts';

const positionSchema = z.uuid();

export type ModerationPage = {data: ModerationListItem[]; total: number; next: string | null};

/** What waits for a moderator, the longest first; with `state` also what was decided. */
export async function listItems(
  scope: Scope,
  {state = ['pending'], cursor, limit = defaultLimit}: ModerationQuery,
): Promise<ModerationPage> {
  const after = cursor === undefined ? null : readOpaque(positionSchema, cursor, 'cursor');
  const {rows, total} = await inTransaction(scope, (trxScope) => listItemRows(trxScope, {states: state, after, limit: limit + 1}));
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {data: page.map(representListItem), total, next: last ? writeOpaque(last.id) : null};
}
