import {join} from 'node:path';
import {endWithCount, runJobs} from './testing/jobs.mjs';
import {runCommand} from './testing/run-command.mjs';
import {root} from './testing/workspaces.mjs';

const litAnalyzer = ['--import', join(root, 'scripts/linting/typescript-5.mjs'), join(root, 'node_modules/lit-analyzer/cli.js')];

// Its HTML is older than ours (no enterkeyhint), and it doesn't know Lit's `nothing` in a binding.
// Its list of CSS is old: it doesn't know @container, accent-color or text-wrap.
const litRules = ['--rules.no-unknown-attribute', 'off', '--rules.no-incompatible-type-binding', 'off', '--rules.no-invalid-css', 'off'];

const total = await runJobs(
  [
    linter('oxlint', 'oxlint', ['--type-aware', '--deny-warnings', '--report-unused-disable-directives']),
    linter('oxfmt (npm run format mends it)', 'oxfmt', ['--check', '.']),
    linter('lit-analyzer', 'node', [...litAnalyzer, 'src/**/*.ts', '--strict', '--maxWarnings', '0', ...litRules], 'packages/elements'),
    linter('words', 'node', ['scripts/check.mjs', 'words']),
  ],
  {atATime: 2},
);

endWithCount(total);

/**
 * A linter is one test: it has something to say or it hasn't.
 *
 * @param {string} name
 * @param {string} command
 * @param {string[]} args
 * @param {string} [folder]
 * @returns {import('./testing/jobs.mjs').Job}
 */
function linter(name, command, args, folder = '.') {
  return {
    name,
    run: async () => {
      const {code, output} = await runCommand(command, args, {cwd: join(root, folder)});
      return {counts: {passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, failures: []}, output};
    },
  };
}
