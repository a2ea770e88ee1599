import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {chmod, mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

// Half the time of a command goes into reading its own sources.
const compileCache = join(tmpdir(), 'buurtkit-tests-compiled');
const launcher = fileURLToPath(new URL('../../bin/buurtkit.mjs', import.meta.url));

export type Ended = {code: number | null; signal: NodeJS.Signals | null; stdout: string; stderr: string};

export type OwnProcess = {
  child: ChildProcess;
  /** What it has printed until now. */
  printed: {stdout: string; stderr: string};
  ended: Promise<Ended>;
};

/** `buurtkit` as somebody on the command line runs it, with nothing of our own environment but what is given. */
export function startBuurtkit(args: readonly string[], environment: Record<string, string>): OwnProcess {
  const {PATH = '', HOME = '/root'} = process.env;
  const child = spawn(process.execPath, [launcher, ...args], {
    env: {PATH, HOME, NODE_COMPILE_CACHE: compileCache, ...environment},
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = {stdout: '', stderr: ''};
  child.stdout?.setEncoding('utf8').on('data', (part: string) => (printed.stdout += part));
  child.stderr?.setEncoding('utf8').on('data', (part: string) => (printed.stderr += part));
  const ended = once(child, 'close').then(([code, signal]): Ended => ({code, signal, ...printed}));
  return {child, printed, ended};
}

export async function runBuurtkit(args: readonly string[], environment: Record<string, string>): Promise<Ended> {
  return startBuurtkit(args, environment).ended;
}

export type ServerProcess = OwnProcess & {url: string; readyAfter: number};

/** A server in a process of its own, ready. */
export async function startServerProcess(environment: Record<string, string>): Promise<ServerProcess> {
  const start = performance.now();
  const own = startBuurtkit(['serve'], {PORT: '0', ...environment});
  for (;;) {
    const url = /^Buurtkit: (\S+)$/m.exec(own.printed.stdout)?.[1];
    if (url) return {...own, url, readyAfter: performance.now() - start};
    const ended = await Promise.race([own.ended, new Promise<null>((resolve) => setTimeout(resolve, 20, null))]);
    if (ended) throw new Error(`The server ended with ${ended.code}: ${ended.stderr}`);
  }
}

/** How it ended after the signal, and in how many seconds. */
export async function endProcess({child, ended}: OwnProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<Ended & {seconds: number}> {
  const start = performance.now();
  child.kill(signal);
  const end = await ended;
  return {...end, seconds: (performance.now() - start) / 1000};
}

/** An empty data folder that PostgreSQL's own user can reach too. */
export async function aDataFolder(): Promise<{path: string; remove(): Promise<void>}> {
  const folder = await mkdtemp(join(tmpdir(), 'buurtkit-data-'));
  await chmod(folder, 0o755);
  return {path: join(folder, 'data'), remove: () => rm(folder, {recursive: true, force: true})};
}
