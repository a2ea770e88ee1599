import type {FacetCounts} from '../list/paged-results.ts';

/** A filter's values with how many there are. */
export type ValueCounts = Readonly<Record<string, readonly {value: string; count: number}[]>>;

/**
 * Keeps every value that there was something of: while one filter narrows the list, the choices of another keep their place and
 * only their counts change.
 */
export class StableCounts {
  readonly #counted: Record<string, Map<string, number>> = {};

  of(facets: FacetCounts): ValueCounts {
    const counts: Record<string, {value: string; count: number}[]> = {};
    for (const [key, found = []] of Object.entries(facets)) {
      const counted = (this.#counted[key] ??= new Map<string, number>());
      for (const value of counted.keys()) counted.set(value, 0);
      for (const {value, count} of found) if (count > 0) counted.set(value, count);
      counts[key] = [...counted].map(([value, count]) => ({value, count}));
    }
    return counts;
  }
}
