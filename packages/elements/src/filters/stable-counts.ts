import type {FacetCounts} from '../list/paged-results.ts';

/** A filter's values with how many there are. */
export type ValueCounts = Readonly<Record<string, readonly {value: string; count: number}[]>>;

/**
 * Keeps every value that there was something of: while one filter narrows the list, the choices of another keep their place and
 * only their counts change.
 */
export class StableCounts {
  readonly #seen = new Map<string, Set<string>>();

  of(facets: FacetCounts): ValueCounts {
    const counts: Record<string, {value: string; count: number}[]> = {};
    for (const [key, counted = []] of Object.entries(facets)) {
      const seen = this.#seen.get(key) ?? new Set();
      for (const {value, count} of counted) if (count > 0) seen.add(value);
      this.#seen.set(key, seen);
      counts[key] = [...seen].map((value) => ({value, count: counted.find((one) => one.value === value)?.count ?? 0}));
    }
    return counts;
  }
}
