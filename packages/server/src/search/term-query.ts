/** What stands for one word of a search: any of these terms, or of those that begin so. */
export type Alternatives = {terms: ReadonlySet<string>; beginnings: ReadonlySet<string>};

export function mergeAlternatives(several: readonly Alternatives[]): Alternatives {
  return {
    terms: new Set(several.flatMap(({terms}) => [...terms])),
    beginnings: new Set(several.flatMap(({beginnings}) => [...beginnings])),
  };
}

/** The alternatives as PostgreSQL's tsquery. */
export function anyOf({terms, beginnings}: Alternatives): string {
  return [...[...beginnings].map((beginning) => `${quoted(beginning)}:*`), ...[...terms].map(quoted)].join(' | ');
}

export function allOf(queries: readonly string[]): string {
  return queries.map((query) => `(${query})`).join(' & ');
}

function quoted(term: string): string {
  return `'${term.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
