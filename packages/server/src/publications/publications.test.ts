import type {Edition, Publication} from '@buurtkit/contract';
import {sql} from 'kysely';
import {expect, test} from 'vitest';
import type {Community} from '../communities/community.ts';
import {changeInitiative} from '../initiatives/change-initiative.ts';
import {createInitiative} from '../initiatives/create-initiative.ts';
import {aCommunity, aKey, aScope, testApp, write, type TestApp} from '../testing/test-app.ts';

const chapter = (title: string, text = 'Zo ging het.') => ({title: {nl: title}, text: {nl: text}});

async function anInitiative(app: TestApp, community: Community, name: string, chapters: readonly string[] = []): Promise<void> {
  await createInitiative(aScope(app, community), {
    name,
    slug: name.toLowerCase().replaceAll(' ', '-'),
    kind: 'other',
    summary: {nl: `${name} is van de buurt.`},
    story: chapters.map((title) => chapter(title)),
  });
}

/** A region of two municipalities, its editor's key, and a publication of all that tell a story. */
async function aPublication() {
  const app = await testApp();
  const [asten, boxtel] = [await aCommunity(app, {slug: 'asten'}), await aCommunity(app, {slug: 'boxtel'})];
  const region = await aCommunity(app, {slug: 'buurtkracht', kind: 'region', members: ['asten', 'boxtel']});
  await anInitiative(app, asten, 'Dorpshuis', ['De sleutel']);
  await anInitiative(app, boxtel, 'Buurthuis', ['De brief']);
  await anInitiative(app, boxtel, 'Zonder verhaal');
  const key = await aKey(app, region, 'coordinator');
  const path = '/v1/communities/buurtkracht/publications';
  const made = await app.request(path, write('POST', key, {slug: 'stappen', title: {nl: 'Stappen'}, summary: {nl: 'Portretten.'}}));
  expect(made.status).toBe(201);
  const publish = async (body: unknown = {}) => app.request(`${path}/stappen/editions`, write('POST', key, body));
  const edition = async (number: number) => (await (await app.request(`${path}/stappen/editions/${number}`)).json()) as Edition;
  return {app, asten, boxtel, region, key, path, publish, edition};
}

test('an edition holds the stories of all members, by name, with who wrote nothing left out', async () => {
  const {publish} = await aPublication();

  const first = (await (await publish({note: {nl: 'Het begin.'}})).json()) as Edition;

  expect(first.stories.map(({name, chapters}) => [name, chapters.map(({title}) => title.nl)])).toEqual([
    ['Buurthuis', ['De brief']],
    ['Dorpshuis', ['De sleutel']],
  ]);
  expect(first).toMatchObject({
    number: 1,
    note: {nl: 'Het begin.'},
    news: {stories: ['buurthuis', 'dorpshuis'], chapters: [], changed: []},
  });
});

test('the next edition says what is new, and the one before stays as people read it', async () => {
  const {app, asten, boxtel, publish, edition} = await aPublication();
  await publish();
  const before = await edition(1);
  await changeInitiative(aScope(app, asten), 'dorpshuis', {story: [chapter('De sleutel'), chapter('De opening')]}, '*');
  await changeInitiative(aScope(app, boxtel), 'buurthuis', {story: [chapter('De brief', 'Het ging anders.')]}, '*');
  await changeInitiative(aScope(app, boxtel), 'zonder-verhaal', {story: [chapter('Toch een verhaal')]}, '*');

  const second = (await (await publish()).json()) as Edition;

  const [, opening] = second.stories.find(({slug}) => slug === 'dorpshuis')?.chapters ?? [];
  expect(second.news).toEqual({
    stories: ['zonder-verhaal'],
    chapters: [{story: 'dorpshuis', chapter: opening?.id}],
    changed: ['buurthuis'],
  });
  expect(await edition(1)).toEqual(before);
  expect(before.stories).toHaveLength(2);
});

test('without news no edition appears, unless the editor insists', async () => {
  const {publish, edition} = await aPublication();
  await publish();

  const refused = await publish();

  expect([refused.status, ((await refused.json()) as {code: string}).code]).toEqual([409, 'edition.nothing-new']);
  expect((await publish({isForced: true})).status).toBe(201);
  expect((await edition(2)).news).toEqual({stories: [], chapters: [], changed: []});
});

test('editors who publish at once make one edition, not five', async () => {
  const {publish, app} = await aPublication();

  const answers = await Promise.all(Array.from({length: 5}, () => publish()));

  expect(answers.map(({status}) => status).sort()).toEqual([201, 409, 409, 409, 409]);
  const {rows} = await sql`select number from editions`.execute(app.database.owner);
  expect(rows).toEqual([{number: 1}]);
});

test('an editor chooses whose stories, also one that is only a summary', async () => {
  const {publish, app, path} = await aPublication();
  await publish();

  const second = (await (await publish({initiatives: ['zonder-verhaal', 'asten~dorpshuis']})).json()) as Edition;

  expect(second.stories.map(({slug}) => slug)).toEqual(['zonder-verhaal', 'dorpshuis']);
  expect(second.news.stories).toEqual(['zonder-verhaal']);
  const publication = (await (await app.request(`${path}/stappen`)).json()) as Publication;
  expect(publication.initiatives).toEqual(['boxtel~zonder-verhaal', 'asten~dorpshuis']);
  expect(publication.editions.map(({number}) => number)).toEqual([2, 1]);
  const unknown = await publish({initiatives: ['zonder-verhaal', 'nergens']});
  expect(await unknown.json()).toMatchObject({code: 'request.invalid', errors: [{pointer: '#/initiatives/1'}]});
});

test('two stories with one name each have a place of their own', async () => {
  const {app, boxtel, publish} = await aPublication();
  await anInitiative(app, boxtel, 'Dorpshuis', ['Ook een begin']);

  const {stories} = (await (await publish()).json()) as Edition;

  expect(stories.map(({anchor}) => anchor)).toEqual(['buurthuis', 'asten--dorpshuis', 'boxtel--dorpshuis']);
});

test('a member’s publication is found in the region, where the region’s own comes first', async () => {
  const {app, boxtel, path} = await aPublication();
  const key = await aKey(app, boxtel, 'admin');
  for (const slug of ['stappen', 'boxtel-vertelt'])
    await app.request(
      '/v1/communities/boxtel/publications',
      write('POST', key, {slug, title: {nl: `Z ${slug}`}, summary: {nl: 'Van ons.'}}),
    );

  const list = (await (await app.request(path)).json()) as {data: Publication[]; total: number};

  expect([list.total, list.data.map((one) => `${one.community}/${one.slug}`)]).toEqual([
    3,
    ['buurtkracht/stappen', 'boxtel/boxtel-vertelt', 'boxtel/stappen'],
  ]);
  const found = async (slug: string) => ((await (await app.request(`${path}/${slug}`)).json()) as Publication).community;
  expect([await found('stappen'), await found('boxtel~stappen'), await found('boxtel-vertelt')]).toEqual([
    'buurtkracht',
    'boxtel',
    'boxtel',
  ]);
});

test('an edition cannot be changed, not even by the owner of the database', async () => {
  const {app, publish} = await aPublication();
  await publish();
  const {owner} = app.database;

  for (const statement of [sql`update editions set note = '{"nl": "anders"}'`, sql`update edition_books set content = ''`])
    await expect(statement.execute(owner)).rejects.toMatchObject({code: '42501'});
});

test('an initiative that goes takes nothing out of editions that appeared', async () => {
  const {app, publish, edition} = await aPublication();
  await publish();
  await sql`delete from initiatives where slug = 'dorpshuis'`.execute(app.database.owner);

  expect((await edition(1)).stories.map(({slug}) => slug)).toEqual(['buurthuis', 'dorpshuis']);
  await publish({isForced: true});
  expect((await edition(2)).stories.map(({slug}) => slug)).toEqual(['buurthuis']);
});

test('the page of an edition has its contents, its chapters and the way to the book; an older one says so', async () => {
  const {app, publish} = await aPublication();
  await publish();
  await publish({isForced: true, note: {nl: 'Nog eens.'}});
  const page = async (path: string) => (await app.request(path)).text();

  const old = await page('/buurtkracht/uitgaven/stappen/1');

  expect(old).toContain('href="#verhaal-dorpshuis"');
  expect(old).toContain('id="verhaal-dorpshuis"');
  expect(old).toContain('De sleutel');
  expect(old).toContain('/v1/communities/buurtkracht/publications/stappen/editions/1?format=epub');
  expect(old).toContain('href="/buurtkracht/uitgaven/stappen/2"');
  expect(await page('/buurtkracht/uitgaven')).toContain('href="/buurtkracht/uitgaven/stappen"');
  expect(await page('/buurtkracht/uitgaven/stappen')).toContain('href="/buurtkracht/uitgaven/stappen/1"');
  expect((await app.request('/buurtkracht/uitgaven/stappen/9', {headers: {Accept: 'text/html'}})).status).toBe(404);
});
