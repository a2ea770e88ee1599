const letters = Array.from('abcdefghijklmnopqrstuvwxyz');

/** Every word that is one typing error away: a letter too few, too many, another, or two that changed places. */
export function oneErrorAway(word: string): string[] {
  const signs = Array.from(word);
  const found = new Set<string>();
  const add = (start: number, end: number, put: string) => found.add([...signs.slice(0, start), put, ...signs.slice(end)].join(''));
  for (let at = 0; at <= signs.length; at += 1) {
    for (const letter of letters) {
      add(at, at, letter);
      if (at < signs.length) add(at, at + 1, letter);
    }
    if (at < signs.length) add(at, at + 1, '');
    if (at < signs.length - 1) add(at, at + 2, `${signs[at + 1]}${signs[at]}`);
  }
  found.delete(word);
  return [...found];
}

/** Whether a word may be another with at most so many typing errors in it. */
export function isWithinErrors(word: string, other: string, errors: number): boolean {
  return Math.abs(word.length - other.length) <= errors && errorsBetween(word, other) <= errors;
}

/** How many typing errors one word is from another (optimal string alignment). */
function errorsBetween(one: string, other: string): number {
  const [left, right] = [Array.from(one), Array.from(other)];
  let beforeLast: number[] = [];
  let last = Array.from({length: right.length + 1}, (_, index) => index);
  for (const [row, letter] of left.entries()) {
    const next = [row + 1];
    for (const [column, opposite] of right.entries()) {
      const isSame = letter === opposite;
      const isSwapped = row > 0 && column > 0 && letter === right[column - 1] && left[row - 1] === opposite;
      next.push(
        Math.min(
          (last[column + 1] ?? 0) + 1,
          (next[column] ?? 0) + 1,
          (last[column] ?? 0) + (isSame ? 0 : 1),
          isSwapped ? (beforeLast[column - 1] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    beforeLast = last;
    last = next;
  }
  return last[right.length] ?? 0;
}

/** How many errors we take for a slip: a long word may have two. */
export function errorsAllowed(word: string): number {
  return word.length < 8 ? 1 : 2;
}
