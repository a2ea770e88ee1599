import {splitsOf} from './compounds.ts';
import {directMeaning, partsOf} from './direct-meaning.ts';
import {
  findAnything,
  findAreasWith,
  findWords,
  findWordsLike,
  findWordsWith,
  hasWordToLeaveOut,
  readWords,
  type SearchScope,
} from './search-store.ts';
import {errorsAllowed, isWithinErrors, oneErrorAway} from './spelling.ts';
import {allOf, anyOf, mergeAlternatives, type Alternatives} from './term-query.ts';
import {vocabulary} from './vocabulary.ts';

/** What a search comes down to: a tsquery, or no need to look. */
export type ResolvedSearch = {finds: 'everything'} | {finds: 'nothing'} | {finds: 'some'; query: string};

const mostWords = 10;
const shortLength = 3;
const shortestAlone = 5;
const longestSlight = 6;
const mostSpellings = 12;
const namesOfValues = vocabulary.map(({word}) => word);

// Dutch ones are left out with the words of a text; these are what people put around what they look for.
const around = new Set([
  'the',
  'of',
  'and',
  'for',
  'to',
  'with',
  'at',
  'on',
  'near',
  'zoek',
  'zoeken',
  'graag',
  'waar',
  'nabij',
  'dichtbij',
  'samen',
]);

/**
 * Finds out what words may mean, before anything is listed. What is written so, in another form or in a compound comes first; only a
 * word that finds nothing that way is taken for two, or for a slip. Each word has to be met.
 */
export async function resolveSearch(scope: SearchScope, text: string): Promise<ResolvedSearch> {
  const found = await readWords(scope, text.replaceAll('\0', ' ').replaceAll(/(\p{L})['’`]s\b/gu, '$1'));
  if (!found) return {finds: 'nothing'};
  const words = worthLookingFor(found);
  if (words.length === 0) return {finds: 'everything'};

  const direct = await meaningsOf(scope, words);
  const asTyped = allOf(words.map((word) => direct(word)));
  const [isFound] = await findAnything(scope, [asTyped]);
  if (isFound) return {finds: 'some', query: asTyped};
  return resolveLoosely(scope, words, direct);
}

type MeaningOf = (word: string) => string;

function worthLookingFor(found: readonly string[]): string[] {
  const telling = found.filter((word) => !around.has(word));
  const words = telling.length > 0 ? telling : found;
  const longer = words.filter((word) => word.length > 1);
  return (longer.length > 0 ? longer : words).slice(0, mostWords);
}

async function meaningsOf(scope: SearchScope, words: readonly string[]): Promise<MeaningOf> {
  const alternatives = await alternativesOf(scope, words);
  return (word) => anyOf(alternatives(word));
}

async function alternativesOf(scope: SearchScope, words: readonly string[]): Promise<(word: string) => Alternatives> {
  const parts = words.flatMap(partsOf);
  const found = await findWordsWith(scope, parts);
  const areas = await findAreasWith(
    scope,
    parts,
    words.filter((word) => word.length >= shortLength),
  );
  return (word) => directMeaning(word, found, areas);
}

/** Not all that was typed is found together: words that are nowhere become what they may have been meant for. */
async function resolveLoosely(scope: SearchScope, words: readonly string[], direct: MeaningOf): Promise<ResolvedSearch> {
  const isThere = await findAnything(scope, words.map(direct));
  const known = words.filter((_, index) => isThere[index]);
  const parts: string[] = [];
  for (const [index, word] of words.entries()) {
    const meant = isThere[index] ? direct(word) : ((await asTwoWords(scope, word)) ?? (await asSlip(scope, word, {others: known})));
    if (meant !== null) parts.push(meant);
    else if (words.length === 1 || !(await isBesideThePoint(scope, word))) return {finds: 'nothing'};
  }
  if (parts.length === 0) return {finds: 'nothing'};
  const mended = allOf(parts);
  if (known.length < words.length) {
    const [isFound] = await findAnything(scope, [mended]);
    if (isFound) return {finds: 'some', query: mended};
  }
  return words.length === 1 ? {finds: 'some', query: mended} : resolveSlips(scope, words, known, direct);
}

/** Nothing has them all: any of them may be a slip, also one that happens to be a word. */
async function resolveSlips(
  scope: SearchScope,
  words: readonly string[],
  known: readonly string[],
  direct: MeaningOf,
): Promise<ResolvedSearch> {
  const parts: string[] = [];
  for (const word of words.filter((each) => each.length > shortLength)) {
    if (!known.includes(word) && (await isBesideThePoint(scope, word))) continue;
    const slip = await asSlip(scope, word, {others: words.filter((other) => other !== word)});
    parts.push(slip === null ? direct(word) : `${direct(word)} | ${slip}`);
  }
  return parts.length === 0 ? {finds: 'nothing'} : {finds: 'some', query: allOf(parts)};
}

async function asTwoWords(scope: SearchScope, word: string): Promise<string | null> {
  const splits = splitsOf(word);
  if (splits.length === 0) return null;
  const direct = await meaningsOf(scope, splits.flat());
  const queries = splits.map((split) => allOf(split.map(direct)));
  const isFound = await findAnything(scope, queries);
  const found = queries.filter((_, index) => isFound[index]);
  return found.length > 0 ? found.join(' | ') : null;
}

/** A short word that is nowhere, or a slip in one that says nothing (*vann*): no reason to find nothing. */
async function isBesideThePoint(scope: SearchScope, word: string): Promise<boolean> {
  return word.length <= shortLength || (word.length <= longestSlight && hasWordToLeaveOut(scope, oneErrorAway(word)));
}

/** The words that this one may be a slip of. A short one could be anything, unless words beside it tell. */
async function asSlip(scope: SearchScope, word: string, {others}: {others: readonly string[]}): Promise<string | null> {
  if (word.length <= shortLength) return null;
  const isAlone = others.length === 0 && word.length < shortestAlone;
  const spellings = (await spellingsOf(scope, word)).filter((spelling) => !isAlone || isCloser(spelling, word));
  if (spellings.length === 0) return null;
  const alternatives = await alternativesOf(scope, spellings);
  const query = anyOf(mergeAlternatives(spellings.map(alternatives)));
  const [isFound] = await findAnything(scope, [query]);
  return isFound ? query : null;
}

/** With all its letters, if not in their order, or with one to spare: *tile* may be tille, *boot* isn't boom. */
function isCloser(spelling: string, word: string): boolean {
  return spelling.length !== word.length || Array.from(spelling).sort().join('') === Array.from(word).sort().join('');
}

async function spellingsOf(scope: SearchScope, word: string): Promise<string[]> {
  const near = (candidates: readonly string[], errors: number) => [
    ...new Set([...candidates, ...namesOfValues].filter((other) => other !== word && isWithinErrors(word, other, errors))),
  ];
  const oneError = near(await findWords(scope, oneErrorAway(word)), 1);
  if (oneError.length > 0 || errorsAllowed(word) === 1) return oneError.slice(0, mostSpellings);
  return near(await findWordsLike(scope, word), 2).slice(0, mostSpellings);
}
