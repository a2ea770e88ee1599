import type {Position as Point} from '@buurtkit/contract';
import {sql, type RawBuilder} from 'kysely';
import {distanceTo} from '../map/where-condition.ts';
import type {Position, Sort} from './cursor.ts';

/** An order of the items `i` that a page can begin in the middle of: no two are alike, since the id decides. */
export type Ordering<Row> = {
  sort: Sort;
  by: RawBuilder<unknown>;
  after: (position: Pick<Position, 'key' | 'id'>) => RawBuilder<boolean>;
  keyOf: (row: Row) => string;
};

/** By a name that stands in this expression, as Dutch readers expect it. */
export function byName<Row>(name: RawBuilder<unknown>, keyOf: (row: Row) => string): Ordering<Row> {
  return {
    sort: 'name',
    by: sql`${name} collate dutch, i.id`,
    after: ({key, id}) => sql<boolean>`(${name} collate dutch, i.id) > (${key} collate dutch, ${id}::uuid)`,
    keyOf,
  };
}

/** The last changed first. */
export const byDate: Ordering<{updated_at: Date}> = {
  sort: 'date',
  by: sql`i.updated_at desc, i.id`,
  after: ({key, id}) => sql<boolean>`(i.updated_at < ${key}::timestamptz or (i.updated_at = ${key}::timestamptz and i.id > ${id}::uuid))`,
  keyOf: (row) => row.updated_at.toISOString(),
};

/** How far away an item is, in metres, as its column `distance`; null where nobody asks. */
export function distanceColumn(near: Point | undefined): RawBuilder<unknown> {
  return near ? sql`${distanceTo(near)} as distance` : sql`null::float8 as distance`;
}

/** The nearest first, of items that tell how far away they are. */
export function byDistance<Row extends {distance: number | null}>(near: Point): Ordering<Row> {
  return {
    sort: 'distance',
    by: sql`distance, i.id`,
    after: ({key, id}) => sql<boolean>`(${distanceTo(near)}, i.id) > (${key}::float8, ${id}::uuid)`,
    keyOf: (row) => String(row.distance ?? 0),
  };
}
