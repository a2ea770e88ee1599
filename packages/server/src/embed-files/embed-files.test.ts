import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {testApp, type TestApp} from '../testing/test-app.ts';
import {storeEmbedBuild} from './store-build.ts';

async function aBuild(app: TestApp, version: string, files: Record<string, string>, isReplaceable = false): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'buurtkit-build-'));
  onTestFinished(() => rm(folder, {recursive: true}));
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  await storeEmbedBuild(app.database, {folder, version, isReplaceable});
}

const textOf = async (app: TestApp, path: string) => (await app.request(path)).text();

test('the newest of a major version is served under its number, never redirected, and every older one stays', async () => {
  const app = await testApp();
  await aBuild(app, '1.9.0', {'buurt.js': 'nine'});
  await aBuild(app, '1.10.0', {'buurt.js': 'ten', 'new.js': 'new'});
  await aBuild(app, '2.0.0', {'buurt.js': 'two'});

  const newest = await app.request('/embed/1/buurt.js');
  expect([newest.status, await newest.text()]).toEqual([200, 'ten']);
  expect(await textOf(app, '/embed/1.9.0/buurt.js')).toBe('nine');
  expect(await textOf(app, '/embed/2/buurt.js')).toBe('two');
  expect((await app.request('/embed/1.9.0/new.js')).status).toBe(404);
  expect((await app.request('/embed/3/buurt.js')).status).toBe(404);
});

test('what was once served under a version stays as it was, whoever builds it again', async () => {
  const app = await testApp();
  await aBuild(app, '1.0.0', {'buurt.js': 'first'});
  await aBuild(app, '1.0.0', {'buurt.js': 'other', 'later.js': 'later'});

  expect(await textOf(app, '/embed/1.0.0/buurt.js')).toBe('first');
});

test('many servers that start at once store a build once', async () => {
  const app = await testApp();
  const files = Object.fromEntries(Array.from({length: 10}, (_, number) => [`chunk-${number}.js`, `export const number = ${number};`]));

  await Promise.all(Array.from({length: 6}, () => aBuild(app, '1.0.0', files, true)));

  expect(await textOf(app, '/embed/1/chunk-9.js')).toBe('export const number = 9;');
});

test('only kinds of files that belong there are served', async () => {
  const app = await testApp();
  await aBuild(app, '1.0.0', {'buurt.js': 'x', '.env': 'secret', 'notes.html': 'notes', 'buurt.js.map': '{}', 'LICENCES.txt': 'BSD'});

  expect((await app.request('/embed/1/.env')).status).toBe(404);
  expect((await app.request('/embed/1/notes.html')).status).toBe(404);
  expect((await app.request('/embed/1/buurt.js.map')).headers.get('Content-Type')).toBe('application/json');
  expect((await app.request('/embed/1/LICENCES.txt')).headers.get('Content-Type')).toBe('text/plain; charset=utf-8');
});
