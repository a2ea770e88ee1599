import {existsSync, globSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expectNone} from '../testing/check.mjs';
import {root} from '../testing/workspaces.mjs';

const elements = join(root, 'packages/elements');

/** @type {import('../testing/check.mjs').Check[]} */
export const checks = [
  {
    name: 'custom-elements.json lists every element that can be defined, with a summary',
    run() {
      const declarations = readDeclarations();
      const modules = readModules();
      const defined = modules.flatMap(({exports = []}) =>
        exports.filter(({kind}) => kind === 'custom-element-definition').map(({name}) => name),
      );
      expectNone(
        tagsInSource().flatMap((tag) => {
          const declaration = declarations.find(({tagName}) => tagName === tag);
          if (!declaration) return [`${tag} has no class in it`];
          return [
            ...(defined.includes(tag) ? [] : [`${tag} has no definition in it`]),
            ...(declaration.summary ? [] : [`${tag} has no @summary`]),
            ...(declaration.description ? [] : [`${tag} has no description`]),
          ];
        }),
      );
    },
  },
  {
    name: 'custom-elements.json shows nobody the inside of an element',
    run() {
      expectNone(
        readDeclarations().flatMap(({name, members = []}) =>
          members.filter((member) => member.name.startsWith('#') || member.privacy === 'private').map((member) => `${name}.${member.name}`),
        ),
      );
    },
  },
];

/**
 * @typedef {{name: string, tagName?: string, summary?: string, description?: string, members?: {name: string, privacy?: string}[]}} Declaration
 * @returns {Declaration[]}
 */
function readDeclarations() {
  return readModules().flatMap(({declarations = []}) => declarations);
}

/** @returns {{declarations?: Declaration[], exports?: {kind: string, name: string}[]}[]} */
function readModules() {
  const file = join(elements, 'custom-elements.json');
  if (!existsSync(file)) throw new Error('Not built: run npm run build.');
  return JSON.parse(readFileSync(file, 'utf8')).modules;
}

function tagsInSource() {
  const tags = globSync('src/define/*.ts', {cwd: elements}).flatMap((file) =>
    [...readFileSync(join(elements, file), 'utf8').matchAll(/customElements\.define\(\s*'(buurt-[a-z-]+)'/g)].map(([, tag]) => String(tag)),
  );
  if (tags.length === 0) throw new Error('No customElements.define was found under packages/elements/src/define.');
  return tags;
}
