import {defaultLimit, type Shift, type ShiftQuery} from '@buurtkit/contract';
import {sql} from 'kysely';
import * as z from 'zod';
import {readPublished} from '../../db/read-published.ts';
import {readOpaque, writeOpaque} from '../../http/opaque.ts';
import {ProblemError} from '../../problem-error.ts';
import type {Scope} from '../../scope.ts';
import {readShiftRows, representShift} from './shift-row.ts';

export type ShiftPage = {data: Shift[]; total: number; next: string | null; facets: Record<string, never>};

const positionSchema = z.tuple([z.iso.datetime(), z.uuid()]);

/** Shifts that aren't over, or within the time that is asked for, the first to begin first. */
export async function listShifts(scope: Scope, {opportunity, from, until, cursor, limit = defaultLimit}: ShiftQuery): Promise<ShiftPage> {
  const [start, id] = cursor === undefined ? [] : readOpaque(positionSchema, cursor, 'cursor');
  const asked = sql<boolean>`t.community_id = any(${scope.community.readableIds}::uuid[])
    and (${opportunity ?? null}::uuid is null or t.opportunity_id = ${opportunity ?? null}::uuid)
    and t.ends_at > ${from === undefined ? scope.now : new Date(from)}
    and (${until ?? null}::timestamptz is null or t.starts_at < ${until ?? null}::timestamptz)`;
  const after = start === undefined ? sql<boolean>`true` : sql<boolean>`(t.starts_at, t.id) > (${start}::timestamptz, ${id ?? null}::uuid)`;
  const {rows: counted} = await sql<{total: string}>`select count(*) as total from shifts t where ${asked}`.execute(scope.database.public);
  const rows = await readShiftRows(scope.database.public, scope, {where: sql<boolean>`${asked} and ${after}`, limit: limit + 1});
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    data: page.map((row) => representShift(row, scope.now)),
    total: Number(counted[0]?.total ?? 0),
    next: last ? writeOpaque([last.starts_at.toISOString(), last.id]) : null,
    facets: {},
  };
}

/** One shift with how its places stand at this moment. */
export async function getShift(scope: Scope, id: string): Promise<{shift: Shift; revision: string}> {
  return readPublished(scope, async (db) => {
    const where = sql<boolean>`t.community_id = any(${scope.community.readableIds}::uuid[]) and t.id = ${id}`;
    const [row] = await readShiftRows(db, scope, {where});
    if (!row) throw new ProblemError('shift.not-found');
    return {shift: representShift(row, scope.now), revision: row.revision};
  });
}
