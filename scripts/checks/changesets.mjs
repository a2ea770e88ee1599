import {globSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expectNone} from '../testing/check.mjs';
import {readPublished, readWorkspaces, root} from '../testing/workspaces.mjs';

const config = JSON.parse(readFileSync(join(root, '.changeset/config.json'), 'utf8'));

/** @type {import('../testing/check.mjs').Check[]} */
export const checks = [
  {
    name: 'all published packages have one version and are released together',
    run() {
      const versions = new Set(readPublished().map(({manifest}) => manifest['version']));
      if (versions.size > 1) throw new Error(`The versions differ: ${[...versions].join(', ')}`);
      if (JSON.stringify(config.fixed) !== '[["@buurtkit/*"]]')
        throw new Error('.changeset/config.json must hold all packages in one fixed group.');
    },
  },
  {
    name: 'what is private is left out of releases',
    run() {
      expectNone(
        readWorkspaces()
          .filter(({manifest}) => manifest['private'] && !config.ignore.includes(manifest['name']))
          .map(({manifest}) => `${manifest['name']} isn't under "ignore" in .changeset/config.json`),
      );
    },
  },
  {
    name: 'every changeset names packages that exist and says something',
    run() {
      const names = new Set(readPublished().map(({manifest}) => manifest['name']));
      expectNone(
        globSync('.changeset/*.md', {cwd: root})
          .filter((file) => !file.endsWith('README.md'))
          .flatMap((file) => faultsOf(file, names)),
      );
    },
  },
];

/**
 * @param {string} file
 * @param {Set<string>} names
 */
function faultsOf(file, names) {
  const [, head = '', text = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(join(root, file), 'utf8')) ?? [];
  const lines = head.split('\n').map((line) => /^['"]?(@buurtkit\/[a-z-]+)['"]?: (major|minor|patch)$/.exec(line)?.[1]);
  return [
    ...(lines.every((name) => name !== undefined && names.has(name))
      ? []
      : [`${file}: its head must name packages of ours with major, minor or patch`]),
    ...(text.trim() ? [] : [`${file}: it has no text`]),
  ];
}
