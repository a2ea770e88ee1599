import {existsSync, globSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

/** The folder that everything is in. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * @typedef {object} Workspace
 * @property {string} folder Relative to the root: `packages/sdk`.
 * @property {Record<string, any>} manifest Its package.json.
 */

/** @returns {Workspace[]} */
export function readWorkspaces() {
  return globSync(['packages/*', 'examples/*'], {cwd: root})
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .toSorted()
    .map((folder) => ({
      folder: folder.replaceAll('\\', '/'),
      manifest: JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')),
    }));
}

/** The packages that are published. @returns {Workspace[]} */
export function readPublished() {
  return readWorkspaces().filter(({manifest}) => !manifest['private']);
}
