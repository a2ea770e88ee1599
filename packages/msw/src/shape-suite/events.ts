import type {Event} from '@buurtkit/contract';
import {ask, checkAnswer, checkProblem, type ApiUnderTest, type ShapeCase} from './api-under-test.ts';
import {check, checkEqual} from './checks.ts';
import {routeNamed} from './route-example.ts';
import {anInitiative} from './route-examples.ts';

type EventPage = {data: Event[]; next: string; hasMore: boolean};

/** What holds for the row of changes. */
export function eventCases(api: ApiUnderTest): ShapeCase[] {
  const path = (community: string) => `/communities/${community}/events`;
  const page = async (address: string) => checkAnswer(await ask(api, 'GET', address), routeNamed('listEvents'), 200) as EventPage;
  const after = (community: string, position: string | null, limit = 100) =>
    page(`${path(community)}?limit=${limit}${position === null ? '' : `&after=${encodeURIComponent(position)}`}`);

  async function end(community: string): Promise<string> {
    let found = await after(community, null);
    while (found.hasMore) found = await after(community, found.next);
    return found.next;
  }

  return [api.community, api.region].flatMap((community): ShapeCase[] => [
    {
      name: `events of ${community}: a reader sees each change once, in order, and then nothing`,
      async run() {
        const start = await end(community);
        const one = await anInitiative(api);
        const other = await anInitiative(api);

        const first = await after(community, start, 1);
        const second = await after(community, first.next, 1);
        const last = await after(community, second.next, 1);

        checkEqual(
          [...first.data, ...second.data].map(({data}) => data.slug),
          [one.slug, other.slug],
          'The changes',
        );
        checkEqual([first.hasMore, second.hasMore], [true, false], 'hasMore');
        checkEqual(last.data, [], 'The changes after the last');
        check(last.next.length > 0, 'There is always a next');
      },
    },
    {
      name: `events of ${community}: a position that nobody handed out is a fault`,
      async run() {
        checkProblem(await ask(api, 'GET', `${path(community)}?after=zomaar`), 'request.invalid', {
          faults: [{parameter: 'after', code: 'format'}],
        });
      },
    },
  ]);
}
