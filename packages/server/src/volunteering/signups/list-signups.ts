import {defaultLimit, type Signup, type SignupQuery} from '@buurtkit/contract';
import {sql} from 'kysely';
import * as z from 'zod';
import {readOpaque, writeOpaque} from '../../http/opaque.ts';
import {inTransaction, type Scope} from '../../scope.ts';
import {ownersOf} from '../opportunities/organiser.ts';
import {representSignups} from './represent-signup.ts';
import type {SignupRow} from './store.ts';

export type SignupPage = {data: Signup[]; total: number; next: string | null; facets: Record<string, never>};

/** Sign-ups, the last one first; an organiser sees those for its own work. */
export async function listSignups(scope: Scope, {opportunity, state, cursor, limit = defaultLimit}: SignupQuery): Promise<SignupPage> {
  const before = cursor === undefined ? null : readOpaque(z.uuid(), cursor, 'cursor');
  return inTransaction(scope, async (trxScope) => {
    const owners = await ownersOf(trxScope);
    const isOwn = owners
      ? sql<boolean>`exists (select from opportunities o where o.community_id = s.community_id and o.id = s.opportunity_id
          and ${sql.ref(`o.${owners.column}`)} = ${owners.id})`
      : sql<boolean>`true`;
    const asked = sql<boolean>`s.community_id = ${scope.community.id} and s.volunteer_id is not null and ${isOwn}
      and (${opportunity ?? null}::uuid is null or s.opportunity_id = ${opportunity ?? null}::uuid)
      and (${state ?? null}::text[] is null or s.state = any(${state ?? null}::text[]))`;
    const {rows: counted} = await sql<{total: string}>`select count(*) as total from signups s where ${asked}`.execute(trxScope.trx);
    const {rows} = await sql<SignupRow>`
      select s.* from signups s where ${asked} and (${before}::uuid is null or s.id < ${before}::uuid)
      order by s.id desc limit ${limit + 1}`.execute(trxScope.trx);
    const page = rows.slice(0, limit);
    const data = await representSignups(trxScope, page);
    const last = rows.length > limit ? page.at(-1) : undefined;
    return {data, total: Number(counted[0]?.total ?? 0), next: last ? writeOpaque(last.id) : null, facets: {}};
  });
}
