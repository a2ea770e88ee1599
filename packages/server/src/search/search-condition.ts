import {sql, type RawBuilder} from 'kysely';
import type {Scope} from '../scope.ts';
import {resolveSearch} from './resolve-search.ts';

/** What an initiative must meet to be what somebody means by these words. */
export async function searchCondition(scope: Scope, q: string | undefined): Promise<RawBuilder<boolean>> {
  if (q === undefined) return sql<boolean>`true`;
  const search = await resolveSearch(scope, q);
  if (search.finds === 'some') return sql<boolean>`i.search_terms @@ ${search.query}::tsquery`;
  return search.finds === 'everything' ? sql<boolean>`true` : sql<boolean>`false`;
}
