import type {InitiativeFacetKey} from '@buurtkit/sdk';
import {initiativeKinds, initiativeStages} from '@buurtkit/sdk/vocabularies';
import type {CountedFilters} from '../filters/counted-groups.ts';
import {isAreaCode, isOpenAt, isWord} from '../filters/filter-rules.ts';
import type {FilterRules} from '../filters/filters.ts';

const vocabularies = {kind: initiativeKinds, stage: initiativeStages};

/** The filters that the API takes for initiatives. */
export const initiativeFilterRules = {
  kind: (value) => Object.hasOwn(initiativeKinds, value),
  stage: (value) => Object.hasOwn(initiativeStages, value),
  theme: isWord,
  // The values and their words come with the choices; the API refuses what isn't there.
  context: isWord,
  area: isAreaCode,
  community: isWord,
  open: isOpenAt,
} as const satisfies FilterRules;

/** What is counted per value. */
export const initiativeFilters: CountedFilters<InitiativeFacetKey> = {
  keys: ['kind', 'theme', 'community', 'stage', 'context', 'area'],
  main: ['kind', 'theme', 'community'],
  vocabularies,
};
