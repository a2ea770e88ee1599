import {sql, type RawBuilder} from 'kysely';
import type {Scope} from '../scope.ts';
import {resolveSearch} from './resolve-search.ts';
import type {Searched} from './search-store.ts';

/** What the item of a list (`i`) must meet to be what somebody means by these words. */
export async function searchCondition(scope: Scope, searched: Searched, q: string | undefined): Promise<RawBuilder<boolean>> {
  if (q === undefined) return sql<boolean>`true`;
  const search = await resolveSearch({...scope, searched}, q);
  if (search.finds === 'some') return sql<boolean>`i.search_terms @@ ${search.query}::tsquery`;
  return search.finds === 'everything' ? sql<boolean>`true` : sql<boolean>`false`;
}
