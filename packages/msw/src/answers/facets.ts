import type {FacetCount} from '@buurtkit/contract';

/** How things of one kind are filtered and counted per value. */
export type Facets<Item, Key extends string, Filters> = {
  /** Per key, the values that a thing has. */
  valuesIn: Record<Key, (item: Item) => readonly string[]>;
  /** The whole vocabulary of keys that have one: its values are counted also when there are none. */
  closed: Partial<Record<Key, readonly string[]>>;
  /** Whether it meets the filters that aren't counted: words, place, time. */
  meets: (item: Item, filters: Filters) => boolean;
};

export type Faceted<Item, Key extends string, Filters> = {
  /** Those that match all filters, or all but one key's. */
  matching(items: readonly Item[], filters: Filters, except?: Key): Item[];
  /** Per value how many there would be with it alone: those of a closed vocabulary and chosen ones also when there are none. */
  countPerValue(items: readonly Item[], filters: Filters, key: Key): FacetCount[];
};

export function faceted<Item, Key extends string, Filters extends Partial<Record<Key, readonly string[] | undefined>>>({
  valuesIn,
  closed,
  meets,
}: Facets<Item, Key, Filters>): Faceted<Item, Key, Filters> {
  const keys = Object.keys(valuesIn) as Key[];
  const matching: Faceted<Item, Key, Filters>['matching'] = (items, filters, except) =>
    items.filter(
      (item) =>
        meets(item, filters) &&
        keys.every((key) => {
          const chosen: readonly string[] | undefined = filters[key];
          return key === except || !chosen || chosen.some((value) => valuesIn[key](item).includes(value));
        }),
    );
  return {
    matching,
    countPerValue(items, filters, key) {
      const chosen: readonly string[] | undefined = filters[key];
      const counts = new Map([...(closed[key] ?? []), ...(chosen ?? [])].map((value) => [value, 0]));
      for (const item of matching(items, filters, key))
        for (const value of valuesIn[key](item)) counts.set(value, (counts.get(value) ?? 0) + 1);
      return [...counts].map(([value, count]) => ({value, count}));
    },
  };
}

/** Whether each of the words that were asked for stands somewhere in these texts. */
export function hasWords(texts: readonly (string | null | undefined)[], q: string | undefined): boolean {
  const text = texts.join(' ').toLowerCase();
  return (q ?? '')
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
