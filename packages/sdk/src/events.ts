import type {EventPage, EventQuery} from './generated/types.ts';
import type {Http, RequestOptions} from './http.ts';
import {pause} from './retries.ts';

/** What changed in the client's community, in order, to keep own records in step. */
export type Events = {
  /**
   * Changes after a position. Keep `next`, also when there is nothing now.
   *
   * @example
   * const {data, next, hasMore} = await client.events.list({after: kept, limit: 100});
   */
  list(query?: EventQuery, options?: RequestOptions): Promise<EventPage>;
  /**
   * Every change from a position on, for as long as you listen: in pages, since `next` is what to keep once a page has been
   * dealt with. Asks again after `interval` milliseconds (5000 when left out) when there is nothing new. Stops at `break`, or
   * at `signal` with its reason.
   *
   * @example
   * for await (const {data, next} of client.events.follow({after: await readPosition()}, {signal})) {
   *   await apply(data);
   *   await writePosition(next);
   * }
   */
  follow(query?: EventQuery, options?: RequestOptions & {interval?: number | undefined}): AsyncIterable<EventPage>;
};

export function eventsResource(http: Http, communityPath: string): Events {
  const list: Events['list'] = (query, options) => http.get(`${communityPath}/events`, query, options);
  return {
    list,
    async *follow(query = {}, {interval = 5000, ...options} = {}) {
      for (let {after} = query; ;) {
        const page = await list({...query, after}, options);
        after = page.next;
        if (page.data.length > 0) yield page;
        if (!page.hasMore) await pause(interval, options.signal);
      }
    },
  };
}
