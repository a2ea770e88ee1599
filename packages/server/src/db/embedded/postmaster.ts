import {execFile} from 'node:child_process';
import {readFile, readlink} from 'node:fs/promises';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {promisify} from 'node:util';

import {errorCode} from './embedded-database-error.ts';
import {type PostgresBinaries, program} from './postgres-binaries.ts';

/** The live PostgreSQL of a cluster, as `postmaster.pid` tells. */
export type Postmaster = {
  pid: number;
  port: number;
  status: 'starting' | 'stopping' | 'ready' | 'unknown';
};

export async function findPostmaster(cluster: string): Promise<Postmaster | null> {
  const lines = await readPidFile(cluster);
  const postmaster = {pid: Number(lines[0]), port: Number(lines[3]), status: readStatus(lines[7])};
  return (await isPostmasterOf(cluster, postmaster.pid)) ? postmaster : null;
}

/** The process id in `postmaster.pid`, whosever it is by now. */
export async function recordedPid(cluster: string): Promise<string | undefined> {
  return (await readPidFile(cluster))[0];
}

/**
 * Ends PostgreSQL: `fast` within 4 seconds, whatever it takes (what was acknowledged survives, as after a power cut);
 * `smart` first gives whoever is connected 10 seconds to finish.
 */
export async function stopPostmaster(cluster: string, how: 'fast' | 'smart', binaries: PostgresBinaries): Promise<void> {
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', 2500],
    ['SIGQUIT', 800],
    ['SIGKILL', 400],
  ];
  if (how === 'smart') steps.unshift(['SIGTERM', 10_000]);

  for (const [signal, patience] of steps) {
    const postmaster = await findPostmaster(cluster);
    if (!postmaster) return;
    await send(signal, postmaster.pid, binaries);
    if (await isGoneWithin(patience, cluster, postmaster.pid)) return;
  }
}

async function send(signal: NodeJS.Signals, pid: number, binaries: PostgresBinaries): Promise<void> {
  // Windows has no signals; PostgreSQL brings its own.
  if (process.platform === 'win32') {
    await promisify(execFile)(program(binaries, 'pg_ctl'), ['kill', signal.slice('SIG'.length), String(pid)], {windowsHide: true});
    return;
  }
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}

async function isGoneWithin(milliseconds: number, cluster: string, pid: number): Promise<boolean> {
  const until = Date.now() + milliseconds;
  while (await isPostmasterOf(cluster, pid)) {
    if (Date.now() > until) return false;
    await sleep(10);
  }
  return true;
}

async function readPidFile(cluster: string): Promise<string[]> {
  try {
    return (await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n').map((line) => line.trim());
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return [];
  }
}

function readStatus(line: string | undefined): Postmaster['status'] {
  return line === 'starting' || line === 'stopping' || line === 'ready' ? line : 'unknown';
}

/** After a crash `postmaster.pid` stays, and its number may belong to another program by now, or to the PostgreSQL of another folder. */
async function isPostmasterOf(cluster: string, pid: number): Promise<boolean> {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  if (process.platform === 'linux') return isPostmasterOnLinux(cluster, pid);
  const [command, options] =
    process.platform === 'win32'
      ? (['tasklist', ['/NH', '/FI', `PID eq ${pid}`]] as const)
      : (['ps', ['-o', 'command=', '-p', String(pid)]] as const);
  const {stdout} = await promisify(execFile)(command, options, {windowsHide: true}).catch(() => ({stdout: ''}));
  return process.platform === 'win32' ? stdout.includes('postgres.exe') : stdout.includes(` ${cluster} `);
}

async function isPostmasterOnLinux(cluster: string, pid: number): Promise<boolean> {
  const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '');
  if (name.trim() !== 'postgres') return false;
  // Root in a container may not look at the working folder of another user's process.
  const workingFolder = await readlink(`/proc/${pid}/cwd`).catch(() => null);
  if (workingFolder !== null) return workingFolder === cluster;
  const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return commandLine.split('\0').includes(cluster);
}
