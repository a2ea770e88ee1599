import {
  areaWithAncestors,
  initiativeContexts,
  initiativeKinds,
  initiativeStages,
  valuesOf,
  type FacetCount,
  type Initiative,
  type InitiativeFacetKey,
  type InitiativeFilters,
} from '@buurtkit/contract';
import {isThere} from './where.ts';

const valuesIn: Record<InitiativeFacetKey, (initiative: Initiative) => readonly string[]> = {
  kind: ({kind}) => [kind],
  stage: ({stage}) => [stage],
  theme: ({themes}) => themes,
  context: ({context}) => (context === null ? [] : [context]),
  area: ({place, areas}) => [...new Set([place?.areaCode ?? [], areas.map(({code}) => code)].flat().flatMap(areaWithAncestors))],
  community: ({community}) => [community],
};

const closedVocabularies: Partial<Record<InitiativeFacetKey, readonly string[]>> = {
  kind: valuesOf(initiativeKinds),
  stage: valuesOf(initiativeStages),
  context: valuesOf(initiativeContexts),
};

const facetKeys = Object.keys(valuesIn) as InitiativeFacetKey[];

function hasWords({name, summary, place, themes}: Initiative, q: string | undefined): boolean {
  const text = [name, summary.nl, summary.en, place?.city, ...themes].join(' ').toLowerCase();
  return (q ?? '')
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Those that match all filters, or all but one key's. */
export function matching(initiatives: readonly Initiative[], filters: InitiativeFilters, except?: InitiativeFacetKey): Initiative[] {
  return initiatives.filter(
    (initiative) =>
      hasWords(initiative, filters.q) &&
      isThere(initiative, filters) &&
      facetKeys.every((key) => key === except || !filters[key] || filters[key].some((value) => valuesIn[key](initiative).includes(value))),
  );
}

/** Per value how many there would be with it alone: those of a closed vocabulary and chosen ones also when there are none. */
export function countPerValue(initiatives: readonly Initiative[], filters: InitiativeFilters, key: InitiativeFacetKey): FacetCount[] {
  const counts = new Map([...(closedVocabularies[key] ?? []), ...(filters[key] ?? [])].map((value) => [value, 0]));
  for (const initiative of matching(initiatives, filters, key))
    for (const value of valuesIn[key](initiative)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({value, count}));
}
