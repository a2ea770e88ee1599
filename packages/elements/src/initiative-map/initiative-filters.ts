import type {InitiativeContext, InitiativeFacetKey} from '@buurtkit/sdk';
import {initiativeKinds, initiativeStages} from '@buurtkit/sdk/vocabularies';
import type {CountedFilters} from '../filters/counted-groups.ts';
import {isAreaCode, isOpenAt, isWord} from '../filters/filter-rules.ts';
import type {FilterRules} from '../filters/filters.ts';

const vocabularies = {kind: initiativeKinds, stage: initiativeStages};

/** What they are called comes with the choices. */
const contexts: Readonly<Record<InitiativeContext, 1>> = {
  'priority-district': 1,
  vinex: 1,
  'woonerf-estate': 1,
  'shrinking-region': 1,
  'disadvantaged-region': 1,
  'urbanised-countryside': 1,
};

/** The filters that the API takes for initiatives. */
export const initiativeFilterRules = {
  kind: (value) => Object.hasOwn(initiativeKinds, value),
  stage: (value) => Object.hasOwn(initiativeStages, value),
  theme: isWord,
  context: (value) => Object.hasOwn(contexts, value),
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
