import type {Cluster, InitiativeListItem} from '@buurtkit/contract';
import {ask, checkAnswer, checkProblem, type ApiUnderTest, type ShapeCase} from './api-under-test.ts';
import {check, checkEqual} from './checks.ts';
import {routeNamed} from './route-example.ts';

const world = '-180,-85,180,85';
const nowhere = '-40,40,-39,41';

/** What holds for where initiatives are: the map, and how far away. */
export function whereCases(api: ApiUnderTest): ShapeCase[] {
  const list = `/communities/${api.region}/initiatives`;
  const clusters = `/communities/${api.region}/initiative-clusters`;
  const read = async <Content>(operationId: string, path: string) =>
    checkAnswer(await ask(api, 'GET', path), routeNamed(operationId), 200) as Content;

  return [
    {
      name: 'clusters: their counts add up to their total, and that is the total of the list with the same box',
      async run() {
        for (const bbox of [world, nowhere])
          for (const zoom of [0, 8, 20]) {
            const {data, total} = await read<{data: Cluster[]; total: number}>(
              'listInitiativeClusters',
              `${clusters}?bbox=${bbox}&zoom=${zoom}`,
            );
            const sum = data.reduce((all, {count}) => all + count, 0);
            const {total: listed} = await read<{total: number}>('listInitiatives', `${list}?bbox=${bbox}&limit=1`);
            checkEqual([sum, total], [listed, listed], `The counts and the total in ${bbox} at ${zoom}`);
            for (const {count, id, slug} of data)
              checkEqual([id !== undefined, slug !== undefined], [count === 1, count === 1], 'Whether a cluster has an id and a slug');
          }
      },
    },
    {
      name: 'clusters: all faults of a query are named at once',
      async run() {
        const answered = await ask(api, 'GET', `${clusters}?bbox=8,54,3,50&zoom=21&near=5&radius=0&sort=name`);
        checkProblem(answered, 'request.invalid', {
          faults: [
            {parameter: 'bbox', code: 'range'},
            {parameter: 'zoom', code: 'range'},
            {parameter: 'radius', code: 'range'},
            {parameter: 'sort', code: 'unknown'},
          ],
        });
        checkProblem(await ask(api, 'GET', clusters), 'request.invalid', {
          faults: [
            {parameter: 'bbox', code: 'required'},
            {parameter: 'zoom', code: 'required'},
          ],
        });
      },
    },
    {
      name: 'initiatives: the order by distance needs a point to measure from',
      async run() {
        checkProblem(await ask(api, 'GET', `${list}?sort=distance`), 'request.invalid', {faults: [{parameter: 'near', code: 'required'}]});
      },
    },
    {
      name: 'initiatives: near a point only what has a place, also page by page',
      async run() {
        const seen: string[] = [];
        let cursor = '';
        do {
          const page = await read<{data: InitiativeListItem[]; next: string | null; total: number}>(
            'listInitiatives',
            `${list}?near=6.8,53.3&radius=200000&limit=1${cursor}`,
          );
          check(
            page.data.every(({location}) => location !== null),
            'What is near has a place',
          );
          seen.push(...page.data.map(({id}) => id));
          check(seen.length <= page.total, 'Paging comes to an end');
          cursor = page.next === null ? '' : `&cursor=${page.next}`;
        } while (cursor !== '');
        checkEqual(new Set(seen).size, seen.length, 'How many were seen once');
      },
    },
    {
      name: 'places by name: what is asked for is checked, and needs no key of any kind',
      async run() {
        const asked = {key: null, idempotencyKey: null};
        const suggestions = `/communities/${api.region}/geo-suggestions`;
        checkProblem(await ask(api, 'POST', suggestions, {...asked, body: {q: ' ', limit: 21}}), 'request.invalid', {
          faults: [
            {pointer: '#/q', code: 'too-short'},
            {pointer: '#/limit', code: 'range'},
          ],
        });
        checkProblem(await ask(api, 'POST', `/communities/${api.region}/geo-reverse`, {...asked, body: {}}), 'request.invalid', {
          faults: [{pointer: '#/location', code: 'required'}],
        });
      },
    },
  ];
}
