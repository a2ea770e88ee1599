import {defaultLimit, type Hours, type HoursQuery} from '@buurtkit/contract';
import {sql} from 'kysely';
import * as z from 'zod';
import {readOpaque, writeOpaque} from '../../http/opaque.ts';
import {inTransaction, type Scope, type TrxScope} from '../../scope.ts';
import {ownersOf} from '../opportunities/organiser.ts';
import {representHours, type HoursRow} from './store.ts';

export type HoursPage = {data: Hours[]; total: number; next: string | null; facets: Record<string, never>};

/** Hours, the last submitted first; an organiser sees those of its own work. */
export async function listHours(scope: Scope, {state, cursor, limit = defaultLimit}: HoursQuery): Promise<HoursPage> {
  const before = cursor === undefined ? null : readOpaque(z.uuid(), cursor, 'cursor');
  return inTransaction(scope, async (trxScope) => {
    const owners = await ownersOf(trxScope);
    const isOwn = owners
      ? sql<boolean>`exists (select from signups s join opportunities o on o.community_id = s.community_id and o.id = s.opportunity_id
          where s.community_id = h.community_id and s.id = h.signup_id and ${sql.ref(`o.${owners.column}`)} = ${owners.id})`
      : sql<boolean>`true`;
    const asked = sql<boolean>`h.community_id = ${scope.community.id} and ${isOwn}
      and (${state ?? null}::text[] is null or h.state = any(${state ?? null}::text[]))`;
    const {rows: counted} = await sql<{total: string}>`select count(*) as total from hours h where ${asked}`.execute(trxScope.trx);
    const {rows} = await sql<HoursRow>`
      select h.* from hours h where ${asked} and (${before}::uuid is null or h.id < ${before}::uuid)
      order by h.id desc limit ${limit + 1}`.execute(trxScope.trx);
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    return {data: page.map(representHours), total: Number(counted[0]?.total ?? 0), next: last ? writeOpaque(last.id) : null, facets: {}};
  });
}

/** All that was told for a sign-up, the last day first. */
export async function listHoursOf(scope: TrxScope, signupId: string): Promise<HoursRow[]> {
  return scope.trx
    .selectFrom('hours')
    .selectAll()
    .where('community_id', '=', scope.community.id)
    .where('signup_id', '=', signupId)
    .orderBy('worked_on', 'desc')
    .execute();
}
