import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {runCommand} from '../testing/run-command.mjs';
import {root} from '../testing/workspaces.mjs';

const sdk = join(root, 'packages/sdk');

/** @type {import('../testing/check.mjs').Check[]} */
export const checks = existsSync(join(sdk, 'scripts/generate-types.ts'))
  ? [
      {
        name: "the SDK's types are those of the contract as it is now",
        async run() {
          const {code, output} = await runCommand('npm', ['run', '--silent', 'generate', '--', '--check'], {cwd: sdk});
          if (code !== 0) throw new Error(`${output}\nRun: npm run generate --workspace packages/sdk`);
        },
      },
    ]
  : [];
