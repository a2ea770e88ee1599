import {sql} from 'kysely';
import type {TrxScope} from '../scope.ts';

type Slugged = 'initiatives' | 'partners' | 'places';

/** Adds a thing under the slug of its name, with a number behind it when that is taken. `insert` gives null when it just was. */
export async function insertUnderFreeSlug<Row>(
  scope: TrxScope,
  table: Slugged,
  base: string,
  insert: (slug: string) => Promise<Row | null>,
): Promise<Row> {
  const stem = base.slice(0, 74).replace(/-$/, '');
  const taken = new Set(await findSlugsLike(scope, table, stem));
  // Others may take a number meanwhile: then the next one is tried.
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? base : `${stem}-${number}`;
    const row = taken.has(slug) ? null : await insert(slug);
    if (row) return row;
  }
}

export async function findSlugsLike(scope: TrxScope, table: Slugged, base: string): Promise<string[]> {
  const {rows} = await sql<{slug: string}>`
    select slug from ${sql.table(table)} where community_id = ${scope.community.id} and slug like ${`${base}-%`}`.execute(scope.trx);
  return rows.map((row) => row.slug);
}
