/** What is asked of a list: words to look for, and the chosen values per filter. */
export type Filters = {words: string; values: Readonly<Record<string, readonly string[]>>};

/** Which filters there are, and which values each can have. */
export type FilterRules = Readonly<Record<string, (value: string) => boolean>>;

export const noFilters: Filters = {words: '', values: {}};

/** The API takes at most this many characters. */
export const longestWords = 100;

/** Reads filters from a query string with the API's keys. What no rule knows is left out and named. */
export function readFilters(query: URLSearchParams, rules: FilterRules): {filters: Filters; refused: string[]} {
  const refused: string[] = [];
  const values: Record<string, string[]> = {};
  let words = '';
  for (const [key, text] of query) {
    const isKnown = Object.hasOwn(rules, key) ? rules[key] : undefined;
    if (key === 'q') words = text.trim().slice(0, longestWords);
    else if (!isKnown) refused.push(key);
    else {
      const given = text.split(',');
      const known = given.filter((value) => isKnown(value));
      if (known.length < given.length) refused.push(key);
      if (known.length) values[key] = [...new Set([...(values[key] ?? []), ...known])];
    }
  }
  return {filters: {words, values}, refused};
}

/** Writes filters into a query string with the API's keys. */
export function writeFilters({words, values}: Filters, query: URLSearchParams): void {
  if (words) query.set('q', words);
  for (const [key, chosen] of Object.entries(values)) if (chosen.length) query.set(key, chosen.join(','));
}

/** Chooses a value, or takes it away. */
export function toggle({words, values}: Filters, key: string, value: string): Filters {
  const chosen = values[key] ?? [];
  const changed = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
  const {[key]: _before, ...others} = values;
  return {words, values: changed.length ? {...others, [key]: changed} : others};
}

/** Chooses this value alone, or none with null. */
export function only({words, values}: Filters, key: string, value: string | null): Filters {
  const {[key]: _before, ...others} = values;
  return {words, values: value === null ? others : {...others, [key]: [value]}};
}

/** What the reader chose within what the page shows at all: a choice narrows the page's filters and never widens them. */
export function within(base: Filters, chosen: Filters): Filters {
  const values: Record<string, readonly string[]> = {...base.values};
  for (const [key, wanted] of Object.entries(chosen.values)) {
    const allowed = base.values[key];
    const possible = allowed ? wanted.filter((value) => allowed.includes(value)) : wanted;
    if (possible.length) values[key] = possible;
  }
  return {words: `${base.words} ${chosen.words}`.trim().slice(0, longestWords), values};
}

export function hasChoices({words, values}: Filters): boolean {
  return words !== '' || Object.keys(values).length > 0;
}
