import type {Initiative, InitiativeListItem} from '@buurtkit/contract';
import {absentSlug, ask, checkAnswer, checkProblem, freshName, mediaType, type ApiUnderTest, type ShapeCase} from './api-under-test.ts';
import {check, checkEqual} from './checks.ts';
import {routeNamed} from './route-example.ts';
import {anInitiative, newInitiative} from './route-examples.ts';

type ListPage = {data: InitiativeListItem[]; total: number; next: string | null; facets: Record<string, {value: string; count: number}[]>};

/** What holds for initiatives next to what holds for every route. */
export function initiativeCases(api: ApiUnderTest): ShapeCase[] {
  const own = `/communities/${api.community}/initiatives`;
  const regional = `/communities/${api.region}/initiatives`;
  const list = async (path: string) => checkAnswer(await ask(api, 'GET', path), routeNamed('listInitiatives'), 200) as ListPage;

  return [
    {
      name: 'initiatives: one that isn’t there is not found, whatever its address looks like',
      async run() {
        for (const slug of [absentSlug, 'HOOFDLETTERS', '%20', 'x'.repeat(200), `${absentSlug}~${absentSlug}`]) {
          checkProblem(await ask(api, 'GET', `${own}/${slug}`), 'initiative.not-found');
        }
        const answered = await ask(api, 'PATCH', `${own}/${absentSlug}`, {headers: {'If-Match': '"1"'}, body: {stage: 'paused'}});
        checkProblem(answered, 'initiative.not-found');
      },
    },
    {
      name: 'initiatives: list items leave out the story, one thing has it',
      async run() {
        const {content} = await anInitiative(api);
        check(Array.isArray(content['story']), 'An initiative has its story');
        check(
          (await list(own)).data.every((item) => !('story' in item)),
          'A list item has no story',
        );
      },
    },
    {
      name: 'initiatives: following next shows every initiative once, and Link says the same',
      async run() {
        const {total} = await list(`${regional}?limit=1`);
        const seen: string[] = [];
        for (let path: string | null = `${regional}?limit=2`; path;) {
          const answered = await ask(api, 'GET', path);
          const page = checkAnswer(answered, routeNamed('listInitiatives'), 200) as ListPage;
          checkEqual(page.total, total, 'The total on a later page');
          check(page.data.length > 0 && page.data.length <= 2, 'A page has at least one and at most `limit` initiatives');
          seen.push(...page.data.map(({id}) => id));
          const link = /^<([^>]+)>; rel="next"$/.exec(answered.headers.get('Link') ?? '')?.[1];
          const linked: URL | null = link === undefined ? null : new URL(link, `${api.origin}/v1${path}`);
          checkEqual(linked?.searchParams.get('cursor') ?? null, page.next, 'The cursor in Link');
          path = linked && `${linked.pathname.replace(/^\/v1/, '')}${linked.search}`;
          check(seen.length <= total, 'Paging comes to an end');
        }
        checkEqual([new Set(seen).size, seen.length], [total, total], 'How many were seen');
      },
    },
    {
      name: 'initiatives: all faults of a query are named at once',
      async run() {
        const answered = await ask(api, 'GET', `${own}?limit=0&kind=shop,castle&theme=Eten%21&sort=name&sort=date&q=&facets=color&limt=1`);
        checkProblem(answered, 'request.invalid', {
          faults: [
            {parameter: 'limit', code: 'range'},
            {parameter: 'kind', code: 'not-allowed'},
            {parameter: 'theme', code: 'format'},
            {parameter: 'sort', code: 'format'},
            {parameter: 'q', code: 'too-short'},
            {parameter: 'facets', code: 'not-allowed'},
            {parameter: 'limt', code: 'unknown'},
          ],
        });
      },
    },
    ...[
      {query: 'limit=101', fault: {parameter: 'limit', code: 'range' as const}},
      {query: 'limit=tien', fault: {parameter: 'limit', code: 'format' as const}},
      {query: 'limit=1.5', fault: {parameter: 'limit', code: 'format' as const}},
      {query: `q=${'x'.repeat(101)}`, fault: {parameter: 'q', code: 'too-long' as const}},
      {query: 'cursor=zomaar', fault: {parameter: 'cursor', code: 'format' as const}},
      {query: 'fields=story', fault: {parameter: 'fields', code: 'not-allowed' as const}},
      {query: 'format=pdf', fault: {parameter: 'format', code: 'not-allowed' as const}},
    ].map(({query, fault}): ShapeCase => ({
      name: `initiatives: ?${query.slice(0, 20)} is a fault`,
      async run() {
        checkProblem(await ask(api, 'GET', `${own}?${query}`), 'request.invalid', {faults: [fault]});
      },
    })),
    {
      name: 'initiatives: with fields there are only those, and the id',
      async run() {
        const {data} = await list(`${own}?fields=slug,name`);
        for (const item of data) checkEqual(Object.keys(item).sort(), ['id', 'name', 'slug'], 'The fields of an item');
      },
    },
    {
      name: 'initiatives: facets count what the list has, and only those that were asked for',
      async run() {
        const {total, facets} = await list(`${regional}?facets=kind,community`);
        checkEqual(Object.keys(facets).sort(), ['community', 'kind'], 'The facets');
        for (const counts of Object.values(facets))
          checkEqual(
            counts.reduce((sum, {count}) => sum + count, 0),
            total,
            'The counts together',
          );
        checkEqual((await list(regional)).facets, {}, 'The facets that nobody asked for');
      },
    },
    {
      name: 'initiatives: as GeoJSON, by Accept or by format',
      async run() {
        for (const answered of [
          await ask(api, 'GET', regional, {headers: {Accept: 'application/geo+json'}}),
          await ask(api, 'GET', `${regional}?format=geojson`),
        ]) {
          checkEqual(mediaType(answered), 'application/geo+json', 'Content-Type');
          const found = checkAnswer(answered, routeNamed('listInitiatives'), 200, 'geojson') as {
            features: {id: string}[];
            numberReturned: number;
            numberMatched: number;
          };
          checkEqual(found.numberReturned, found.features.length, 'numberReturned');
          checkEqual(found.numberMatched, (await list(regional)).total, 'numberMatched');
        }
      },
    },
    {
      name: 'initiatives: as CSV the whole result, by Accept or by format, which wins',
      async run() {
        const asked = [
          await ask(api, 'GET', regional, {headers: {Accept: 'text/csv'}}),
          await ask(api, 'GET', `${regional}?format=csv&limit=1`, {headers: {Accept: 'application/json'}}),
        ];
        for (const answered of asked) {
          checkEqual([answered.status, mediaType(answered)], [200, 'text/csv'], 'Status and Content-Type');
          check(
            answered.text.startsWith(
              '\uFEFFid,slug,name,kind,stage,themes,context,since,city,areaCode,areaYear,lon,lat,precision,summary_nl,summary_en,',
            ),
            'CSV begins with a BOM and the columns',
          );
          check(answered.text.endsWith('\r\n'), 'A line ends with CRLF');
          const ids = new Set(answered.text.match(/^[0-9a-f]{8}-[0-9a-f-]{27}(?=,)/gm));
          checkEqual(ids.size, (await list(regional)).total, 'The number of lines');
        }
      },
    },
    {
      name: 'initiatives: all faults of a new one are named at once, with their places',
      async run() {
        const body = {
          kind: 'castle',
          summary: {en: 'Only English'},
          themes: ['Eten!'],
          location: {type: 'Point', coordinates: [200, 52]},
          slug: 'Niet Goed',
        };
        checkProblem(await ask(api, 'POST', own, {body}), 'request.invalid', {
          faults: [
            {pointer: '#/name', code: 'required'},
            {pointer: '#/kind', code: 'not-allowed'},
            {pointer: '#/summary/nl', code: 'required'},
            {pointer: '#/themes/0', code: 'format'},
            {pointer: '#/location/coordinates/0', code: 'range'},
            {pointer: '#/slug', code: 'format'},
          ],
        });
      },
    },
    {
      name: 'initiatives: a slug that is taken is refused, one made from a name that is taken gets a number',
      async run() {
        const {slug, content} = await anInitiative(api);
        checkProblem(await ask(api, 'POST', own, {body: {...newInitiative('Nog een'), slug}}), 'slug.taken');
        const second = await ask(api, 'POST', own, {body: newInitiative(String(content['name']))});
        const other = checkAnswer(second, routeNamed('createInitiative'), 201) as Initiative;
        check(other.slug !== slug, 'Two initiatives have two slugs');
      },
    },
    {
      name: 'initiatives: what is left out of a change stays as it is',
      async run() {
        const {path, etag, content} = await anInitiative(api);
        const answered = await ask(api, 'PATCH', path, {
          headers: {'If-Match': etag},
          body: {stage: 'paused', lookingFor: [{text: {nl: 'Handen.'}, kind: null}]},
        });
        const changed = checkAnswer(answered, routeNamed('changeInitiative'), 200) as Record<string, unknown>;
        const expected = {...content, stage: 'paused', lookingFor: [{text: {nl: 'Handen.'}, kind: null}], updatedAt: changed['updatedAt']};
        checkEqual(changed, expected, 'The changed initiative');
        checkEqual((await ask(api, 'GET', path)).headers.get('ETag'), answered.headers.get('ETag'), 'The ETag after a change');
      },
    },
    {
      name: 'initiatives: the region shows those of its members under their own community',
      async run() {
        const {slug, content} = await anInitiative(api);
        const answered = await ask(api, 'GET', `${regional}/${api.community}~${slug}`);
        checkEqual(
          (checkAnswer(answered, routeNamed('getInitiative'), 200) as Initiative).id,
          content['id'],
          'The initiative within the region',
        );
        const found = await list(`${regional}?q=${encodeURIComponent(freshName('niets'))}`);
        checkEqual([found.data, found.total, found.next], [[], 0, null], 'A search without a result');
      },
    },
  ];
}
