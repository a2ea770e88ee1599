import {spawn} from 'node:child_process';

/** @type {Set<number>} */
const running = new Set();

process.once('exit', endAll);
for (const [signal, code] of /** @type {const} */ ([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
])) {
  process.once(signal, () => process.exit(code));
}

/**
 * Runs a command in a process group of its own, so that nothing it started outlives it.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, limitInSeconds?: number}} [options]
 * @returns {Promise<{code: number, output: string, stdout: string}>} Everything it printed, and its results alone.
 */
export function runCommand(command, args, {cwd = process.cwd(), env = {}, limitInSeconds = 600} = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {cwd, env: {...process.env, ...env}, stdio: ['ignore', 'pipe', 'pipe'], detached: true});
    const leader = child.pid;
    if (leader !== undefined) running.add(leader);
    let output = '';
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (part) => {
      output += part;
      stdout += part;
    });
    child.stderr.setEncoding('utf8').on('data', (part) => (output += part));
    const limit = setTimeout(() => {
      output += `\nStopped after ${limitInSeconds} seconds.\n`;
      end(leader);
    }, limitInSeconds * 1000);

    /** @param {number} code */
    const settle = (code) => {
      clearTimeout(limit);
      end(leader);
      resolve({code, output, stdout});
    };
    child.once('error', (error) => {
      output += `${error.message}\n`;
      settle(127);
    });
    // Something left behind in the group can keep the pipes open: the end of the command itself counts.
    child.once('exit', (code) => setTimeout(settle, 50, code ?? 1));
  });
}

function endAll() {
  for (const leader of running) end(leader);
}

/** @param {number | undefined} leader */
function end(leader) {
  if (leader === undefined || !running.delete(leader)) return;
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // The group had ended already.
  }
}
