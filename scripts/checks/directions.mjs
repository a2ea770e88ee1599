import {globSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expectNone} from '../testing/check.mjs';
import {readWorkspaces, root} from '../testing/workspaces.mjs';

// Which package may know which: what it ships with, and what only its build and its tests use.

/** @type {Record<string, {ships: string[], builds: string[]}>} */
const ALLOWED = {
  'packages/contract': {ships: [], builds: []},
  'packages/texts': {ships: ['contract'], builds: []},
  'packages/sdk': {ships: [], builds: ['contract', 'msw']},
  'packages/elements': {ships: ['sdk', 'texts'], builds: ['msw', 'contract']},
  'packages/embed': {ships: [], builds: ['elements', 'sdk', 'texts', 'msw']},
  'packages/msw': {ships: ['contract'], builds: []},
  'packages/server': {ships: ['contract', 'texts', 'embed'], builds: ['sdk', 'msw']},
};
const EXAMPLES = ['sdk', 'elements', 'embed', 'server'];

const IMPORT =
  /^\s*(?:import|export)\s(?<what>[^;'"]*?from\s*)?['"]@buurtkit\/(?<name>[a-z-]+)[^'"]*['"]|import\(\s*['"]@buurtkit\/(?<lazy>[a-z-]+)/gm;

/** @type {import('../testing/check.mjs').Check[]} */
export const checks = [
  {
    name: 'a package depends only on those that the design lets it',
    run() {
      expectNone(
        readWorkspaces().flatMap(({folder, manifest}) => {
          const {ships, builds} = allowedFor(folder);
          const faults = (/** @type {string} */ kind, /** @type {string[]} */ allowed) =>
            ours(manifest[kind])
              .filter((name) => !allowed.includes(name))
              .map((name) => `${folder}: ${kind}: @buurtkit/${name}`);
          return [
            ...faults('dependencies', ships),
            ...faults('peerDependencies', ships),
            ...faults('devDependencies', [...ships, ...builds]),
          ];
        }),
      );
    },
  },
  {
    name: 'what a package ships imports only what it depends on',
    run() {
      expectNone(
        readWorkspaces()
          .filter(({folder}) => folder in ALLOWED)
          .flatMap(({folder, manifest}) => {
            // Embed is bundled: what it ships has its own copy of what it was built from.
            const declared = ours(manifest['dependencies']).concat(folder === 'packages/embed' ? ours(manifest['devDependencies']) : []);
            return importsOf(folder)
              .filter(({name}) => !declared.includes(name))
              .map(({file, name}) => `${file} imports @buurtkit/${name}`);
          }),
      );
    },
  },
  {
    name: 'the server serves the files of embed and imports none',
    run() {
      expectNone(
        importsOf('packages/server')
          .filter(({name}) => name === 'embed')
          .map(({file}) => file),
      );
    },
  },
  {
    name: "texts takes only types from the contract, so that the browser's code has no schemas",
    run() {
      expectNone(
        importsOf('packages/texts')
          .filter(({name, isType}) => name === 'contract' && !isType)
          .map(({file}) => file),
      );
    },
  },
];

/** @param {string} folder */
function allowedFor(folder) {
  return ALLOWED[folder] ?? {ships: folder.startsWith('examples/') ? EXAMPLES : [], builds: []};
}

/** @param {Record<string, string> | undefined} dependencies */
function ours(dependencies) {
  return Object.keys(dependencies ?? {})
    .filter((name) => name.startsWith('@buurtkit/'))
    .map((name) => name.slice('@buurtkit/'.length));
}

/** @param {string} folder */
function importsOf(folder) {
  return globSync(`${folder}/src/**/*.ts`, {cwd: root})
    .filter((file) => !file.endsWith('.test.ts') && !file.includes('/testing/'))
    .flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(IMPORT)].map(({groups}) => ({
        file,
        name: String(groups?.['name'] ?? groups?.['lazy']),
        isType: Boolean(groups?.['what']?.startsWith('type ')),
      })),
    );
}
