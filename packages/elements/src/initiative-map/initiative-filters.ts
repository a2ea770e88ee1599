import type {Community, InitiativeFacetKey} from '@buurtkit/sdk';
import {initiativeContexts, initiativeKinds, initiativeStages, knownThemes, labelOf} from '@buurtkit/sdk/vocabularies';
import type {InitiativeMessages, Language} from '@buurtkit/texts';
import type {FilterGroup} from '../filters/filter-bar.ts';
import type {FilterRules, Filters} from '../filters/filters.ts';
import type {ValueCounts} from '../filters/stable-counts.ts';

const longestAhead = 60 * 86_400_000;

/** A moment that the API takes: from now on, within sixty days. */
function isSoon(moment: string): boolean {
  const ahead = /^\d{4}-\d\d-\d\dT/.test(moment) ? Date.parse(moment) - Date.now() : NaN;
  return ahead >= 0 && ahead < longestAhead;
}

const isWord = (value: string) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value);

/** The filters that the API takes for initiatives. */
export const initiativeFilterRules = {
  kind: (value) => Object.hasOwn(initiativeKinds, value),
  stage: (value) => Object.hasOwn(initiativeStages, value),
  theme: isWord,
  context: (value) => Object.hasOwn(initiativeContexts, value),
  area: (value) => /^(?:GM\d{4}|WK\d{6}|BU\d{8})$/.test(value) || isWord(value),
  community: isWord,
  open: (value) => value === 'now' || isSoon(value),
} as const satisfies FilterRules;

/** What is counted per value. */
export const initiativeFacets: readonly InitiativeFacetKey[] = ['kind', 'theme', 'community', 'stage', 'context', 'area'];

const mainFilters: readonly InitiativeFacetKey[] = ['kind', 'theme', 'community'];

type Sources = {
  counts: ValueCounts;
  chosen: Filters;
  /** What the page itself narrows: its values are all there is to choose from. */
  base: Filters;
  community: Community | null;
  messages: InitiativeMessages;
  language: Language;
};

/** The filters that have something to choose from, with counts. */
export function initiativeFilterGroups({counts, chosen, base, community, messages, language}: Sources): FilterGroup[] {
  const inOrder = (vocabulary: object) => (value: string) => Object.keys(vocabulary).indexOf(value);
  const named: Record<InitiativeFacetKey, {label: (value: string) => string | undefined; place?: (value: string) => number}> = {
    kind: {label: (value) => labelOf(initiativeKinds, value, language), place: inOrder(initiativeKinds)},
    stage: {label: (value) => labelOf(initiativeStages, value, language), place: inOrder(initiativeStages)},
    theme: {label: (value) => labelOf(knownThemes, value, language)},
    context: {label: (value) => labelOf(initiativeContexts, value, language), place: inOrder(initiativeContexts)},
    area: {label: (value) => community?.areas.find(({code}) => code === value)?.name},
    community: {label: (value) => community?.members.find(({slug}) => slug === value)?.name ?? labelOf({}, value, language)},
  };
  return initiativeFacets.map((key) => {
    const {label, place = () => 0} = named[key];
    const wanted = chosen.values[key] ?? [];
    const counted = (counts[key] ?? []).filter(({value}) => base.values[key]?.includes(value) ?? label(value) !== undefined);
    // What a link chose can always be taken away, also when there is none of it.
    const missing = wanted.filter((value) => !counted.some((one) => one.value === value)).map((value) => ({value, count: 0}));
    const options = [...counted, ...missing]
      .map(({value, count}) => ({value, label: label(value) ?? value, count, isChosen: wanted.includes(value)}))
      .sort((one, other) => place(one.value) - place(other.value) || one.label.localeCompare(other.label, language));
    const canChoose = options.length > 1 || wanted.length > 0;
    return {key, label: messages[key], isMain: mainFilters.includes(key), options: canChoose ? options : []};
  });
}
