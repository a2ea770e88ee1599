import {execFile} from 'node:child_process';
import {readFile} from 'node:fs/promises';
import {promisify} from 'node:util';

/**
 * When the process with this id started, as text to compare, or null when there is none.
 * A process id alone says nothing: after a crash the same number soon belongs to another program.
 */
export async function processStart(pid: number): Promise<string | null> {
  if (process.platform === 'linux') return processStartOnLinux(pid);
  if (process.platform === 'win32') return isPidTaken(pid) ? 'unknown' : null;
  const {stdout} = await promisify(execFile)('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {env: {LC_ALL: 'C', TZ: 'UTC'}}).catch(
    () => ({stdout: ''}),
  );
  const [state, ...start] = stdout.trim().split(/\s+/);
  return !state || state.startsWith('Z') ? null : start.join(' ');
}

async function processStartOnLinux(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (stat === null) return null;
  // The second field, the program's name, may itself hold spaces and brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state] = fields;
  if (state === 'Z' || state === 'X') return null;
  const bootId = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  return `${bootId.trim()}:${fields[19]}`;
}

function isPidTaken(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
