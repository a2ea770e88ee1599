import {afterAll, expect, test} from 'vitest';
import {createInitiative} from '../initiatives/create-initiative.ts';
import {runBuurtkit, type Ended} from '../testing/own-process.ts';
import {aCommunity, aScope} from '../testing/test-app.ts';
import {createTestDatabase} from '../testing/test-database.ts';

const opened = await createTestDatabase();
afterAll(() => opened.close());
const community = await aCommunity(opened, {slug: 'zierikzee'});
await createInitiative(aScope(opened, community), {
  name: 'Dorpshuis',
  kind: 'village-house',
  summary: {nl: 'Samen.'},
  story: [{title: {nl: 'De sleutel'}, text: {nl: 'Zo ging het.'}}],
});

const run = (...args: string[]): Promise<Ended> =>
  runBuurtkit(['publications', ...args, '--community', 'zierikzee', '--json'], {DATABASE_URL: opened.urls.owner});
const told = ({stdout}: Ended) => JSON.parse(stdout) as Record<string, unknown>;

test('an editor begins a publication, publishes when there is news, and sees what there is', {timeout: 120_000}, async () => {
  const made = await run('create', 'stappen', '--title', 'Stappen', '--title-en', 'Steps', '--summary', 'Portretten.');
  expect([made.code, told(made)]).toMatchObject([0, {slug: 'stappen', title: {nl: 'Stappen', en: 'Steps'}, latest: null}]);

  const first = await run('publish', 'stappen', '--note', 'Het begin.');
  expect([first.code, told(first)]).toMatchObject([0, {number: 1, note: {nl: 'Het begin.'}, news: {stories: ['dorpshuis']}}]);

  const again = await run('publish', 'stappen');
  expect([again.code, told(again)]).toMatchObject([1, {error: {code: 'edition.nothing-new'}}]);
  expect(again.stderr).not.toBe('');
  expect((await run('publish', 'stappen', '--force')).code).toBe(0);

  expect(told(await run('list'))).toMatchObject({data: [{slug: 'stappen', latest: {number: 2}}]});
  expect(told(await run('show', 'stappen'))).toMatchObject({editions: [{number: 2}, {number: 1}]});
});

test('what can’t be used is said, and what isn’t there is not found', {timeout: 60_000}, async () => {
  const wrong = await run('create', 'Geen Slug', '--title', 'Stappen', '--summary', 'Portretten.');
  expect([wrong.code, told(wrong)]).toMatchObject([2, {error: {code: 'usage'}}]);
  expect((await run('create', 'zonder')).code).toBe(2);
  const missing = await run('show', 'nergens');
  expect([missing.code, told(missing)]).toMatchObject([1, {error: {code: 'publication.not-found'}}]);
});
