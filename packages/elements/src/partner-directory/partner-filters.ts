import type {PartnerFacetKey} from '@buurtkit/sdk';
import {partnerKinds, serviceFunctions} from '@buurtkit/sdk/vocabularies';
import type {CountedFilters} from '../filters/counted-groups.ts';
import {isAreaCode, isWord} from '../filters/filter-rules.ts';
import type {FilterRules} from '../filters/filters.ts';

/** The filters that the API takes for organisations. */
export const partnerFilterRules = {
  kind: (value) => Object.hasOwn(partnerKinds, value),
  function: (value) => Object.hasOwn(serviceFunctions, value),
  theme: isWord,
  area: isAreaCode,
  community: isWord,
  open: (value) => value === 'now',
} as const satisfies FilterRules;

/** What is counted per value. */
export const partnerFilters: CountedFilters<PartnerFacetKey> = {
  keys: ['kind', 'function', 'community', 'theme', 'area'],
  main: ['kind', 'function', 'community'],
  vocabularies: {kind: partnerKinds, function: serviceFunctions},
};
