import type {Community} from '@buurtkit/sdk';
import {labelOf, type Label} from '@buurtkit/sdk/vocabularies';
import type {Language} from '@buurtkit/texts';
import type {FilterGroup} from './filter-bar.ts';
import type {Filters} from './filters.ts';
import type {ValueCounts} from './stable-counts.ts';

/** The filters of one list. */
export type CountedFilters<Key extends string> = {
  keys: readonly Key[];
  /** Those with a button of their own. */
  main: readonly Key[];
  /** Values with words and an order of their own; other words come with the choices, and areas and communities have names. */
  vocabularies: Partial<Record<Key, Readonly<Record<string, Label>>>>;
};

type Sources<Key extends string> = {
  counts: ValueCounts;
  chosen: Filters;
  /** What the page itself narrows: its values are all there is to choose from. */
  base: Filters;
  community: Community | null;
  words: Record<Key, string>;
  language: Language;
};

/** The filters that have something to choose from, with counts. */
export function countedGroups<Key extends string>(
  {keys, main, vocabularies}: CountedFilters<Key>,
  {counts, chosen, base, community, words, language}: Sources<Key>,
): FilterGroup[] {
  return keys.map((key) => {
    const vocabulary = vocabularies[key];
    const order = Object.keys(vocabulary ?? {});
    const nameOf = (value: string) => {
      if (key === 'area') return community?.areas.find(({code}) => code === value)?.name;
      const member = key === 'community' && community?.members.find(({slug}) => slug === value)?.name;
      return member || (vocabulary && labelOf(vocabulary, value, language));
    };
    const wanted = chosen.values[key] ?? [];
    const counted = (counts[key] ?? []).filter(({value}) => base.values[key]?.includes(value) ?? (key !== 'area' || nameOf(value)));
    // What a link chose can always be taken away, also when there is none of it.
    const missing = wanted.filter((value) => !counted.some((one) => one.value === value)).map((value) => ({value, count: 0}));
    const options = [...counted, ...missing].map(({value, count}) => ({
      value,
      count,
      label: nameOf(value) ?? (key === 'area' ? value : undefined),
      place: order.indexOf(value),
      isChosen: wanted.includes(value),
    }));
    const canChoose = options.length > 1 || wanted.length > 0;
    return {key, label: words[key], isMain: main.includes(key), options: canChoose ? options : []};
  });
}
