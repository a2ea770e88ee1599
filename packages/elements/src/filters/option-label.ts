import {initiativeContexts, knownThemes, labelOf} from '@buurtkit/sdk/vocabularies';
import type {Language} from '@buurtkit/texts';
import type {FilterOption} from './filter-bar.ts';

/** Values whose words only those see who choose. */
const rare = {...knownThemes, ...initiativeContexts};

/** What people read for a value of a filter. */
export function optionLabel({label, value}: FilterOption, language: Language): string {
  return label ?? labelOf(rare, value, language);
}
