import {createHash} from 'node:crypto';
import {mkdir, readFile, rename, rm, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {build, type Plugin, type Rolldown} from 'vite';
import type {BuildFacts, PartFacts} from './src/loader/build-facts.ts';
import {lazyChunkName, prepareLazyChunks} from './prepare-lazy-chunks.ts';
import {knowWhatIsNeededAtOnce} from './needed-at-once.ts';
import {plainImports} from './plain-imports.ts';
import {plainProperties} from './plain-properties.ts';
import {plainStyles} from './plain-styles.ts';
import {shortenTemplates} from './shorten-templates.ts';
import {hashSources, STAMP} from './staleness.ts';
import {LICENCES, thirdPartyLicences} from './third-party-licences.ts';

/** What `manifest.json` says of each file, so that a host can pin it. */
interface ManifestFile {
  integrity: string;
  bytes: number;
  imports: string[];
}

interface OutputFile extends ManifestFile {
  name: string;
  content: string;
}

interface Chunk extends OutputFile {
  /** What the loader knows it by. */
  chunkName: string;
}

export interface BuildOptions {
  /** Where the files go; what is there is replaced as a whole. */
  outputFolder: string;
  /** A module per chunk. `shared` is what all need; each other name is that of an element without `buurt-`. */
  chunks: Record<string, string>;
}

const packageFolder = dirname(fileURLToPath(import.meta.url));
const LIST = join(packageFolder, '../elements/src/list/result-list.ts');
const OURS = /packages\/(?:elements|embed)\/.*\.ts$/;
/** The SDK too fetches what it rarely needs when it needs it. */
const LAZY = /packages\/(?:elements|embed|sdk)\/.*\.ts$/;

export const publishedBuild: BuildOptions = {
  outputFolder: join(packageFolder, 'dist'),
  chunks: {
    shared: join(packageFolder, 'src/chunks/shared.ts'),
    'initiative-map': join(packageFolder, 'src/chunks/initiative-map.ts'),
    initiative: join(packageFolder, 'src/chunks/initiative.ts'),
    'partner-directory': join(packageFolder, 'src/chunks/partner-directory.ts'),
    'volunteer-signup': join(packageFolder, 'src/chunks/volunteer-signup.ts'),
    'submit-initiative': join(packageFolder, 'src/chunks/submit-initiative.ts'),
    'time-credit-balance': join(packageFolder, 'src/chunks/time-credit-balance.ts'),
    'time-credit-account': join(packageFolder, 'src/chunks/time-credit-account.ts'),
    'offers-and-requests': join(packageFolder, 'src/chunks/offers-and-requests.ts'),
    'community-fund': join(packageFolder, 'src/chunks/community-fund.ts'),
    provider: join(packageFolder, 'src/chunks/provider.ts'),
  },
};

/** Two passes: the loader holds the hashes of the chunks. */
export async function buildEmbed({outputFolder, chunks}: BuildOptions = publishedBuild): Promise<void> {
  const stamp = await hashSources();
  const {version} = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as {version: string};

  const {chunkFiles, dataFiles, modules} = await bundleChunks(chunks);
  const {facts, partsFile} = findFacts(version, Object.keys(chunks), chunkFiles);
  const loaderFiles = await bundleLoader(facts);
  const reserve = await readFile(join(packageFolder, 'src/reserve.css'), 'utf8');
  const licences = toOutputFile(LICENCES, await thirdPartyLicences(modules), []);
  const files = [...loaderFiles, ...chunkFiles, partsFile, ...dataFiles, toOutputFile('reserve.css', reserve, []), licences];
  const manifest = {
    version,
    files: Object.fromEntries(files.map(({name, integrity, bytes, imports}) => [name, {integrity, bytes, imports}])),
  };

  await replaceFolder(outputFolder, {
    ...Object.fromEntries(files.map(({name, content}) => [name, content])),
    'manifest.json': `${JSON.stringify(manifest, null, 2)}\n`,
    [STAMP]: stamp,
  });
}

/**
 * Most pages have the list of initiatives, so that decides what elements have in common. What it needs at once is in `shared`
 * when an element without a list uses it too, in `listing` when only other lists do: nobody loads what they don't need for the
 * sake of what others have in common, and each file more costs something. What the account and the offers have in common is in
 * `members`, without what the public counter takes. Data that a chunk names with
 * `new URL('….json', import.meta.url)` stands beside it.
 */
async function bundleChunks(chunks: Record<string, string>): Promise<{chunkFiles: Chunk[]; dataFiles: OutputFile[]; modules: string[]}> {
  const output: Rolldown.OutputOptions = {
    entryFileNames: 'chunks/[name]-[hash].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    assetFileNames: 'chunks/[name]-[hash][extname]',
    hashCharacters: 'hex',
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [
        {name: 'shared', priority: 2, test: (id) => isCommon(id) && usersOf(id).some((chunk) => !isList(chunk))},
        {name: 'listing', priority: 1, test: (id) => isCommon(id)},
        {name: 'members', test: (id) => isForMembers(id)},
      ],
    },
  };
  const {plugin: neededAtOnce, useOf} = knowWhatIsNeededAtOnce();
  const usersOf = (id: string) => [...(useOf(id)?.by ?? [])];
  const isCommon = (id: string) => usersOf(id).length > 1 && useOf(id)?.atOnceBy.has(chunks['initiative-map'] ?? '') === true;
  const isForMembers = (id: string) =>
    useOf(id)?.atOnceBy.has(chunks['time-credit-account'] ?? '') === true &&
    usersOf(id).includes(chunks['offers-and-requests'] ?? '') &&
    !usersOf(id).includes(chunks['community-fund'] ?? '') &&
    !isCommon(id);
  const isList = (chunk: string) => useOf(LIST)?.atOnceBy.has(chunk) === true;
  const plugins = [
    neededAtOnce,
    plainImports(),
    plainStyles(),
    plainProperties({ours: OURS}),
    shortenTemplates({ours: OURS}),
    prepareLazyChunks({ours: LAZY, preparation: join(packageFolder, 'src/chunks/lazy-chunks.ts')}),
  ];
  const files = await bundle({input: chunks, output, plugins});
  return {
    chunkFiles: onlyChunks(files).map((chunk) => ({
      ...toOutputFile(chunk.fileName, chunk.code, chunk.imports),
      chunkName: chunk.isDynamicEntry && chunk.facadeModuleId ? lazyChunkName(chunk.facadeModuleId) : chunk.name,
    })),
    dataFiles: files
      .filter((file) => file.type === 'asset')
      .map(({fileName, source}) => toOutputFile(fileName, Buffer.from(source).toString(), [])),
    modules: onlyChunks(files).flatMap(({moduleIds}) => moduleIds),
  };
}

async function bundleLoader(facts: BuildFacts): Promise<OutputFile[]> {
  const input = {buurt: join(packageFolder, 'src/loader/buurt.ts')};
  const output: Rolldown.OutputOptions = {entryFileNames: '[name].js', codeSplitting: false};
  const bundled = await bundle({input, output, define: {__BUURTKIT_FACTS__: JSON.stringify(facts)}});
  return onlyChunks(bundled).map(({fileName, code}) => toOutputFile(fileName, code, []));
}

interface Bundling {
  input: Record<string, string>;
  output: Rolldown.OutputOptions;
  define?: Record<string, string>;
  plugins?: Plugin[];
}

async function bundle({input, output, define = {}, plugins = []}: Bundling): Promise<(Rolldown.OutputChunk | Rolldown.OutputAsset)[]> {
  const result = await build({
    configFile: false,
    root: packageFolder,
    // From wherever the server has its files: addresses of data are seen from the chunk that names them.
    base: './',
    publicDir: false,
    logLevel: 'warn',
    mode: 'production',
    define,
    plugins,
    // Sources of our own packages, the production builds of others.
    resolve: {conditions: ['buurtkit-source', 'browser', 'module', 'import', 'default']},
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      assetsInlineLimit: 0,
      rolldownOptions: {
        input,
        // The loader calls what `shared` exports; the other chunks may take more from it.
        preserveEntrySignatures: 'allow-extension',
        output: {format: 'es', minify: true, ...output},
      },
    },
  });
  const {output: files} = result as Rolldown.RolldownOutput;
  return [...files].sort((one, other) => (one.fileName < other.fileName ? -1 : 1));
}

function onlyChunks(files: (Rolldown.OutputChunk | Rolldown.OutputAsset)[]): Rolldown.OutputChunk[] {
  return files.filter((file) => file.type === 'chunk');
}

/**
 * What the loader knows of the elements, and the module beside it that tells their hashes and their parts. A page can do
 * without that module as long as nothing is checked, so it keeps nobody waiting there.
 *
 * @throws {Error} when two chunks have one name: the loader couldn't tell them apart.
 */
function findFacts(version: string, elements: string[], files: Chunk[]): {facts: BuildFacts; partsFile: OutputFile} {
  const shared = files.find(({chunkName}) => chunkName === 'shared');
  const names = files.map(({chunkName}) => chunkName);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  if (!shared || twice.length > 0) throw new Error(`Each chunk needs a name of its own, and one is shared: ${names.join(', ')}`);

  const isElement = ({chunkName}: Chunk) => elements.includes(chunkName);
  const own = files.filter(isElement);
  const neededByElements = new Set([...own, ...own.flatMap((file) => staticClosure(file, files))]);
  neededByElements.delete(shared);
  const others = files.filter((file) => file !== shared && !neededByElements.has(file));
  // The first place is kept for the module that tells the rest.
  const modules = [null, shared, ...neededByElements, ...others];
  const closures = (wanted: Iterable<Chunk>) =>
    [...wanted]
      .filter((file) => file !== shared)
      .map((file) => {
        const between = staticClosure(file, files).filter((other) => other !== file && other !== shared);
        const name = isElement(file) ? `buurt-${file.chunkName}` : file.chunkName;
        return [name, [shared, ...between, file].map((module) => modules.indexOf(module))] as const;
      });
  const told = ({name, integrity}: OutputFile) => [name, integrity] as const;

  const parts: PartFacts = {
    modules: [...neededByElements, ...others].map(told),
    chunks: Object.fromEntries(closures([...neededByElements, ...others].filter((file) => !isElement(file)))),
  };
  const content = `export const modules=${JSON.stringify(parts.modules)},chunks=${JSON.stringify(parts.chunks)};`;
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8);
  const partsFile = toOutputFile(`chunks/parts-${hash}.js`, content, []);
  const facts = {
    version,
    modules: [partsFile, shared].map(told),
    names: [...neededByElements].map(({name}) => name.replace(/^chunks\/|\.js$/g, '')).join(' '),
    elements: closures(own).map(([, needed]) => needed.slice(1, -1)),
  };
  return {facts, partsFile};
}

function staticClosure(file: Chunk, files: Chunk[]): Chunk[] {
  const found = new Set([file]);
  for (const {imports} of found) {
    for (const imported of files.filter(({name}) => imports.includes(name))) found.add(imported);
  }
  return [...found];
}

function toOutputFile(name: string, content: string, imports: string[]): OutputFile {
  const bytes = Buffer.byteLength(content);
  return {name, content, bytes, imports, integrity: `sha384-${createHash('sha384').update(content).digest('base64')}`};
}

/** Whoever reads the folder meanwhile finds the old files or the new ones, never half of each. */
async function replaceFolder(folder: string, files: Record<string, string>): Promise<void> {
  const fresh = join(packageFolder, `.cache/build-${process.pid}-${Date.now()}`);
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(fresh, name)), {recursive: true});
    await writeFile(join(fresh, name), content);
  }
  const old = `${fresh}-replaced`;
  await mkdir(dirname(folder), {recursive: true});
  await rename(folder, old).catch(ignoreMissing);
  await rename(fresh, folder);
  await rm(old, {recursive: true, force: true});
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

if (import.meta.main) await buildEmbed();
