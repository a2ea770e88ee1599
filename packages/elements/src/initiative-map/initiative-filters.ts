import type {Community, InitiativeFacetKey} from '@buurtkit/sdk';
import {initiativeContexts, initiativeKinds, initiativeStages, knownThemes, labelOf} from '@buurtkit/sdk/vocabularies';
import type {InitiativeMessages, Language} from '@buurtkit/texts';
import type {FilterGroup} from '../filters/filter-bar.ts';
import type {FilterRules, Filters} from '../filters/filters.ts';
import type {FacetCounts} from '../list/paged-results.ts';

const isWord = (value: string) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value);

/** The filters that the API takes for initiatives. */
export const initiativeFilterRules = {
  kind: (value) => Object.hasOwn(initiativeKinds, value),
  stage: (value) => Object.hasOwn(initiativeStages, value),
  theme: isWord,
  context: (value) => Object.hasOwn(initiativeContexts, value),
  area: (value) => /^(?:GM\d{4}|WK\d{6}|BU\d{8})$/.test(value) || isWord(value),
  community: isWord,
} as const satisfies FilterRules;

/** What is counted per value. */
export const initiativeFacets: readonly InitiativeFacetKey[] = ['kind', 'theme', 'community', 'stage', 'context', 'area'];

const mainFilters: readonly InitiativeFacetKey[] = ['kind', 'theme', 'community'];

type Sources = {
  facets: FacetCounts;
  chosen: Filters;
  /** What the page itself narrows: its values are all there is to choose from. */
  base: Filters;
  community: Community | null;
  messages: InitiativeMessages;
  language: Language;
};

/** The filters that have something to choose from, with counts. */
export function initiativeFilterGroups({facets, chosen, base, community, messages, language}: Sources): FilterGroup[] {
  const labels: Record<InitiativeFacetKey, (value: string) => string | null> = {
    kind: (value) => labelOf(initiativeKinds, value, language),
    stage: (value) => labelOf(initiativeStages, value, language),
    theme: (value) => labelOf(knownThemes, value, language),
    context: (value) => labelOf(initiativeContexts, value, language),
    area: (value) => community?.areas.find(({code}) => code === value)?.name ?? null,
    community: (value) => community?.members.find(({slug}) => slug === value)?.name ?? labelOf({}, value, language),
  };
  return initiativeFacets.map((key) => {
    const wanted = chosen.values[key] ?? [];
    const allowed = base.values[key];
    const counted = facets[key] ?? [];
    // The answer to a choice that was just made isn't there yet, or another filter left nothing of it: it can still be taken back.
    const missing = wanted.filter((value) => !counted.some((one) => one.value === value)).map((value) => ({value, count: 0}));
    const options = [...counted, ...missing]
      .filter(({value, count}) => (count > 0 && (!allowed || allowed.includes(value))) || wanted.includes(value))
      .map(({value, count}) => ({value, label: labels[key](value) ?? value, count, isChosen: wanted.includes(value), isNamed: labels[key](value) !== null}))
      .filter(({isNamed, isChosen}) => isNamed || isChosen);
    const canChoose = options.length > 1 || wanted.length > 0;
    return {key, label: messages[key], isMain: mainFilters.includes(key), options: canChoose ? options : []};
  });
}
