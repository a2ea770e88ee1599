import {defaultLimit, type EntryQuery, type StatementLine} from '@buurtkit/contract';
import {sql} from 'kysely';
import {Temporal} from 'temporal-polyfill';
import * as z from 'zod';
import {readOpaque, writeOpaque} from '../../http/opaque.ts';
import type {TrxScope} from '../../scope.ts';
import {findLines} from './statement-lines.ts';

export type LinePage = {data: StatementLine[]; total: number; next: string | null; facets: Record<string, never>};

const positionSchema = z.string().regex(/^\d{1,18}$/);

/** What moved on an account, the last first. */
export async function listEntries(
  scope: TrxScope,
  accountId: string,
  {direction, from, until, cursor, limit = defaultLimit}: EntryQuery,
): Promise<LinePage> {
  const dayStart = (day: string, days: number) =>
    new Date(Temporal.PlainDate.from(day).add({days}).toZonedDateTime(scope.community.timeZone).epochMilliseconds);
  const asked = sql`(${direction ?? null}::text is null or (p.minutes > 0) = (${direction ?? null}::text = 'received'))
    and (${from ?? null}::text is null or p.occurred_at >= ${from === undefined ? null : dayStart(from, 0)}::timestamptz)
    and (${until ?? null}::text is null or p.occurred_at < ${until === undefined ? null : dayStart(until, 1)}::timestamptz)`;
  const before = cursor === undefined ? null : readOpaque(positionSchema, cursor, 'cursor');
  const {rows: counted} = await sql<{total: string}>`
    select count(*) as total from postings p where p.community_id = ${scope.community.id} and p.account_id = ${accountId} and ${asked}`.execute(
    scope.trx,
  );
  const lines = await findLines(scope, accountId, {
    where: sql`${asked} and (${before}::bigint is null or p.version < ${before}::bigint)`,
    order: 'last',
    limit: limit + 1,
  });
  const page = lines.slice(0, limit);
  const last = lines.length > limit ? page.at(-1) : undefined;
  return {
    data: page.map(({line}) => line),
    total: Number(counted[0]?.total ?? 0),
    next: last ? writeOpaque(last.version) : null,
    facets: {},
  };
}
