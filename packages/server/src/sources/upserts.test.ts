import {expect, test} from 'vitest';
import {aCommunity, aKey, testApp, write, type TestApp} from '../testing/test-app.ts';

async function aSyncedCommunity() {
  const app = await testApp();
  const community = await aCommunity(app, {slug: 'zierikzee'});
  const key = await aKey(app, community, 'coordinator');
  const base = '/v1/communities/zierikzee';
  const send = (method: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
    app.request(`${base}${path}`, write(method, key, body, headers));
  return {app, base, send};
}

const tuin = {name: 'Buurttuin', kind: 'other', summary: {nl: 'Samen tuinieren.'}};
const record = (number: number, more: object = {}) => ({
  id: `r-${number}`,
  name: `Tuin ${number}`,
  kind: 'other',
  summary: {nl: 'Groen.'},
  ...more,
});

async function eventCount(app: TestApp): Promise<number> {
  return Number(
    (
      await app.database.owner
        .selectFrom('events')
        .select(({fn}) => fn.countAll().as('count'))
        .executeTakeFirstOrThrow()
    ).count,
  );
}

test('a record of another system is added the first time and changed after that, under the same id', async () => {
  const {send} = await aSyncedCommunity();
  const path = '/initiatives/by-external-id/sociale-kaart-x/a%2Fb%20c';

  const first = await send('PUT', path, tuin);
  const second = await send('PUT', path, {...tuin, name: 'Tuin van de buurt'});

  expect([first.status, second.status]).toEqual([201, 200]);
  const [added, changed] = [await first.json(), await second.json()];
  expect(first.headers.get('Location')).toMatch(/\/v1\/communities\/zierikzee\/initiatives\/buurttuin$/);
  expect(changed).toMatchObject({id: added.id, slug: 'buurttuin', name: 'Tuin van de buurt'});
  expect(changed.externalIds).toEqual([{source: 'sociale-kaart-x', id: 'a/b c'}]);
});

test('what a system keeps can’t be changed by others, until that system lets it go', async () => {
  const {app, base, send} = await aSyncedCommunity();
  const path = '/initiatives/by-external-id/x/1';
  const {slug} = await (await send('PUT', path, {...tuin, stage: 'idea'})).json();
  const change = async (changes: object) => {
    const etag = (await app.request(`${base}/initiatives/${slug}`)).headers.get('ETag') ?? '';
    return send('PATCH', `/initiatives/${slug}`, changes, {'If-Match': etag});
  };

  const refused = await change({stage: 'active', summary: {nl: 'Anders.'}});
  const byAnother = await send('PUT', '/initiatives/by-external-id/y/9', {...tuin, externalIds: [{source: 'x', id: '1'}], name: 'Anders'});
  expect((await change({since: '1998'})).status).toBe(200);
  await send('PUT', path, tuin);
  const allowed = await change({stage: 'active'});

  expect(refused.status).toBe(400);
  expect((await refused.json()).errors.map(({pointer, code}: {pointer: string; code: string}) => [pointer, code])).toEqual([
    ['#/stage', 'not-allowed'],
    ['#/summary', 'not-allowed'],
  ]);
  expect((await byAnother.json()).errors).toMatchObject([{pointer: '#/name', code: 'not-allowed'}]);
  expect(allowed.status).toBe(200);
  expect((await allowed.json()).ownedFields).toEqual(['kind', 'name', 'summary'].map((field) => ({field, source: 'x'})));
});

test('an organisation comes in with its place and whom it belongs to; one that isn’t there is named', async () => {
  const {send} = await aSyncedCommunity();
  await send('POST', '/places', {name: 'De Tille', city: 'Witteveen'});
  const partner = {name: 'Welzijn', kind: 'social-work', summary: {nl: 'Helpt.'}};

  const added = await send('PUT', '/partners/by-external-id/x/1', {...partner, place: 'de-tille'});
  const lost = await send('PUT', '/partners/by-external-id/x/2', {...partner, parent: 'nergens'});

  expect(added.status).toBe(201);
  expect(await added.json()).toMatchObject({slug: 'welzijn', place: {slug: 'de-tille'}});
  expect(lost.status).toBe(400);
  expect((await lost.json()).errors).toMatchObject([{code: 'unknown'}]);
});

test('many at once: each has its own result, a bad one stops no other, and what stands there already writes nothing', async () => {
  const {app, send} = await aSyncedCommunity();
  const records = [record(1), {...record(2), kind: 'winkel'}, record(3), {name: 'Zonder id'}, record(1), record(5, {slug: 'tuin-1'})];

  const first = (await (await send('POST', '/bulk-upserts', {source: 'x', resource: 'initiative', records})).json()).data;
  const events = await eventCount(app);
  const again = (await (await send('POST', '/bulk-upserts', {source: 'x', resource: 'initiative', records: [record(1), record(3)]})).json())
    .data;

  expect(first.map(({action}: {action: string}) => action)).toEqual(['created', 'refused', 'created', 'refused', 'refused', 'refused']);
  expect(first[1]).toMatchObject({index: 1, externalId: 'r-2', errors: [{pointer: '#/kind', code: 'not-allowed'}]});
  expect(first[3]).toMatchObject({externalId: null, id: null});
  expect(first[5].errors).toMatchObject([{pointer: '#/slug', code: 'not-allowed'}]);
  expect(again.map(({action, id}: {action: string; id: string}) => [action, id])).toEqual([
    ['unchanged', first[0].id],
    ['unchanged', first[2].id],
  ]);
  expect(await eventCount(app)).toBe(events);
});

test('two who bring the same records at once make each of them once', async () => {
  const {app, send} = await aSyncedCommunity();
  const body = {source: 'x', resource: 'initiative', records: Array.from({length: 50}, (_, index) => record(index))};

  const crowd = await Promise.all(Array.from({length: 6}, () => send('POST', '/bulk-upserts', body)));

  const created = await Promise.all(crowd.map(async (response) => (await response.json()).data));
  expect(created.flat().filter(({action}) => action === 'created')).toHaveLength(50);
  expect(await app.database.owner.selectFrom('initiatives').selectAll().execute()).toHaveLength(50);
});

test('more than a thousand records, or none, are refused as a whole', async () => {
  const {send} = await aSyncedCommunity();
  const of = (count: number) => ({
    source: 'x',
    resource: 'initiative',
    records: Array.from({length: count}, (_, index) => ({id: String(index)})),
  });

  expect((await send('POST', '/bulk-upserts', of(1001))).status).toBe(400);
  expect((await send('POST', '/bulk-upserts', of(0))).status).toBe(400);
});

test('a name that another thing has is refused at its place, and the records beside it come in', async () => {
  const {send} = await aSyncedCommunity();
  const bulk = async (...records: object[]) =>
    (await (await send('POST', '/bulk-upserts', {source: 's', resource: 'initiative', records})).json()).data;
  await bulk(record(1, {externalIds: [{source: 't', id: 'Z'}]}), record(2));
  const taken = [
    {source: 's', id: 'r-2'},
    {source: 't', id: 'Z'},
  ];

  const results = await bulk(record(2, {externalIds: taken}), record(3));
  const twice = await bulk(record(4, {externalIds: [taken[1], {source: 'u', id: '1'}, {source: 'u', id: '1'}]}));
  const {id: _id, ...alone} = record(2, {externalIds: taken});
  const put = await send('PUT', '/initiatives/by-external-id/s/r-2', alone);

  expect(results.map(({action}: {action: string}) => action)).toEqual(['refused', 'created']);
  expect(results[0].errors).toMatchObject([{pointer: '#/externalIds/1', code: 'not-allowed'}]);
  expect(twice[0].errors).toMatchObject([{pointer: '#/externalIds/2', code: 'not-allowed'}]);
  expect(put.status).toBe(400);
  expect((await put.json()).errors).toMatchObject([{pointer: '#/externalIds/1', code: 'not-allowed'}]);
});

test('a record that names the same organisation twice is unchanged the next time', async () => {
  const {app, send} = await aSyncedCommunity();
  await send('POST', '/partners', {name: 'Welzijn', kind: 'social-work', summary: {nl: 'Helpt.'}});
  const member = {partner: 'welzijn', role: 'lead'};
  const nightly = async () => {
    const told: string[] = [];
    for (const [resource, more] of [
      ['initiative', {coalition: [member, member, {...member, role: 'funder'}]}],
      ['partner', {kind: 'social-work', members: ['welzijn', 'welzijn']}],
    ] as const) {
      const answer = await send('POST', '/bulk-upserts', {source: 's', resource, records: [record(1, more)]});
      told.push(...(await answer.json()).data.map(({action}: {action: string}) => action));
    }
    return told;
  };

  const nights = [await nightly(), await nightly()];

  expect(nights).toEqual([
    ['created', 'created'],
    ['unchanged', 'unchanged'],
  ]);
  const coalitions = await app.database.owner.selectFrom('coalitions').select('role').orderBy('position').execute();
  expect(coalitions.map(({role}) => role)).toEqual(['lead', 'funder']);
});
