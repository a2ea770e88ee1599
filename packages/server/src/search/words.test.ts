import {expect, test} from 'vitest';
import {splitsOf, wordFinder} from './compounds.ts';
import {errorsAllowed, isWithinErrors, oneErrorAway} from './spelling.ts';
import {isFormOf, rootsOf} from './word-forms.ts';

test.each([
  ['huizen', 'huis'],
  ['dorpshuizen', 'dorpshuis'],
  ['bomen', 'boom'],
  ['katten', 'kat'],
  ['brieven', 'brief'],
  ['winkeltjes', 'winkel'],
  ['centra', 'centrum'],
  ['kinderen', 'kind'],
  ['vrijwilligers', 'vrijwilliger'],
  ['companies', 'company'],
])('%s is a form of %s', (form, word) => {
  expect(isFormOf(form, rootsOf(word))).toBe(true);
});

test.each([
  ['dorpswinkels', 'winkel'],
  ['buurthuizen', 'huis'],
  ['wijkcentra', 'centrum'],
  ['gemeenschapskracht', 'kracht'],
  ['wooncooperatie', 'cooperatie'],
])('%s has %s in it', (compound, word) => {
  expect(wordFinder(word)(compound)).toBe(true);
});

test.each([
  ['weten', 'eten'],
  ['ontmoeten', 'eten'],
  ['transport', 'sport'],
  ['netwerk', 'werk'],
  ['buurthuis', 'buren'],
  ['verraad', 'raad'],
])('%s only looks as if it had %s in it', (compound, word) => {
  expect(wordFinder(word)(compound)).toBe(false);
});

test('a word that somebody writes as one may be two', () => {
  expect(splitsOf('wijkwinkel')).toContainEqual(['wijk', 'winkel']);
  expect(splitsOf('dorpsraad')).toContainEqual(['dorp', 'raad']);
  expect(splitsOf('xyzzy')).toEqual([]);
});

test('a letter too few, too many, another, or two that changed places is one error', () => {
  for (const slip of ['buurthuys', 'buurthis', 'buurthuiis', 'buruthuis']) {
    expect(isWithinErrors(slip, 'buurthuis', 1)).toBe(true);
    expect(oneErrorAway(slip)).toContain('buurthuis');
  }
  expect(isWithinErrors('bartheis', 'buurthuis', 1)).toBe(false);
  expect([errorsAllowed('winkel'), errorsAllowed('buurthuis')]).toEqual([1, 2]);
});
