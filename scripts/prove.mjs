import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {readCounts} from './testing/counts.mjs';
import {endWithCount, runJobs} from './testing/jobs.mjs';
import {runCommand} from './testing/run-command.mjs';
import {root} from './testing/workspaces.mjs';

// Usage: npm run prove [-- part-of-a-file's-name …]. Without a name: every test again in all engines with 10,000 programs per property, too.
const results = mkdtempSync(join(tmpdir(), 'buurtkit-proof-'));
process.once('exit', () => rmSync(results, {recursive: true, force: true}));

const names = process.argv.slice(2);
const env = {BUURTKIT_ENGINES: 'all', BUURTKIT_PROPERTY_RUNS: process.env['BUURTKIT_PROPERTY_RUNS'] ?? '10000'};
const fourHours = 4 * 60 * 60;

const total = await runJobs([...(names.length === 0 ? [everyTest()] : []), proofs()], {atATime: 1});
endWithCount(total);

/** @returns {import('./testing/jobs.mjs').Job} */
function everyTest() {
  const file = join(results, 'tests.json');
  return {
    name: 'every test, all engines, many programs',
    run: async () => {
      const {code, output} = await runCommand('node', ['scripts/test.mjs'], {
        cwd: root,
        env: {...env, BUURTKIT_RESULTS: file},
        limitInSeconds: fourHours,
      });
      return {counts: readCounts(file, code), output};
    },
  };
}

/** @returns {import('./testing/jobs.mjs').Job} */
function proofs() {
  const file = join(results, 'proofs.json');
  return {
    name: 'proofs',
    run: async () => {
      const args = [
        'run',
        '--config',
        'vitest.prove.config.ts',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${file}`,
        ...names,
      ];
      const {code, output} = await runCommand('vitest', args, {cwd: root, env, limitInSeconds: fourHours});
      return {counts: readCounts(file, code), output};
    },
  };
}
