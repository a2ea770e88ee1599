import {wordFinder} from './compounds.ts';
import type {KnownWord} from './search-store.ts';
import type {Alternatives} from './term-query.ts';
import {vocabulary} from './vocabulary.ts';
import {beginningsOf, rootsOf} from './word-forms.ts';

const shortestPart = 4;
const beginningOfArea = 3;
// Each is looked up in every initiative that another condition lets through.
const mostCompounds = 100;

/** What words that mean this one may have inside, for looking them up. */
export function partsOf(word: string): string[] {
  const roots = [...rootsOf(word)].filter((root) => root.length >= shortestPart || root === word);
  return word.length < shortestPart ? [] : [...new Set(roots.flatMap(beginningsOf))];
}

/**
 * What somebody who types this word means: words that begin so (they may be typing still), other forms, compounds that have it, and the
 * values and areas that go by that name. `words` and `areas` are those of the community that may be meant.
 */
export function directMeaning(word: string, words: readonly string[], areas: readonly KnownWord[]): Alternatives {
  const holds = wordFinder(word);
  const isName = (name: string, beginning: number) => (word.length >= beginning && name.startsWith(word)) || holds(name);
  return {
    beginnings: new Set([word]),
    terms: new Set([
      ...words.filter((candidate) => !candidate.startsWith(word) && holds(candidate)).slice(0, mostCompounds),
      ...areas.filter((area) => isName(area.word, beginningOfArea)).map(({term}) => term),
      ...vocabulary.filter((meaning) => isName(meaning.word, meaning.beginning)).flatMap(({terms}) => terms),
    ]),
  };
}
