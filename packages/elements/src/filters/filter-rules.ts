import type {Filters} from './filters.ts';

const longestAhead = 60 * 86_400_000;

/** Words in kebab-case: slugs, themes, areas that a community named itself. */
export function isWord(value: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value);
}

export function isAreaCode(value: string): boolean {
  return /^(?:GM\d{4}|WK\d{6}|BU\d{8})$/.test(value) || isWord(value);
}

/** Now, or a moment that the API takes: from now on, within sixty days. */
export function isOpenAt(value: string): boolean {
  const ahead = /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) - Date.now() : NaN;
  return value === 'now' || (ahead >= 0 && ahead < longestAhead);
}

/** As the API takes it. The values were read by its own vocabularies; the time that was asked for may have passed since. */
export function asQuery({words, values: {open, ...values}}: Filters): {q?: string; open?: string; [key: string]: unknown} {
  const moment = open?.find(isOpenAt);
  return {...values, ...(moment && {open: moment}), ...(words && {q: words})};
}
