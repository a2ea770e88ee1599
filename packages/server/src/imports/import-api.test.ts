import {expect, test} from 'vitest';
import {readConfig} from '../config.ts';
import {aCommunity, aKey, publicUrl, testApp, write, type TestApp} from '../testing/test-app.ts';
import type {Services} from '../services.ts';
import {importSweeper} from './import-sweeper.ts';

const file = 'name,kind,summary_nl,slug\nTuin,other,Groen,tuin\nWinkel,shop,Brood,winkel\nKapot,winkel,Niets,kapot\n';

async function anOffer(content = file, contentType = 'text/csv') {
  const app = await testApp();
  const community = await aCommunity(app, {slug: 'zierikzee'});
  const key = await aKey(app, community, 'coordinator');
  const post = (path: string, init: RequestInit = {}) =>
    app.request(`/v1/communities/zierikzee${path}`, {...write('POST', key, null), ...init});
  const {'Content-Type': _json, ...headers} = write('POST', key, null).headers as Record<string, string>;
  const offered = await post('/imports', {body: content, headers: {...headers, 'Content-Type': contentType}});
  const read = async (path: string) => app.request(`/v1/communities/zierikzee${path}`, {headers: {Authorization: `Bearer ${key}`}});
  return {app, post, read, offered};
}

/** What wakes the sweeper in a running server. */
async function sweep({database}: TestApp, now = new Date()): Promise<void> {
  const services = {database, config: readConfig({}), publicUrl, stopping: new AbortController().signal} as Services;
  await importSweeper.sweep(services, now);
}

async function keptPieces({database}: TestApp): Promise<number> {
  return (await database.owner.selectFrom('import_chunks').select('position').execute()).length;
}

test('a file that is offered changes nothing, and tells what it would do', async () => {
  const {offered, read} = await anOffer();

  expect(offered.status).toBe(201);
  const told = await offered.json();
  expect(told).toMatchObject({format: 'csv', state: 'planned', counts: {created: 2, updated: 0, unchanged: 0, refused: 1}});
  expect(told.rows).toMatchObject([
    {line: 2, action: 'created', slug: 'tuin', faults: []},
    {line: 3, action: 'created', slug: 'winkel', faults: []},
    {line: 4, action: 'refused', slug: null, faults: [{column: 'kind', value: 'winkel'}]},
  ]);
  expect((await (await read('/initiatives')).json()).total).toBe(0);
  expect(await (await read(`/imports/${told.id}`)).json()).toEqual(told);
});

test('accepted, it comes in by itself; taken back, all is as it was', async () => {
  const {app, offered, post, read} = await anOffer();
  const {id} = await offered.json();
  const before = await (await read('/exports?format=hsds')).text();

  const accepted = await post(`/imports/${id}/commit`);
  await sweep(app);
  const done = await (await read(`/imports/${id}`)).json();
  const exported = await (await read('/exports?format=csv')).text();
  const undone = await post(`/imports/${id}/undo`);

  expect(accepted.status).toBe(202);
  expect((await accepted.json()).state).toBe('committing');
  expect(done).toMatchObject({state: 'committed', counts: {created: 2, refused: 1}});
  expect(exported).toContain(',tuin,Tuin,');
  expect(await keptPieces(app)).toBe(0);
  expect((await undone.json()).state).toBe('undone');
  expect(await (await read('/exports?format=hsds')).text()).toBe(before);
  expect((await post(`/imports/${id}/commit`)).status).toBe(409);
  expect((await post(`/imports/${id}/undo`)).status).toBe(409);
  const audited = await app.database.owner.selectFrom('audit').select('action').where('subject_id', '=', id).orderBy('id').execute();
  expect(audited.map(({action}) => action)).toEqual(['import.created', 'import.updated', 'import.committed', 'import.undone']);
});

test('one that is taken back before its turn never comes in', async () => {
  const {app, offered, post, read} = await anOffer();
  const {id} = await offered.json();

  await post(`/imports/${id}/commit`);
  await post(`/imports/${id}/undo`);
  await sweep(app);

  expect((await (await read('/initiatives')).json()).total).toBe(0);
  expect(await keptPieces(app)).toBe(0);
});

test('a file that nobody accepts is forgotten after thirty days, and not before', async () => {
  const {app} = await anOffer();
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

  await sweep(app, inDays(29));
  const after29 = await keptPieces(app);
  await sweep(app, inDays(31));

  expect([after29, await keptPieces(app)]).toEqual([1, 0]);
});

test('a kind of file that we don’t read is refused', async () => {
  expect((await anOffer('x', 'application/zip')).offered.status).toBe(415);
  expect((await anOffer('{}', 'application/json')).offered.status).toBe(201);
});
