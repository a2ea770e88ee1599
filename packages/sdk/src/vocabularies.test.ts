import * as contract from '@buurtkit/contract';
import {expect, test} from 'vitest';
import * as vocabularies from './vocabularies.ts';

test('every vocabulary of the contract is here, with the same labels in the same order', () => {
  const {labelOf: _, ...labels} = vocabularies;
  const {faultTexts: __, ...exported} = contract;

  const isVocabulary = (value: unknown): value is object =>
    typeof value === 'object' && value !== null && Object.values(value).every((label) => typeof label?.nl === 'string');
  const inContract = new Map(Object.entries<unknown>(exported).filter(([, value]) => isVocabulary(value)));
  expect(labels).toEqual(Object.fromEntries(inContract));
  for (const [name, values] of Object.entries(labels)) expect(Object.keys(values)).toEqual(Object.keys(inContract.get(name) ?? {}));
});

test('a value is shown in the reader’s words', () => {
  expect(vocabularies.labelOf(vocabularies.initiativeKinds, 'village-house', 'nl')).toBe('Dorpshuis');
  expect(vocabularies.labelOf(vocabularies.initiativeKinds, 'village-house', 'en')).toBe('Village house');
});

test.each([
  ['street-art', 'Street art'],
  ['constructor', 'Constructor'],
])('a theme that somebody made up shows as its own words: %s', (theme, words) => {
  expect(vocabularies.labelOf(vocabularies.knownThemes, theme, 'nl')).toBe(words);
});
