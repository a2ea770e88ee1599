import {execFileSync, spawnSync} from 'node:child_process';
import {cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';
import {buildSync} from 'esbuild';
import {afterAll, beforeAll, expect, test} from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const tsc = fileURLToPath(import.meta.resolve('typescript/package.json').replace('package.json', 'bin/tsc'));

/** A project of somebody who installed the package: only its built files, and nothing else to resolve. */
let project: string;

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'buurtkit-sdk-'));
  const installed = join(project, 'node_modules/@buurtkit/sdk');
  mkdirSync(installed, {recursive: true});
  cpSync(join(root, 'package.json'), join(installed, 'package.json'));
  execFileSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json'), '--outDir', join(installed, 'dist')]);
  writeFileSync(join(project, 'package.json'), '{"type": "module"}');
  writeFileSync(
    join(project, 'consumer.ts'),
    `import {ApiError, createClient, createCreditWriter, etagOf, type Initiative, type NewInitiative} from '@buurtkit/sdk';
import {initiativeKinds, labelOf} from '@buurtkit/sdk/vocabularies';

const client = createClient({api: 'https://api.example.nl', community: 'buurtkracht'});
const winkel: NewInitiative = {name: 'Winkel', kind: 'shop', summary: {nl: 'Brood.'}};
export async function run(signal: AbortSignal): Promise<string[]> {
  const made: Initiative = await client.initiatives.create(winkel, {signal});
  await client.initiatives.change(made.slug, {stage: 'active'}, {ifMatch: etagOf(made) ?? made});
  const names: string[] = [];
  for await (const {kind} of client.initiatives.list({theme: ['meeting']})) names.push(labelOf(initiativeKinds, kind, 'nl'), initiativeKinds[kind].en);
  return names;
}
export async function give(toAccountId: string): Promise<boolean> {
  const {transfers} = createCreditWriter({api: 'https://api.example.nl', community: 'eemsdelta', intents: new Map()});
  return (await transfers.create({toAccountId, minutes: 30}, {intent: 'form'})).isReplay;
}
export const isTaken = (error: unknown): boolean => error instanceof ApiError && error.code === 'slug.taken';
// @ts-expect-error -- a type that fell back to any would let this pass
client.initiatives.list({kind: 'shop'});
// @ts-expect-error
winkel.summary.fy;
`,
  );
});
afterAll(() => rmSync(project, {recursive: true}));

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));
}

test('the generated types are those of today’s contract', () => {
  const {status, stderr} = spawnSync(process.execPath, ['--conditions=buurtkit-source', 'scripts/generate-types.ts', '--check'], {
    cwd: root,
    encoding: 'utf8',
  });

  expect(stderr).toBe('');
  expect(status).toBe(0);
});

test('what is published imports nothing but its own files', () => {
  const files = ['.d.ts', '.js'].flatMap((ending) => filesIn(join(project, 'node_modules/@buurtkit/sdk/dist'), ending));
  const imported = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*['"]([^'"]+)['"]/g)].map(([, name]) => name!),
  );

  expect(files.length).toBeGreaterThan(10);
  expect(imported.filter((name) => !name.startsWith('./') && !name.startsWith('../'))).toEqual([]);
});

test.each([
  ['NodeNext', 'NodeNext'],
  ['ESNext', 'Bundler'],
])('somebody’s strict project compiles with it: module %s, resolution %s', (module, moduleResolution) => {
  const compilerOptions = {
    module,
    moduleResolution,
    target: 'ES2022',
    lib: ['ES2022', 'DOM'],
    types: [],
    strict: true,
    skipLibCheck: false,
    noEmit: true,
  };
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({compilerOptions, files: ['consumer.ts']}));

  const {status, stdout} = spawnSync(process.execPath, [tsc, '-p', project], {encoding: 'utf8'});

  expect(stdout).toBe('');
  expect(status).toBe(0);
});

/** Bytes after gzip of what a page loads that uses this. */
function weightOf(contents: string): number {
  const {outputFiles} = buildSync({
    stdin: {contents, resolveDir: join(root, 'src'), loader: 'ts'},
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return gzipSync(outputFiles[0]!.contents, {level: 9}).byteLength;
}

test('it stays small: 4 KiB for the core, 0.7 for a resource, 14 for all', () => {
  const core = weightOf(
    "export {createHttp} from './http.ts'; export * from './errors.ts'; export * from './etag.ts'; export {pagedList} from './paged-list.ts';",
  );
  const all = weightOf("export * from './index.ts'; export * from './vocabularies.ts';");

  expect(core).toBeLessThanOrEqual(4 * 1024);
  expect(all).toBeLessThanOrEqual(14 * 1024);
  for (const resource of ['initiatives', 'communities', 'events', 'places', 'accounts', 'transfers']) {
    const withResource = weightOf(
      `export {createHttp} from './http.ts'; export * from './errors.ts'; export * from './etag.ts'; export {pagedList} from './paged-list.ts'; export * from './${resource}.ts';`,
    );
    expect(withResource - core).toBeLessThanOrEqual(0.7 * 1024);
  }
});

test('a page that shows time credits loads 2.5 KiB, and one that gives them 4.5', () => {
  expect(weightOf("export {createCreditReader} from './credit-reader.ts';")).toBeLessThanOrEqual(2.5 * 1024);
  expect(weightOf("export {createCreditWriter} from './credit-writer.ts';")).toBeLessThanOrEqual(4.5 * 1024);
});
