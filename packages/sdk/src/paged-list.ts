import type {FacetCount} from './generated/types.ts';

/** One page of a list. */
export type Page<Item> = {
  data: Item[];
  /** How many match, on all pages together. */
  total: number;
  /** Where the next page begins, to give as `cursor`; null on the last page. */
  next: string | null;
  /** Counts per value, of what `facets` asked for. */
  facets: {[key: string]: FacetCount[] | undefined};
};

/**
 * A list that nothing has asked for yet. Awaited it is a page; in `for await` it is every item of every page from there on,
 * in pages of 100 unless `limit` says otherwise, each asked for when the one before has been used up.
 */
export type PagedList<Item> = PromiseLike<Page<Item>> & AsyncIterable<Item>;

type PageQuery = {cursor?: string | undefined; limit?: number | undefined};

export function pagedList<Item>(query: PageQuery, load: (query: PageQuery) => Promise<Page<Item>>): PagedList<Item> {
  let page: Promise<Page<Item>> | undefined;
  return {
    // oxlint-disable-next-line unicorn/no-thenable -- a list is awaited as a page, like a query of Kysely's
    then: (onDone, onError) => (page ??= load(query)).then(onDone, onError),
    async *[Symbol.asyncIterator]() {
      let cursor: string | null | undefined = query.cursor;
      do {
        const {data, next} = await load({cursor, limit: query.limit ?? 100});
        yield* data;
        cursor = next;
      } while (cursor !== null);
    },
  };
}
