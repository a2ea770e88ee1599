import {
  initiativeContexts,
  initiativeKinds,
  initiativeStages,
  valuesOf,
  type FacetCount,
  type InitiativeFacetKey,
  type InitiativeFilters,
} from '@buurtkit/contract';

const closed: Partial<Record<InitiativeFacetKey, readonly string[]>> = {
  kind: valuesOf(initiativeKinds),
  stage: valuesOf(initiativeStages),
  context: valuesOf(initiativeContexts),
};

/** The counts of a facet: a closed vocabulary whole and in its own order; an open one by count, and what was chosen also with 0. */
export function facetCounts(key: InitiativeFacetKey, counts: Record<string, number>, filters: InitiativeFilters): FacetCount[] {
  const vocabulary = closed[key];
  if (vocabulary) return vocabulary.map((value) => ({value, count: counts[value] ?? 0}));
  const values = new Set([...Object.keys(counts), ...(filters[key] ?? [])]);
  return [...values]
    .map((value) => ({value, count: counts[value] ?? 0}))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
}
