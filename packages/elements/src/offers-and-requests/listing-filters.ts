import type {ListingFacetKey} from '@buurtkit/sdk';
import {listingCategories, listingKinds} from '@buurtkit/sdk/vocabularies';
import type {CountedFilters} from '../filters/counted-groups.ts';
import {isAreaCode} from '../filters/filter-rules.ts';
import type {FilterRules} from '../filters/filters.ts';

/** The filters that the API takes for offers and requests. */
export const listingFilterRules = {
  kind: (value) => Object.hasOwn(listingKinds, value),
  category: (value) => Object.hasOwn(listingCategories, value),
  area: isAreaCode,
} as const satisfies FilterRules;

/** What is counted per value. */
export const listingFilters: CountedFilters<ListingFacetKey> = {
  keys: ['kind', 'category', 'area'],
  main: ['kind', 'category', 'area'],
  vocabularies: {kind: listingKinds, category: listingCategories},
};
