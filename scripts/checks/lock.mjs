import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expectNone} from '../testing/check.mjs';
import {readWorkspaces, root} from '../testing/workspaces.mjs';

// npm leaves a platform's package out of the lock in silence when the registry lacks it, and `npm ci` refuses the lock later.

/** @type {{packages: Record<string, Record<string, any>>}} */
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));

const KINDS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];

/** @type {import('../testing/check.mjs').Check[]} */
export const checks = [
  {
    name: 'every optional dependency that the lock names has an entry in it',
    run() {
      expectNone(
        Object.entries(lock.packages).flatMap(([path, entry]) =>
          Object.keys(entry['optionalDependencies'] ?? {})
            .filter((name) => !isLocked(path, name))
            .map((name) => `${path || 'package.json'} names ${name}, which is missing.`),
        ),
      );
    },
  },
  {
    name: 'the lock knows the same dependencies as every package.json',
    run() {
      const manifests = [{folder: '', manifest: JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))}, ...readWorkspaces()];
      expectNone(
        manifests.flatMap(({folder, manifest}) =>
          KINDS.flatMap((kind) =>
            differences(manifest[kind] ?? {}, lock.packages[folder]?.[kind] ?? {}).map((name) => `${folder || 'root'}: ${kind}: ${name}`),
          ),
        ),
      );
    },
  },
  {
    name: 'every dependency of a workspace has an entry in the lock',
    run() {
      expectNone(
        readWorkspaces().flatMap(({folder, manifest}) =>
          KINDS.flatMap((kind) => Object.keys(manifest[kind] ?? {}))
            .filter((name) => !isLocked(folder, name))
            .map((name) => `${folder} names ${name}, which is missing.`),
        ),
      );
    },
  },
];

/**
 * Looks where Node would: in the package's own node_modules, then in those of each folder above.
 *
 * @param {string} from
 * @param {string} name
 */
function isLocked(from, name) {
  const folders = from.split('/');
  return folders
    .concat('')
    .some((_, depth) => [...folders.slice(0, folders.length - depth), 'node_modules', name].filter(Boolean).join('/') in lock.packages);
}

/**
 * @param {Record<string, string>} left
 * @param {Record<string, string>} right
 */
function differences(left, right) {
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].filter((name) => left[name] !== right[name]);
}
