import {sql} from 'kysely';
import {inTransaction, type Scope} from '../scope.ts';

/** What a thing of the community is called in its address. */
export async function findSlug(scope: Scope, table: 'initiatives' | 'partners', id: string): Promise<string> {
  return inTransaction(scope, async ({trx, community}) => {
    const {rows} = await sql<{slug: string}>`
      select slug from ${sql.table(table)} where community_id = ${community.id} and id = ${id}`.execute(trx);
    return rows[0]?.slug ?? '';
  });
}
