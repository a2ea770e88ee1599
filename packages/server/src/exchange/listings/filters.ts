import {listingCategories, listingKinds, valuesOf, type ListingFacetKey, type ListingFilters} from '@buurtkit/contract';
import {sql, type RawBuilder} from 'kysely';
import * as facets from '../../lists/facets.ts';
import {wordsCondition} from '../../lists/words-condition.ts';
import type {Scope} from '../../scope.ts';

type Condition = RawBuilder<boolean>;

/** What is open at this moment, of the listings `table`. */
export function isOpen(now: Date, table = 'i'): Condition {
  return sql<boolean>`(${sql.ref(`${table}.closed_at`)} is null and ${sql.ref(`${table}.until`)} > ${now})`;
}

/** What a listing must meet whatever is being counted: open, or one's own in whatever state; and the words. */
export function matchCondition({caller, now}: Pick<Scope, 'caller' | 'now'>, {q, mine}: ListingFilters): Condition {
  const own = caller.kind === 'member' ? sql<boolean>`i.owner_id = ${caller.id}` : sql<boolean>`false`;
  return sql<boolean>`(${mine ? own : isOpen(now)} and ${wordsCondition(q)})`;
}

export const listingFacets: facets.FacetRules<ListingFacetKey> = {
  kind: facets.ofOne('kind', valuesOf(listingKinds)),
  category: facets.ofOne('category', valuesOf(listingCategories)),
  area: facets.ofSeveral('area_codes'),
};
