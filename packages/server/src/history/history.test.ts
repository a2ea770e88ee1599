import type {HistoryEntry} from '@buurtkit/contract';
import {sql} from 'kysely';
import {afterAll, expect, test} from 'vitest';
import {createInitiative} from '../initiatives/create-initiative.ts';
import {aCommunity, aKey, aScope, createTestApp, write} from '../testing/test-app.ts';

const app = await createTestApp();
afterAll(() => app.close());

const [asten, boxtel] = [await aCommunity(app, {slug: 'asten'}), await aCommunity(app, {slug: 'boxtel'})];
await aCommunity(app, {slug: 'streek', kind: 'region', members: ['asten', 'boxtel']});
for (const community of [asten, boxtel])
  await createInitiative(aScope(app, community), {slug: 'dorpshuis', name: 'Dorpshuis', kind: 'other', summary: {nl: 'Samen.'}});
const key = await aKey(app, asten, 'organiser', 'initiative:dorpshuis');
const change = (body: unknown) => app.request('/v1/communities/asten/initiatives/dorpshuis', write('PATCH', key, body, {'If-Match': '*'}));
await change({stage: 'paused', summary: {nl: 'Even niet.'}});
await change({stage: 'active'});

type Page = {data: HistoryEntry[]; total: number; next: string | null};
const read = async (path: string) => (await (await app.request(`/v1/communities/${path}`)).json()) as Page;

test('the history says what was changed, when and in what role, the last first, and not by whom', async () => {
  const history = await read('asten/initiatives/dorpshuis/history');

  expect(history.data.map(({actor, action, fields}) => [actor, action, fields.toSorted()])).toEqual([
    ['organiser', 'initiative.updated', ['stage']],
    ['organiser', 'initiative.updated', ['stage', 'summary']],
    ['command', 'initiative.created', []],
  ]);
  const {rows} = await sql<{actor_id: string}>`select actor_id from audit where actor_id is not null`.execute(app.database.owner);
  expect(rows.length).toBeGreaterThan(0);
  for (const {actor_id: id} of rows) expect(JSON.stringify(history)).not.toContain(id);
});

test('page by page it is the same history', async () => {
  const seen: HistoryEntry[] = [];
  for (let next: string | null = '', pages = 0; next !== null && pages < 9; pages += 1) {
    const page: Page = await read(`asten/initiatives/dorpshuis/history?limit=1${next ? `&cursor=${next}` : ''}`);
    seen.push(...page.data);
    next = page.next;
  }

  expect(seen).toEqual((await read('asten/initiatives/dorpshuis/history')).data);
});

test('in a region each of two with one name has its own history, told apart by address', async () => {
  const ambiguous = await app.request('/v1/communities/streek/initiatives/dorpshuis/history');

  expect([ambiguous.status, await ambiguous.json()]).toMatchObject([409, {addresses: ['asten~dorpshuis', 'boxtel~dorpshuis']}]);
  expect((await read('streek/initiatives/asten~dorpshuis/history')).total).toBe(3);
  expect((await read('streek/initiatives/boxtel~dorpshuis/history')).total).toBe(1);
});

test('the page tells the history without JavaScript, in words', async () => {
  const html = await (await app.request('/asten/initiatieven/dorpshuis')).text();

  expect(html).toContain('Geschiedenis');
  expect(html.replaceAll(/\s+/g, ' ')).toContain('gewijzigd: fase en samenvatting, door het initiatief zelf');
});

test('nobody changes what was done: not the app, not the owner of the database', async () => {
  const {owner, app: appRole} = app.database;

  for (const statement of [
    sql`update audit set actor = 'admin'`,
    sql`delete from audit`,
    sql`truncate audit`,
    sql`truncate audit cascade`,
  ]) {
    await expect(statement.execute(owner)).rejects.toMatchObject({code: '42501'});
    await expect(statement.execute(appRole)).rejects.toMatchObject({code: '42501'});
  }
  const {rows} = await sql<{usesuper: boolean}>`select usesuper from pg_user where usename = current_user`.execute(owner);
  expect(rows).toEqual([{usesuper: true}]);
});
