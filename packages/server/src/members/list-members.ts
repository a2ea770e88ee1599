import {defaultLimit, type MemberPage} from '@buurtkit/contract';
import * as z from 'zod';
import {readOpaque, writeOpaque} from '../http/opaque.ts';
import {inTransaction, type Scope} from '../scope.ts';
import {listMemberRows} from './member-store.ts';
import {representMember} from './represent-member.ts';

type Asked = {q?: string | undefined; cursor?: string | undefined; limit?: number | undefined};

/** Members, the last who came first; with `q` those of whom a word of the name, or the address, begins so. */
export async function listMembers(scope: Scope, {q, cursor, limit = defaultLimit}: Asked): Promise<MemberPage> {
  const before = cursor === undefined ? null : readOpaque(z.uuid(), cursor, 'cursor');
  const {rows, total} = await inTransaction(scope, (trxScope) => listMemberRows(trxScope, {q: q ?? null, before, limit}));
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {data: page.map(representMember), total, next: last ? writeOpaque(last.id) : null, facets: {}};
}
