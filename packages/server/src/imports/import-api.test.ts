import {faultTexts} from '@buurtkit/contract';
import {sql} from 'kysely';
import {expect, test} from 'vitest';
import {aCommunity, aKey, testApp, write, type TestApp} from '../testing/test-app.ts';
import {importSweeper} from './import-sweeper.ts';

const file = 'name,kind,summary_nl,slug\nTuin,other,Groen,tuin\nWinkel,shop,Brood,winkel\nKapot,winkel,Niets,kapot\n';

async function anOffer(content: string | Uint8Array<ArrayBuffer> = file, contentType = 'text/csv') {
  const app = await testApp();
  const community = await aCommunity(app, {slug: 'zierikzee'});
  const key = await aKey(app, community, 'coordinator');
  const post = (path: string, init: RequestInit = {}) =>
    app.request(`/v1/communities/zierikzee${path}`, {...write('POST', key, null), ...init});
  const {'Content-Type': _json, ...headers} = write('POST', key, null).headers as Record<string, string>;
  const offered = await post('/imports', {body: content, headers: {...headers, 'Content-Type': contentType}});
  const read = async (path: string) => app.request(`/v1/communities/zierikzee${path}`, {headers: {Authorization: `Bearer ${key}`}});
  return {app, key, post, read, offered};
}

/** What wakes the sweeper in a running server. */
async function sweep({services}: TestApp, now = new Date()): Promise<void> {
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

test('what is wrong with a row is told in the language of who asks', async () => {
  const {app, key, offered} = await anOffer();
  const {id} = await offered.json();
  const detailIn = async (language: string) => {
    const headers = {Authorization: `Bearer ${key}`, 'Accept-Language': language};
    return (await (await app.request(`/v1/communities/zierikzee/imports/${id}`, {headers})).json()).rows[2].faults[0].detail;
  };

  expect(await detailIn('nl')).toBe(faultTexts['not-allowed'].nl);
  expect(await detailIn('en')).toBe(faultTexts['not-allowed'].en);
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
  expect(await undone.json()).toMatchObject({state: 'undone', undone: {deleted: 2, restored: 0, left: 0, rows: []}});
  expect(await (await read('/exports?format=hsds')).text()).toBe(before);
  expect((await post(`/imports/${id}/commit`)).status).toBe(409);
  expect((await post(`/imports/${id}/undo`)).status).toBe(409);
  const audited = await app.database.owner.selectFrom('audit').select('action').where('subject_id', '=', id).orderBy('id').execute();
  expect(audited.map(({action}) => action)).toEqual(['import.created', 'import.updated', 'import.committed', 'import.undone']);
});

test('what people lean on since stays when it is taken back, and the answer tells so', async () => {
  const {app, offered, post, read} = await anOffer();
  const {id} = await offered.json();
  await post(`/imports/${id}/commit`);
  await sweep(app);
  const helping = {initiative: 'tuin', kind: 'once', title: {nl: 'Helpen'}, summary: {nl: 'Schoffelen'}};
  expect((await post('/opportunities', {body: JSON.stringify(helping)})).status).toBe(201);

  const undone = await (await post(`/imports/${id}/undo`)).json();

  expect(undone.undone).toEqual({deleted: 1, restored: 0, left: 1, rows: [{line: 2, slug: 'tuin'}]});
  expect(await (await read(`/imports/${id}`)).json()).toEqual(undone);
  expect((await (await read('/initiatives')).json()).data.map(({slug}: {slug: string}) => slug)).toEqual(['tuin']);
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

test('one that can’t be brought in holds up no other, says so, and comes in as soon as it can', async () => {
  const {app, offered, post, read} = await anOffer();
  const {id} = await offered.json();
  const other = await aCommunity(app, {slug: 'eemsdelta'});
  const otherKey = await aKey(app, other, 'coordinator');
  const {'Content-Type': _json, ...headers} = write('POST', otherKey, null).headers as Record<string, string>;
  const after = await app.request('/v1/communities/eemsdelta/imports', {
    ...write('POST', otherKey, null),
    body: 'name,kind,summary_nl\nMolen,other,Draait\n',
    headers: {...headers, 'Content-Type': 'text/csv'},
  });
  await post(`/imports/${id}/commit`);
  await app.request(`/v1/communities/eemsdelta/imports/${(await after.json()).id}/commit`, write('POST', otherKey, {}));
  await sql`alter table initiatives add constraint nothing_grows check (name <> 'Tuin')`.execute(app.database.owner);

  await sweep(app);
  const stopped = await (await read(`/imports/${id}`)).json();
  const others = await (await app.request('/v1/communities/eemsdelta/initiatives')).json();
  await sql`alter table initiatives drop constraint nothing_grows`.execute(app.database.owner);
  await sweep(app);
  const done = await (await read(`/imports/${id}`)).json();

  expect(stopped).toMatchObject({state: 'committing', warnings: [{line: 0, column: 'state'}]});
  expect(app.logged.filter((line) => line.includes('an import stopped') && line.includes(id))).toHaveLength(1);
  expect(others.total).toBe(1);
  expect(done).toMatchObject({state: 'committed', counts: {created: 2}, warnings: []});
});

test('text that is none is told in the report, and breaks nothing', async () => {
  const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
  const feature = (kind: string) =>
    `{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{"name":"Tuin","kind":"${kind}","summary":{"nl":"Groen"}}}]}`;
  const told = async (content: string | Uint8Array<ArrayBuffer>, type = 'text/csv') => {
    const {offered} = await anOffer(content, type);
    const {counts, rows, warnings} = await offered.json();
    return [offered.status, counts.created, rows[0]?.faults[0]?.value ?? null, warnings[0]?.column ?? null];
  };

  expect(await told(utf16('name\tkind\tsummary_nl\r\nCafé 🌱\tother\tGroen\r\n'))).toEqual([201, 1, null, null]);
  expect(await told('na\0me,kind,summary_nl\nTuin,other,Groen\n')).toEqual([201, 0, null, 'na\uFFFDme']);
  expect(await told('name,kind,summary_nl\nTuin,sh\0op,Groen\n')).toEqual([201, 0, 'sh\uFFFDop', null]);
  expect(await told(feature('x\\u0000'), 'application/geo+json')).toEqual([201, 0, 'x\uFFFD', null]);
  expect(await told(feature('\\ud800'), 'application/geo+json')).toEqual([201, 0, '\uFFFD', null]);
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
