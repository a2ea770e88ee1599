const vowel = /[aeiou]/;
const doubleVowel = /(?:aa|ee|oo|uu)[^aeiou]$/;
const doubleConsonant = /([bcdfgklmnprst])\1$/;
const openSyllable = /^(.*[^aeiou]|)([aeou])([^aeiouwxyj])$/;

// Longest first: *-tjes* before *-jes* before *-s*.
const endings = ['etjes', 'etje', 'tjes', 'tje', 'pjes', 'pje', 'jes', 'je', 'eren', 'ers', 'en', 'es', 's', 'e'] as const;

/**
 * What a word may be a form of, itself included: *huizen* of huis, *winkeltjes* of winkel, *bomen* of boom (or bom). Two words are
 * forms of one when they share a root. Dutch spelling decides what a letter was before the ending, so that some have two.
 */
export function rootsOf(word: string): Set<string> {
  const roots = new Set([word]);
  if (word.length < 4) return roots;
  if (word.length > 4 && word.endsWith('a')) roots.add(`${word.slice(0, -1)}um`);
  if (word.endsWith('ies')) roots.add(`${word.slice(0, -3)}y`);
  for (const ending of endings) {
    if (!word.endsWith(ending)) continue;
    const rest = word.slice(0, -ending.length);
    if (rest.length < 2 || !vowel.test(rest)) continue;
    const found = ending.startsWith('e') ? closed(rest) : [rest];
    for (const root of found) if (root.length > 2) roots.add(root);
  }
  return roots;
}

/** A stem as it is without the ending that opened its last syllable. */
function closed(stem: string): string[] {
  if (doubleConsonant.test(stem)) return [stem.slice(0, -1)];
  const hard = stem.replace(/z$/, 's').replace(/v$/, 'f');
  const open = openSyllable.exec(hard);
  if (!open) return [hard];
  const [, before = '', letter = '', last = ''] = open;
  return letter === 'e' && vowel.test(before) ? [hard, `${before}ee${last}`] : [hard, `${before}${letter}${letter}${last}`];
}

/** What every form of a root begins with: *huis* and *huiz*, *boom* and *bom*. */
export function beginningsOf(root: string): string[] {
  const soft = root.replace(/s$/, 'z').replace(/f$/, 'v');
  const short = doubleVowel.test(soft) ? soft.slice(0, -2) + soft.slice(-1) : soft;
  const found = [root, soft, short];
  if (root.endsWith('um')) found.push(`${root.slice(0, -2)}a`);
  if (root.endsWith('y')) found.push(`${root.slice(0, -1)}ies`);
  return [...new Set(found)];
}

export function isFormOf(word: string, roots: ReadonlySet<string>): boolean {
  for (const root of rootsOf(word)) if (roots.has(root)) return true;
  return false;
}
