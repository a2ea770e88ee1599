import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {readCounts, readTurboCounts} from './testing/counts.mjs';
import {endWithCount, runJobs} from './testing/jobs.mjs';
import {runCommand} from './testing/run-command.mjs';
import {readWorkspaces, root} from './testing/workspaces.mjs';

// No test asks the address or tile service of the real world.
process.env['BUURTKIT_PDOK_URL'] ??= 'http://127.0.0.1:9';
process.env['BUURTKIT_TILES_URL'] ??= 'http://127.0.0.1:9';

const results = mkdtempSync(join(tmpdir(), 'buurtkit-results-'));
process.once('exit', () => rmSync(results, {recursive: true, force: true}));

// Many programs per property take their time.
const patience = process.env['BUURTKIT_PROPERTY_RUNS'] ? ['--testTimeout=1800000'] : [];
const limitInSeconds = process.env['BUURTKIT_PROPERTY_RUNS'] ? 3 * 60 * 60 : 1500;

// These serve or open what `npm run build` makes.
const NEEDS_BUILD = ['packages/embed', 'packages/server', 'examples/script-tag'];

const tested = readWorkspaces().filter(({manifest}) => manifest['scripts']?.test);

const total = await runJobs(
  [
    checks('repository', ['lock', 'directions', 'changesets', 'generated']),
    turbo('build'),
    ...tested.filter(({folder}) => !NEEDS_BUILD.includes(folder)).map((workspace) => tests(workspace)),
    ...tested.filter(({folder}) => NEEDS_BUILD.includes(folder)).map((workspace) => tests(workspace, ['build'])),
    turbo('typecheck'),
    {name: 'typecheck of scripts', run: typecheckScripts},
    checks('what is published', ['published', 'manifest', 'sizes', 'unused'], ['build']),
  ],
  {atATime: 2},
);

if (process.env['BUURTKIT_RESULTS']) writeFileSync(process.env['BUURTKIT_RESULTS'], JSON.stringify(total));
endWithCount(total);

/**
 * @param {import('./testing/workspaces.mjs').Workspace} workspace
 * @param {string[]} [needs]
 * @returns {import('./testing/jobs.mjs').Job}
 */
function tests({folder, manifest}, needs = []) {
  const file = join(results, `${folder.replaceAll('/', '-')}.json`);
  const isVitest = String(manifest['scripts'].test).startsWith('vitest');
  const reporters = isVitest ? ['--', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...patience] : [];
  return {
    name: folder,
    needs,
    run: async () => {
      const {code, output} = await runCommand('npm', ['run', '--silent', 'test', ...reporters], {
        cwd: join(root, folder),
        env: {BUURTKIT_RESULTS: file},
        limitInSeconds,
      });
      return {counts: readCounts(file, code), output};
    },
  };
}

/**
 * @param {'build' | 'typecheck'} task
 * @returns {import('./testing/jobs.mjs').Job}
 */
function turbo(task) {
  return {
    name: task,
    run: async () => {
      const args = ['run', task, '--continue', '--output-logs=errors-only', '--concurrency=2'];
      const {code, output} = await runCommand('turbo', args, {cwd: root, env: {TURBO_TELEMETRY_DISABLED: '1'}});
      return {counts: readTurboCounts(output, code), output};
    },
  };
}

/**
 * @param {string} name
 * @param {string[]} files
 * @param {string[]} [needs]
 * @returns {import('./testing/jobs.mjs').Job}
 */
function checks(name, files, needs = []) {
  const file = join(results, `${files[0]}.json`);
  return {
    name,
    needs,
    run: async () => {
      const {code, output} = await runCommand('node', ['scripts/check.mjs', ...files], {cwd: root, env: {BUURTKIT_RESULTS: file}});
      return {counts: readCounts(file, code), output};
    },
  };
}

async function typecheckScripts() {
  const {code, output} = await runCommand('tsc', ['--noEmit', '-p', 'scripts/tsconfig.json'], {cwd: root});
  const failures = code === 0 ? [] : [`tsc ended with code ${code}`];
  return {counts: {passed: code === 0 ? 1 : 0, failed: failures.length, skipped: 0, failures}, output};
}
