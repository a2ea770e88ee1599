import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {publint} from 'publint';
import {formatMessage} from 'publint/utils';
import {expectNone} from '../testing/check.mjs';
import {runCommand} from '../testing/run-command.mjs';
import {readPublished, root} from '../testing/workspaces.mjs';

/** @type {import('../testing/check.mjs').Check[]} */
export const checks = readPublished().flatMap((workspace) => [
  {name: `${workspace.manifest['name']} can be published as it is`, run: () => lintPackage(workspace)},
  ...(hasTypes(workspace)
    ? [{name: `${workspace.manifest['name']} gives its types to whoever imports it`, run: () => checkTypes(workspace)}]
    : []),
]);

/** @param {import('../testing/workspaces.mjs').Workspace} workspace */
async function lintPackage({folder, manifest}) {
  assertBuilt(folder);
  const {messages} = await publint({pkgDir: join(root, folder), level: 'warning', strict: true});
  expectNone(messages.map((message) => formatMessage(message, manifest) ?? message.code));
}

/** @param {import('../testing/workspaces.mjs').Workspace} workspace */
async function checkTypes({folder, manifest}) {
  assertBuilt(folder);
  const data = Object.keys(manifest['exports']).filter((entry) => entry.endsWith('.json') || entry.includes('*'));
  const exclude = data.length > 0 ? ['--exclude-entrypoints', ...data.map((entry) => entry.replace('./', ''))] : [];
  const args = [
    '--pack',
    '.',
    '--profile',
    'esm-only',
    '--no-definitely-typed',
    '--no-emoji',
    '--no-color',
    '--format',
    'ascii',
    ...exclude,
  ];
  const {code, output} = await runCommand('attw', args, {cwd: join(root, folder), limitInSeconds: 120});
  if (code !== 0) throw new Error(output.trim());
}

/** @param {import('../testing/workspaces.mjs').Workspace} workspace */
function hasTypes({manifest}) {
  return Boolean(manifest['exports']?.['.']?.types);
}

/** @param {string} folder */
function assertBuilt(folder) {
  if (!existsSync(join(root, folder, 'dist'))) throw new Error('Not built: run npm run build.');
}
