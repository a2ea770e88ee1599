import {runCommand} from '../testing/run-command.mjs';
import {root} from '../testing/workspaces.mjs';

/** @type {import('../testing/check.mjs').Check[]} */
export const checks = [
  {
    name: 'no file, export or dependency is there for nothing',
    async run() {
      const {code, output} = await runCommand('knip', ['--no-progress', '--reporter', 'compact'], {cwd: root});
      if (code !== 0) throw new Error(output.trim());
    },
  },
];
