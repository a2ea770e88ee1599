import {mkdtemp, readdir, rm, utimes, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {localService} from '../testing/local-service.ts';
import {testApp} from '../testing/test-app.ts';
import {createTileStore} from './tile-store.ts';

const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(64, 1)]);
const tile = '/v1/tiles/brt-a/grijs/7/65/42.png';

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'buurtkit-tiles-'));
  onTestFinished(() => rm(folder, {recursive: true, force: true}));
  return folder;
}

async function aMap(upstream: string) {
  const dataFolder = join(await aFolder(), 'not', 'there', 'yet');
  const app = await testApp({BUURTKIT_TILES_URL: upstream, BUURTKIT_DATA: dataFolder});
  return {dataFolder, ...app};
}

test('a tile comes from our own address, and from the disk the next time', async () => {
  const pdok = await localService((_path, response) => void response.end(png));
  const {request} = await aMap(pdok.url);

  const first = await request(tile);
  const second = await request(tile, {headers: {Origin: 'https://www.example.nl'}});

  expect([first.status, first.headers.get('Content-Type')]).toEqual([200, 'image/png']);
  expect(Buffer.from(await second.arrayBuffer())).toEqual(png);
  expect(second.headers.get('Cache-Control')).toMatch(/max-age=\d{5,}/);
  expect(second.headers.get('Access-Control-Allow-Origin')).toBe('*');
  expect(second.headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin');
  expect(pdok.asked).toEqual(['/brt/achtergrondkaart/wmts/v2_0/grijs/EPSG:3857/7/65/42.png']);
  expect((await request(tile, {headers: {'If-None-Match': first.headers.get('ETag') ?? ''}})).status).toBe(304);
});

test('many who look at one place at once ask for each tile once', async () => {
  const pdok = await localService((_path, response) => void setTimeout(() => response.end(png), 30));
  const {request} = await aMap(`${pdok.url}/{style}/{z}/{x}/{y}`);

  const answers = await Promise.all(Array.from({length: 20}, () => request(tile)));

  expect(answers.map(({status}) => status)).toEqual(Array.from({length: 20}, () => 200));
  expect(pdok.asked).toEqual(['/grijs/7/65/42']);
});

test.each([
  ['says no', (response: {writeHead(status: number): {end(): void}}) => response.writeHead(503).end()],
  ['hangs up', (response: {destroy(): void}) => response.destroy()],
  ['sends a page of its own', (response: {end(text: string): void}) => response.end('<h1>Onderhoud</h1>')],
  ['sends far too much', (response: {end(bytes: Buffer): void}) => response.end(Buffer.concat([png, Buffer.alloc(2 * 1024 * 1024)]))],
] as const)('when the map service %s there is no tile, and no error in anybody’s console', async (_name, fail) => {
  const pdok = await localService((_path, response) => fail(response));
  const {request} = await aMap(pdok.url);

  const answer = await request(tile);

  expect([answer.status, await answer.text()]).toEqual([204, '']);
  expect(Number(/max-age=(\d+)/.exec(answer.headers.get('Cache-Control') ?? '')?.[1])).toBeLessThan(120);
});

test('a map service that is gone is not asked for every tile, and what was kept stays on the map', async () => {
  const pdok = await localService((_path, response) => void response.end(png));
  const {request, dataFolder} = await aMap(pdok.url);
  await request(tile);
  const longAgo = new Date('2020-01-01');
  await utimes(join(dataFolder, 'tiles/grijs/7/65/42.png'), longAgo, longAgo);
  pdok.answerWith((_path, response) => void response.writeHead(500).end());

  for (let x = 0; x < 12; x += 1) expect((await request(`/v1/tiles/brt-a/grijs/7/${x}/1.png`)).status).toBe(204);

  expect(pdok.asked.length).toBeLessThanOrEqual(4);
  expect((await request(tile)).status).toBe(200);
});

test('a tile that no map has is not found', async () => {
  const pdok = await localService((_path, response) => void response.end(png));
  const {request} = await aMap(pdok.url);

  for (const path of [
    'grijs/7/128/0.png',
    'grijs/20/0/0.png',
    'grijs/7/-1/0.png',
    'grijs/07/1/1.png',
    'satelliet/7/1/1.png',
    'grijs/7/1/1.jpg',
    'grijs/7/1/..%2f..%2f1.png',
  ]) {
    const answer = await request(`/v1/tiles/brt-a/${path}`);
    expect([path, answer.status, answer.headers.get('Content-Type')]).toEqual([path, 404, 'application/problem+json']);
  }
  expect(pdok.asked).toEqual([]);
});

test('the disk never fills up with tiles, and two who keep one leave it whole', async () => {
  const folder = await aFolder();
  const store = createTileStore(folder, {mostBytes: 40 * png.byteLength});
  for (let index = 0; index < 100; index += 1) await writeFile(join(folder, `oud-${index}.png`), png);

  await Promise.all(Array.from({length: 10}, () => store.write('grijs/1/1/1.png', png)));

  const left = (await readdir(folder, {recursive: true})).filter((name) => name.endsWith('.png'));
  expect(left.length).toBeLessThanOrEqual(40);
  expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
  expect(Buffer.from((await store.read('grijs/1/1/1.png'))?.content ?? [])).toEqual(png);
});
