import {initiativeContexts, knownSkills, knownThemes, labelOf, type Label} from '@buurtkit/sdk/vocabularies';
import {formatLanguage, type Language} from '@buurtkit/texts';
import type {FilterOption} from './filter-bar.ts';

const labelsIn = (vocabulary: Readonly<Record<string, Label>>) => (value: string, language: Language) =>
  labelOf(vocabulary, value, language);
const ownWords = labelsIn({});

/** Per filter the words for its values that only those see who choose. */
const rare: Readonly<Record<string, typeof ownWords>> = {
  theme: labelsIn(knownThemes),
  context: labelsIn(initiativeContexts),
  skill: labelsIn(knownSkills),
  language: formatLanguage,
};

/** What people read for a value of a filter. */
export function optionLabel({label, value}: FilterOption, key: string, language: Language): string {
  return label ?? (rare[key] ?? ownWords)(value, language);
}
