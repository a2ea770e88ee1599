import {holdsWord} from './compounds.ts';
import type {KnownWord} from './search-store.ts';
import type {Alternatives} from './term-query.ts';
import {vocabulary} from './vocabulary.ts';
import {beginningsOf, rootsOf} from './word-forms.ts';

const shortestPart = 4;
const beginningOfArea = 3;

/** What words that mean this one may have inside, for looking them up. */
export function partsOf(word: string): string[] {
  const roots = [...rootsOf(word)].filter((root) => root.length >= shortestPart || root === word);
  return word.length < shortestPart ? [] : [...new Set(roots.flatMap(beginningsOf))];
}

/**
 * What somebody who types this word means: words that begin so (they may be typing still), other forms, compounds that have it, and the
 * values and areas that go by that name.
 */
export function directMeaning(word: string, known: readonly KnownWord[]): Alternatives {
  const isMeant = (candidate: string, beginning: number) =>
    (word.length >= beginning && candidate.startsWith(word)) || holdsWord(candidate, word);
  return {
    beginnings: new Set([word]),
    terms: new Set([
      ...known.filter((candidate) => isMeant(candidate.word, beginningOfArea)).map(({term}) => term),
      ...vocabulary.filter((meaning) => isMeant(meaning.word, meaning.beginning)).flatMap(({terms}) => terms),
    ]),
  };
}
