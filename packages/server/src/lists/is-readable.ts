import {sql, type RawBuilder} from 'kysely';
import type {Scope} from '../scope.ts';

/**
 * Of the communities that are read, of the items `i`. One by itself is named by itself: only then does PostgreSQL know that an index
 * that begins with the community has its items in order, and reads a page of them instead of all.
 */
export function isReadable({community: {readableIds}}: Pick<Scope, 'community'>): RawBuilder<boolean> {
  const [only, ...others] = readableIds;
  return only !== undefined && others.length === 0
    ? sql<boolean>`i.community_id = ${only}::uuid`
    : sql<boolean>`i.community_id = any(${readableIds}::uuid[])`;
}
