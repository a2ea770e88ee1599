import {sql, type RawBuilder} from 'kysely';
import type {Scope} from '../scope.ts';

/** Every word of a search has to be somewhere in the text; `%` and `_` are letters like any other. */
export async function searchCondition(_scope: Scope, q: string | undefined): Promise<RawBuilder<boolean>> {
  if (!q) return sql<boolean>`true`;
  const words = q.split(/\s+/).filter(Boolean);
  return sql<boolean>`(${sql.join(
    words.map((word) => sql`i.search like '%' || replace(replace(replace(fold(${word}), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'`),
    sql` and `,
  )})`;
}
