import type {Partner, PartnerListItem, Problem, Service} from '@buurtkit/contract';
import {afterAll, expect, test} from 'vitest';
import {createInitiative} from '../initiatives/create-initiative.ts';
import {createService} from '../services/create-service.ts';
import {aCommunity, aKey, aScope, createTestApp, write} from '../testing/test-app.ts';
import {createPartner} from './create-partner.ts';

const app = await createTestApp();
afterAll(() => app.close());
app.setNow(new Date('2026-11-23T09:00:00Z'));

const utrecht = await aCommunity(app, {slug: 'utrecht'});
const groningen = await aCommunity(app, {slug: 'groningen'});
await aCommunity(app, {slug: 'noord-en-midden', kind: 'region', members: ['utrecht', 'groningen']});
const now = new Date('2026-11-23T09:00:00Z');
const inUtrecht = {...aScope(app, utrecht), now};
const inGroningen = {...aScope(app, groningen), now};
const admin = await aKey(app, utrecht, 'admin');

const everyWeekday = {
  rules: [{weekdays: ['mo', 'tu', 'we', 'th', 'fr'] as ('mo' | 'tu' | 'we' | 'th' | 'fr')[], nth: null, opens: '09:00', closes: '12:00'}],
  exceptions: [],
  isOpenOnHolidays: false,
  isByAppointment: false,
  note: null,
};

await createPartner(inUtrecht, {
  name: 'Welzijn Lombok',
  kind: 'social-work',
  summary: {nl: 'Naast bewoners.'},
  areas: [{code: 'BU03440101', year: 2025, name: 'Lombok'}],
});
await createPartner(inUtrecht, {name: 'Élan', kind: 'culture', summary: {nl: 'Theater.'}});
await createPartner(inUtrecht, {name: 'Zorg Oost', kind: 'care', summary: {nl: 'Thuiszorg.'}});
await createPartner(inUtrecht, {name: 'Movisie', kind: 'knowledge', summary: {nl: 'Kennis.'}});
await createPartner(inGroningen, {name: 'Zorg Oost', kind: 'care', summary: {nl: 'Ook thuiszorg.'}});
await createPartner(inGroningen, {name: 'Buurtbalie', kind: 'social-work', summary: {nl: 'Balie.'}});
const walkIn = await createService(inUtrecht, {
  partner: 'welzijn-lombok',
  name: {nl: 'Schuldhulpspreekuur'},
  summary: {nl: 'Loop binnen.'},
  functions: ['advice', 'information'],
  themes: ['work'],
  openingHours: everyWeekday,
});
await createService(inGroningen, {partner: 'buurtbalie', name: {nl: 'Koffie'}, summary: {nl: 'Inloop.'}, functions: ['meeting']});

type Page = {data: PartnerListItem[]; total: number; next: string | null; facets: Record<string, {value: string; count: number}[]>};

async function list(query = '', community = 'noord-en-midden', resource = 'partners'): Promise<Page> {
  const response = await app.request(`/v1/communities/${community}/${resource}?${query}`);
  expect(response.status).toBe(200);
  return (await response.json()) as Page;
}
const names = async (query: string, community?: string) => (await list(query, community)).data.map(({name}) => name);
const get = async (path: string) => app.request(`/v1/communities/${path}`);
const etagOf = async (path: string) => (await get(path)).headers.get('ETag') ?? '';

test('organisations stand in the order of a Dutch address book, page after page, and only those of one’s own', async () => {
  expect(await names('', 'utrecht')).toEqual(['Élan', 'Movisie', 'Welzijn Lombok', 'Zorg Oost']);

  const seen: string[] = [];
  for (let cursor = ''; ;) {
    const page = await list(`limit=2${cursor}`);
    seen.push(...page.data.map(({name, community}) => `${name} ${community}`));
    if (page.next === null) break;
    cursor = `&cursor=${page.next}`;
  }
  expect(seen).toHaveLength(6);
  expect(new Set(seen).size).toBe(6);
  expect(seen.slice(0, 2)).toEqual(['Buurtbalie groningen', 'Élan utrecht']);
});

test('one finds an organisation by its name with a typing error, by a part of a word, by its kind, and by what its services are called', async () => {
  expect(await names('q=movisei')).toEqual(['Movisie']);
  expect(await names('q=lombok')).toEqual(['Welzijn Lombok']);
  expect(await names('q=schuldhulp')).toEqual(['Welzijn Lombok']);
  expect(await names('q=welzijnswerk')).toEqual(['Buurtbalie', 'Welzijn Lombok']);
  expect(await names('q=theater')).toEqual(['Élan']);
  expect(await names('q=voetbal')).toEqual([]);
  expect(await names('q=koffie', 'utrecht')).toEqual([]);
});

test('a count says how many there would be with that value instead, and the counts of a whole add up', async () => {
  const {facets, total} = await list('kind=care&facets=kind,function,theme,area,community');

  for (const key of ['kind', 'function', 'theme', 'area', 'community'])
    for (const {value, count} of facets[key]!) {
      const others = key === 'kind' ? '' : 'kind=care&';
      expect([key, value, count]).toEqual([key, value, (await list(`${others}${key}=${value}`)).total]);
    }
  expect(total).toBe(2);
  expect(facets['kind']!.reduce((sum, {count}) => sum + count, 0)).toBe(6);
  expect(facets['kind']).toHaveLength(17);
  expect(facets['function']).toHaveLength(7);
});

test('a neighbourhood belongs to its municipality', async () => {
  expect(await names('area=GM0344')).toEqual(['Welzijn Lombok']);
  expect(await names('area=WK034401')).toEqual(['Welzijn Lombok']);
});

test('one sees who is open now or later, and not what is no longer there', async () => {
  expect(await names('open=now')).toEqual(['Welzijn Lombok']);
  expect(await names('open=2026-11-23T15:00:00Z')).toEqual([]);
  expect(await names('open=2026-11-24T10:30:00%2B01:00')).toEqual(['Welzijn Lombok']);
  expect((await app.request('/v1/communities/utrecht/partners?open=2027-11-23T15:00:00Z')).status).toBe(400);
  expect((await list('open=now', 'noord-en-midden', 'services')).total).toBe(1);
});

test('what an organisation does is what its services do that are there', async () => {
  const path = `utrecht/services/${walkIn}`;
  const before = (await (await get('utrecht/partners/welzijn-lombok')).json()) as Partner;
  expect([before.functions, before.themes]).toEqual([['advice', 'information'], ['work']]);
  expect(before.services[0]?.opening?.openings[0]).toEqual({from: '2026-11-23T08:00:00.000Z', until: '2026-11-23T11:00:00.000Z'});

  const change = async (status: string) => {
    const init = write('PATCH', admin, {status}, {'If-Match': await etagOf(path)});
    const response = await app.request(`/v1/communities/${path}`, init);
    expect(response.status).toBe(200);
    return (await response.json()) as Service;
  };
  const closed = await change('temporarily-closed');

  expect(closed.opening?.openings).toEqual([]);
  expect((await list('function=advice')).total).toBe(0);
  expect((await list('open=now')).total).toBe(0);
  expect(await names('q=schuldhulp')).toEqual([]);

  await change('active');
  expect(await names('open=now&function=advice')).toEqual(['Welzijn Lombok']);
});

test('two organisations of a region with one slug are told apart by their community', async () => {
  const problem = (await (await get('noord-en-midden/partners/zorg-oost')).json()) as Problem & {addresses: string[]};

  expect(problem).toMatchObject({code: 'slug.ambiguous', addresses: ['groningen~zorg-oost', 'utrecht~zorg-oost']});
  expect(await (await get('noord-en-midden/partners/groningen~zorg-oost')).json()).toMatchObject({community: 'groningen'});
  expect((await get('utrecht/partners/buurtbalie')).status).toBe(404);
});

test('an initiative names who stands behind it, of whatever community, and they show it in turn', async () => {
  const coalition = [
    {partner: 'utrecht~movisie', role: 'follows', since: '2012'},
    {partner: 'buurtbalie', role: 'lead'},
    {partner: 'zorg-oost', role: 'partner'},
    {partner: 'utrecht~elan', role: 'partner'},
  ] as const;
  await createInitiative(inGroningen, {name: 'STIP', kind: 'information-desk', summary: {nl: 'Loket.'}, coalition: [...coalition]});
  await createInitiative(inUtrecht, {
    name: 'Eettafel',
    kind: 'meal-service',
    summary: {nl: 'Eten.'},
    coalition: [{partner: 'movisie', role: 'follows'}],
  });

  const stip = (await (await get('groningen/initiatives/stip')).json()) as {coalition: {partner: {name: string}; role: string}[]};
  expect(stip.coalition.map(({partner, role}) => [partner.name, role])).toEqual([
    ['Buurtbalie', 'lead'],
    ['Élan', 'partner'],
    ['Zorg Oost', 'partner'],
    ['Movisie', 'follows'],
  ]);
  const [listed] = (await list('q=stip', 'groningen', 'initiatives')).data as unknown as (typeof stip)[];
  expect(listed?.coalition).toEqual(stip.coalition);

  const movisie = (await (await get('utrecht/partners/movisie')).json()) as Partner;
  expect(movisie.initiativeCount).toBe(2);
  expect(movisie.coalition).toEqual([
    {initiative: {slug: 'eettafel', community: 'utrecht', name: 'Eettafel'}, role: 'follows', since: null},
    {initiative: {slug: 'stip', community: 'groningen', name: 'STIP'}, role: 'follows', since: '2012'},
  ]);
});

test('a coalition with somebody who isn’t there, or twice in one role, is refused with its place, and changes nothing', async () => {
  const key = await aKey(app, groningen, 'coordinator');
  const patch = async (coalition: unknown) => {
    const response = await app.request('/v1/communities/groningen/initiatives/stip', write('PATCH', key, {coalition}, {'If-Match': '*'}));
    return (await response.json()) as Problem;
  };

  const unknown = await patch([
    {partner: 'movisie', role: 'lead'},
    {partner: 'utrecht~movisie', role: 'lead'},
    {partner: 'nergens~x', role: 'lead'},
  ]);
  const twice = await patch([
    {partner: 'buurtbalie', role: 'lead'},
    {partner: 'groningen~buurtbalie', role: 'lead'},
  ]);

  expect(unknown.errors).toMatchObject([
    {pointer: '#/coalition/0/partner', code: 'unknown'},
    {pointer: '#/coalition/2/partner', code: 'unknown'},
  ]);
  expect(twice.errors).toMatchObject([{pointer: '#/coalition/1', code: 'not-allowed'}]);
  expect(((await (await get('groningen/initiatives/stip')).json()) as {coalition: unknown[]}).coalition).toHaveLength(4);
});

test('of two who edit an organisation at once the second is told, and overwrites nothing', async () => {
  const path = '/v1/communities/utrecht/partners/movisie';
  const seen = await etagOf('utrecht/partners/movisie');

  const first = await app.request(path, write('PATCH', admin, {city: 'Utrecht'}, {'If-Match': seen}));
  const second = await app.request(path, write('PATCH', admin, {city: 'Elders'}, {'If-Match': seen}));

  expect([first.status, second.status]).toEqual([200, 412]);
  expect(await (await app.request(path)).json()).toMatchObject({city: 'Utrecht'});
});

test('an organisation changes its own page and its own services, and nobody else’s', async () => {
  const own = await aKey(app, utrecht, 'organiser', 'partner:welzijn-lombok');
  const match = {'If-Match': '*'};
  const base = '/v1/communities/utrecht';
  const service = {name: {nl: 'Nieuw'}, summary: {nl: 'Nieuw.'}, functions: ['support']};

  const statuses = [
    await app.request(`${base}/partners/welzijn-lombok`, write('PATCH', own, {website: 'https://welzijn.example'}, match)),
    await app.request(`${base}/partners/movisie`, write('PATCH', own, {website: 'https://welzijn.example'}, match)),
    await app.request(`${base}/services`, write('POST', own, {...service, partner: 'welzijn-lombok'})),
    await app.request(`${base}/services`, write('POST', own, {...service, partner: 'movisie'})),
    await app.request(`${base}/services/${walkIn}`, write('PATCH', own, {cost: {nl: 'Gratis.'}}, match)),
  ].map(({status}) => status);

  expect(statuses).toEqual([200, 403, 201, 403, 200]);
});

test('a field that another system keeps can’t be changed here', async () => {
  await app.database.owner
    .updateTable('partners')
    .set({owned_fields: JSON.stringify({name: 'sociale-kaart'})})
    .where('slug', '=', 'elan')
    .execute();

  const response = await app.request(
    '/v1/communities/utrecht/partners/elan',
    write('PATCH', admin, {name: 'Anders', city: 'Utrecht'}, {'If-Match': '*'}),
  );

  expect(response.status).toBe(400);
  expect(((await response.json()) as Problem).errors).toMatchObject([{pointer: '#/name', code: 'not-allowed'}]);
  expect(await (await get('utrecht/partners/elan')).json()).toMatchObject({
    name: 'Élan',
    city: null,
    ownedFields: [{field: 'name', source: 'sociale-kaart'}],
  });
});

test('a network has members of several communities, who show it; nobody is part of itself', async () => {
  const made = await app.request(
    '/v1/communities/utrecht/partners',
    write('POST', admin, {
      name: 'Samen Sterk',
      kind: 'network',
      summary: {nl: 'Netwerk.'},
      members: ['groningen~buurtbalie', 'elan'],
      parent: 'movisie',
    }),
  );

  expect(made.status).toBe(201);
  expect(await made.json()).toMatchObject({
    members: [{name: 'Buurtbalie', community: 'groningen'}, {name: 'Élan'}],
    parent: {slug: 'movisie'},
  });
  expect(await (await get('groningen/partners/buurtbalie')).json()).toMatchObject({
    networks: [{slug: 'samen-sterk', community: 'utrecht'}],
  });
  const itself = await app.request(
    '/v1/communities/utrecht/partners/samen-sterk',
    write('PATCH', admin, {parent: 'samen-sterk'}, {'If-Match': '*'}),
  );
  expect(((await itself.json()) as Problem).errors).toMatchObject([{pointer: '#/parent', code: 'not-allowed'}]);
});

test('who syncs hears of every change, with an address that is there', async () => {
  const {data} = (await (await get('utrecht/events?limit=100')).json()) as {data: {type: string; subject: string}[]};

  expect(new Set(data.map(({type}) => type))).toEqual(
    new Set(
      ['partner.created', 'partner.updated', 'service.created', 'service.updated', 'initiative.created'].map(
        (type) => `nl.buurtkit.${type}`,
      ),
    ),
  );
  for (const subject of new Set(data.map((event) => event.subject))) expect((await get(`utrecht/${subject}`)).status).toBe(200);
});
