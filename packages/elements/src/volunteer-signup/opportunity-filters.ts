import type {OpportunityFacetKey} from '@buurtkit/sdk';
import {opportunityKinds, partsOfDay, vogRequirements} from '@buurtkit/sdk/vocabularies';
import {weekdayLabels, type VolunteeringMessages} from '@buurtkit/texts';
import {isAddress} from '../choices/address.ts';
import type {CountedFilters} from '../filters/counted-groups.ts';
import {isAreaCode, isWord} from '../filters/filter-rules.ts';
import type {FilterRules} from '../filters/filters.ts';

const isIn = (vocabulary: object) => (value: string) => Object.hasOwn(vocabulary, value);
const isTrue = (value: string) => value === 'true';

/** The filters that the API takes for work. */
export const opportunityFilterRules = {
  weekday: isIn(weekdayLabels),
  partOfDay: isIn(partsOfDay),
  vog: isIn(vogRequirements),
  kind: isIn(opportunityKinds),
  theme: isWord,
  skill: isWord,
  language: (value) => /^[a-z]{2,3}$/.test(value),
  free: isTrue,
  children: isTrue,
  wheelchair: isTrue,
  credits: isTrue,
  area: isAreaCode,
  community: isWord,
} as const satisfies FilterRules;

/** What only the page can narrow it to, besides. */
export const pageRules: FilterRules = {...opportunityFilterRules, initiative: isAddress};

/** Yes or nothing: what is chosen with it. */
export const yesFilters = {
  free: 'onlyFree',
  children: 'withChildren',
  wheelchair: 'withWheelchair',
  credits: 'earnsCredits',
} as const satisfies Partial<Record<OpportunityFacetKey, keyof VolunteeringMessages>>;

type CountedKey = Exclude<OpportunityFacetKey, keyof typeof yesFilters>;

/** What is counted per value. */
export const opportunityFilters: CountedFilters<CountedKey> = {
  keys: ['weekday', 'partOfDay', 'vog', 'kind', 'theme', 'skill', 'language', 'community', 'area'],
  main: ['weekday', 'partOfDay', 'vog'],
  vocabularies: {weekday: weekdayLabels, partOfDay: partsOfDay, vog: vogRequirements, kind: opportunityKinds},
};

/** Everything that is counted. */
export const facetKeys: readonly OpportunityFacetKey[] = [
  ...opportunityFilters.keys,
  ...(Object.keys(yesFilters) as (keyof typeof yesFilters)[]),
];
