import {existsSync, globSync, readFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {build} from 'esbuild';
import {root} from '../testing/workspaces.mjs';

// Budgets in KiB, gzip level 9. This is the one place that knows how the chunks and the SDK's files are named.
const LOADER = {file: 'buurt.js', budget: 2.5};
/** What every component shares: Lit, the SDK, texts. */
const SHARED = {pattern: /(^|\/)shared[.-]/, budget: 16};
/** All that a page with the list loads: the loader, the list's chunk and whatever that imports. */
const LIST_PAGE = {pattern: /(^|\/)initiative-map[.-]/, budget: 27};
/** What the map adds to that page. */
const MAP = {pattern: /(^|\/)map[.-]/, budget: 54};
/** A file of the SDK that exports a `…Resource` is a resource; all else is its core. */
// Giving once is what resources that write entries have in common: it weighs as one of them.
const SDK = {core: 4, resource: 0.7, all: 14, isResource: /^export function (?:\w+Resource|entryWriter)\(/m};

const embed = join(root, 'packages/embed/dist');
const sdk = join(root, 'packages/sdk');

/** @type {import('../testing/check.mjs').Check[]} */
export const checks = [
  {name: `the loader is at most ${LOADER.budget} KiB`, run: () => expectWithin(LOADER.budget, sizeOf([LOADER.file]))},
  {
    name: `what the components share is at most ${SHARED.budget} KiB`,
    run: () => expectWithin(SHARED.budget, sizeOf(filesLike(SHARED.pattern))),
  },
  {
    name: `a page with the list loads at most ${LIST_PAGE.budget} KiB`,
    run: () => expectWithin(LIST_PAGE.budget, sizeOf([LOADER.file, ...filesLike(LIST_PAGE.pattern).flatMap(withImports)])),
  },
  {
    name: `the map adds at most ${MAP.budget} KiB to that`,
    run: () => {
      const already = new Set(filesLike(LIST_PAGE.pattern).flatMap(withImports));
      return expectWithin(
        MAP.budget,
        sizeOf(
          filesLike(MAP.pattern)
            .flatMap(withImports)
            .filter((file) => !already.has(file)),
        ),
      );
    },
  },
  {name: `the SDK without its resources is at most ${SDK.core} KiB`, run: async () => expectWithin(SDK.core, await sdkSize(() => false))},
  {name: `the SDK is at most ${SDK.all} KiB in all`, run: async () => expectWithin(SDK.all, await sdkSize(() => true))},
  ...resourceFiles().map((file) => ({
    name: `the SDK's ${basename(file, '.ts')} is at most ${SDK.resource} KiB`,
    run: async () =>
      expectWithin(SDK.resource, (await sdkSize((path) => basename(path) === basename(file))) - (await sdkSize(() => false))),
  })),
];

/**
 * @param {number} budget
 * @param {number} bytes
 */
function expectWithin(budget, bytes) {
  const size = bytes / 1024;
  console.log(`  ${size.toFixed(2)} of ${budget} KiB`);
  if (size > budget) throw new Error(`It is ${size.toFixed(2)} KiB: ${(size - budget).toFixed(2)} KiB too much.`);
}

/** @returns {Record<string, {imports: string[]}>} */
function readFiles() {
  const file = join(embed, 'manifest.json');
  if (!existsSync(file)) throw new Error('Not built: run npm run build.');
  return JSON.parse(readFileSync(file, 'utf8')).files;
}

/** @param {RegExp} pattern */
function filesLike(pattern) {
  const files = Object.keys(readFiles()).filter((file) => file.endsWith('.js') && pattern.test(file));
  if (files.length === 0) throw new Error(`No file of embed is named like ${pattern}.`);
  return files;
}

/**
 * @param {string} file
 * @returns {string[]}
 */
function withImports(file) {
  return [file, ...(readFiles()[file]?.imports ?? []).flatMap(withImports)];
}

/** @param {string[]} files */
function sizeOf(files) {
  if (!existsSync(embed)) throw new Error('Not built: run npm run build.');
  return [...new Set(files)].reduce((total, file) => total + gzipped(readFileSync(join(embed, file))), 0);
}

function resourceFiles() {
  return globSync('src/*.ts', {cwd: sdk}).filter((file) => SDK.isResource.test(readFileSync(join(sdk, file), 'utf8')));
}

/**
 * The SDK as a bundler would give it to a browser, with only the resources that `keeps` wants.
 *
 * @param {(path: string) => boolean} keeps
 */
async function sdkSize(keeps) {
  const resources = new Set(resourceFiles().map((file) => join(sdk, file)));
  const {outputFiles} = await build({
    entryPoints: [join(sdk, 'src/index.ts')],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'leave-out-resources',
        setup({onLoad}) {
          onLoad({filter: /\.ts$/}, ({path}) =>
            resources.has(path) && !keeps(path) ? {contents: emptied(path), loader: 'ts'} : undefined,
          );
        },
      },
    ],
  });
  return gzipped(outputFiles[0]?.contents ?? new Uint8Array());
}

/**
 * A module with the same names and nothing behind them.
 *
 * @param {string} path
 */
function emptied(path) {
  const names = [...readFileSync(path, 'utf8').matchAll(/^export (?:async )?(?:function|const|class) (\w+)/gm)].map(([, name]) => name);
  return names.map((name) => `export const ${name} = () => {};`).join('\n');
}

/** @param {Uint8Array} bytes */
function gzipped(bytes) {
  return gzipSync(bytes, {level: 9}).byteLength;
}
