import {
  initiativeContexts,
  initiativeKinds,
  initiativeStages,
  knownThemes,
  partnerKinds,
  serviceFunctions,
  type LanguageMap,
} from '@buurtkit/contract';
import {synonyms} from './synonyms.ts';

/** A word and the values that somebody may mean by it; `beginning` is how much of it must be there while it is being typed. */
export type Meaning = {word: string; terms: readonly string[]; beginning: number};

const beginningOfLabel = 3;
const beginningOfSynonym = 5;

// In a label these stand beside what is meant.
const beside = new Set([
  'samen',
  'begint',
  'net',
  'staat',
  'even',
  'stil',
  'door',
  'bewoners',
  'taken',
  'over',
  'by',
  'residents',
  'worden',
  'delen',
  'of',
]);

function wordsIn(text: string): string[] {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);
}

function labels(key: string, vocabulary: Record<string, LanguageMap>): Meaning[] {
  return Object.entries(vocabulary)
    .filter(([value]) => value !== 'other')
    .flatMap(([value, {nl, en = ''}]) =>
      wordsIn(`${nl} ${en}`).map((word) => ({word, terms: [`=${key}=${value}`], beginning: beginningOfLabel})),
    )
    .filter(({word}) => !beside.has(word));
}

export const vocabulary: readonly Meaning[] = [
  ...labels('kind', initiativeKinds),
  ...labels('stage', initiativeStages),
  ...labels('context', initiativeContexts),
  ...labels('theme', knownThemes),
  ...labels('partner-kind', partnerKinds),
  ...labels('function', serviceFunctions),
  ...Object.entries(synonyms).flatMap(([words, terms]) => wordsIn(words).map((word) => ({word, terms, beginning: beginningOfSynonym}))),
];
