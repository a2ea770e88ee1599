import {createHash} from 'node:crypto';
import {cp, mkdtemp, readFile, rm, symlink} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {publishedBuild} from '../build.ts';
import {buildIfStale, isStale} from '../staleness.ts';
import {buildStubs} from './build-stubs.ts';

interface Manifest {
  version: string;
  files: Record<string, {integrity: string; bytes: number; imports: string[]}>;
}

const dist = publishedBuild.outputFolder;

let folder: string;
let manifest: Manifest;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'buurtkit-build-'));
  await buildIfStale();
  manifest = JSON.parse(await readFile(join(dist, 'manifest.json'), 'utf8')) as Manifest;
});

afterAll(() => rm(folder, {recursive: true, force: true}));

const gzipped = async (name: string): Promise<number> => gzipSync(await readFile(join(dist, name)), {level: 9}).byteLength / 1024;

function chunk(name: string): string {
  const found = Object.keys(manifest.files).filter((file) => new RegExp(`^chunks/${name}-[0-9a-f]+\\.js$`).test(file));
  expect(found).toHaveLength(1);
  return found[0] ?? '';
}

test('after a build nothing is stale, and building again has nothing to do', async () => {
  expect(await isStale()).toBe(false);
  expect(await buildIfStale()).toBe(false);
});

test('the manifest tells the truth about every file', async () => {
  for (const [name, {integrity, bytes}] of Object.entries(manifest.files)) {
    const content = await readFile(join(dist, name));
    expect({name, integrity, bytes}).toEqual({
      name,
      integrity: `sha384-${createHash('sha384').update(content).digest('base64')}`,
      bytes: content.byteLength,
    });
  }
});

test('the loader knows the hash of every module, most of them by a module that it knows itself', async () => {
  const loader = await readFile(join(dist, 'buurt.js'), 'utf8');
  const parts = await readFile(join(dist, chunk('parts')), 'utf8');
  const modules = Object.entries(manifest.files).filter(([name]) => name.startsWith('chunks/') && name.endsWith('.js'));

  expect(modules.length).toBeGreaterThan(2);
  for (const name of [chunk('parts'), chunk('shared')]) expect(loader).toContain(manifest.files[name]?.integrity);
  for (const [name, {integrity, imports}] of modules) {
    expect(loader + parts).toContain(name);
    expect(loader + parts).toContain(integrity);
    expect(Object.keys(manifest.files)).toEqual(expect.arrayContaining(imports));
  }
});

/** What a page with this element loads before it shows anything: the loader and all that its chunk imports at once. */
async function weightOf(element: string): Promise<number> {
  const needed = new Set(['buurt.js', chunk('shared'), chunk(element)]);
  for (const name of needed) for (const imported of manifest.files[name]?.imports ?? []) needed.add(imported);
  const weights = await Promise.all([...needed].map(gzipped));
  return weights.reduce((sum, weight) => sum + weight, 0);
}

test('a page with the list stays light, and reserve.css is less than 1 kB', async () => {
  const [loader, shared] = [await gzipped('buurt.js'), await gzipped(chunk('shared'))];

  expect(shared).toBeLessThanOrEqual(16);
  expect(manifest.files['reserve.css']?.bytes).toBeLessThan(1000);
  expect(loader).toBeLessThanOrEqual(2.5);
  expect(await weightOf('initiative-map')).toBeLessThanOrEqual(27);
});

test('so does one with the directory, and one with a single initiative; one with voluntary work takes a little more', async () => {
  expect(await weightOf('partner-directory')).toBeLessThanOrEqual(27);
  expect(await weightOf('initiative')).toBeLessThanOrEqual(20);
  expect(await weightOf('volunteer-signup')).toBeLessThanOrEqual(28);
});

test('a page with a balance stays as light as one with a list; the whole account takes more, and what one does with it comes later', async () => {
  const imports = (name: string) => manifest.files[chunk(name)]?.imports ?? [];

  expect(await weightOf('time-credit-balance')).toBeLessThanOrEqual(27);
  expect(await weightOf('time-credit-account')).toBeLessThanOrEqual(34);
  expect(await weightOf('offers-and-requests')).toBeLessThanOrEqual(34);
  expect(await weightOf('community-fund')).toBeLessThanOrEqual(20);
  for (const element of ['time-credit-balance', 'time-credit-account'])
    for (const later of ['listing', 'signing-in-part', 'account-acts', 'digests']) expect(imports(element)).not.toContain(chunk(later));
});

test('a page with a form brings no list along, and a page with one initiative no form', async () => {
  const imports = (name: string) => manifest.files[chunk(name)]?.imports ?? [];

  expect(await weightOf('submit-initiative')).toBeLessThanOrEqual(34);
  expect(imports('submit-initiative')).not.toContain(chunk('listing'));
  expect(imports('initiative-detail')).not.toEqual(expect.arrayContaining([chunk('submission-writer')]));
});

test('each library that a reader gets is named with its licence, which lets us pass it on', async () => {
  const licences = await readFile(join(dist, 'THIRD-PARTY-LICENCES.txt'), 'utf8');

  const named = new Map([...licences.matchAll(/^(\S+) [\d.]+ \(([\w-]+)\)$/gm)].map(([, name, licence]) => [name, licence]));
  expect([...named.keys()]).toEqual(expect.arrayContaining(['@lit/reactive-element', 'leaflet', 'lit', 'lit-element', 'lit-html']));
  expect(['MIT', 'BSD-2-Clause', 'BSD-3-Clause']).toEqual(expect.arrayContaining([...new Set(named.values())]));
  expect(licences).toMatch(/Copyright \(c\) 2017 Google/);
  expect(licences).toMatch(/Volodymyr Agafonkin/);
  expect(manifest.files['THIRD-PARTY-LICENCES.txt']?.bytes).toBe(Buffer.byteLength(licences));
});

test("a reader gets Lit without the developer's warnings, and no white space", async () => {
  const modules = Object.keys(manifest.files).filter((name) => name.endsWith('.js'));
  const code = (await Promise.all(modules.map((name) => readFile(join(dist, name), 'utf8')))).join('');

  expect(code).not.toContain('Lit is in dev mode');
  expect(code).not.toMatch(/\n[ \t]/);
});

test('the same sources give the same bytes, wherever they stand', async () => {
  const read = async (path: string): Promise<Manifest> => JSON.parse(await readFile(join(path, 'manifest.json'), 'utf8')) as Manifest;
  const elsewhere = join(folder, 'elsewhere');
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  await cp(join(root, 'packages/embed'), join(elsewhere, 'packages/embed'), {
    recursive: true,
    filter: (path) => !/\/(node_modules|dist|\.cache|\.turbo)$/.test(path),
  });
  for (const file of ['tsconfig.base.json', 'package-lock.json', 'package.json']) await cp(join(root, file), join(elsewhere, file));
  await symlink(join(root, 'node_modules'), join(elsewhere, 'node_modules'));

  await buildStubs(join(folder, 'here'));
  const {buildStubs: buildStubsElsewhere} = (await import(
    /* @vite-ignore */ join(elsewhere, 'packages/embed/tests/build-stubs.ts')
  )) as typeof import('./build-stubs.ts');
  await buildStubsElsewhere(join(folder, 'there'));

  expect(await read(join(folder, 'there'))).toEqual(await read(join(folder, 'here')));
});
