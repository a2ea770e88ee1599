import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {runCommand} from '../testing/run-command.mjs';
import {root} from '../testing/workspaces.mjs';

const QUIET = {REDOCLY_TELEMETRY: 'off', SCARF_ANALYTICS: 'false', DO_NOT_TRACK: '1'};

/** The description that the server gives of itself, unless BUURTKIT_OPENAPI names a file. */
const description = once(async () => {
  const given = process.env['BUURTKIT_OPENAPI'];
  if (given) return given;
  const {code, output, stdout} = await runCommand('npx', ['--no', 'buurtkit', 'openapi'], {cwd: root, limitInSeconds: 60});
  if (code !== 0) throw new Error(`"npx --no buurtkit openapi" ended with code ${code}:\n${output.trim()}`);
  const folder = mkdtempSync(join(tmpdir(), 'buurtkit-openapi-'));
  process.once('exit', () => rmSync(folder, {recursive: true, force: true}));
  const file = join(folder, 'openapi.json');
  writeFileSync(file, stdout);
  return file;
});

/** @type {import('../testing/check.mjs').Check[]} */
export const checks = [
  {
    name: 'the description has paths',
    async run() {
      const {paths = {}} = JSON.parse(readFileSync(await description(), 'utf8'));
      if (Object.keys(paths).length === 0) throw new Error('It has none.');
    },
  },
  {
    name: 'it follows the API Design Rules (Spectral)',
    run: () =>
      lint('spectral', ['lint', '--ruleset', '.spectral.yaml', '--fail-severity', 'error', '--display-only-failures', '--format', 'text']),
  },
  {name: 'it is sound OpenAPI (Redocly)', run: () => lint('redocly', ['lint', '--config', 'redocly.yaml', '--format', 'stylish'])},
];

/**
 * @param {string} command
 * @param {string[]} args
 */
async function lint(command, args) {
  const {code, output} = await runCommand(command, [...args, await description()], {cwd: root, env: QUIET, limitInSeconds: 120});
  if (code !== 0) throw new Error(output.trim());
}

/**
 * @template Value
 * @param {() => Promise<Value>} make
 */
function once(make) {
  /** @type {Promise<Value> | undefined} */
  let made;
  return () => (made ??= make());
}
