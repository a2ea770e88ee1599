import {execFile, spawn} from 'node:child_process';
import {once} from 'node:events';
import {chmod, mkdtemp, rm} from 'node:fs/promises';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';

export type ServerWithCommunities = {origin: string; stop(): Promise<void>};

const run = promisify(execFile);
const packages = fileURLToPath(new URL('../../', import.meta.url));
const command = join(packages, 'server/bin/buurtkit.mjs');
/** Where nobody listens: a bench asks nothing of others. */
const nowhere = 'http://127.0.0.1:9';

/** The components as they are now, on a server of its own with communities of these sizes, each under the name that `slugOf` gives. */
export async function startServerWithCommunities(sizes: readonly number[]): Promise<ServerWithCommunities> {
  await run(process.execPath, ['--conditions=buurtkit-source', 'build.ts'], {cwd: join(packages, 'embed')});
  const folder = await mkdtemp(join(tmpdir(), 'buurtkit-bench-'));
  await chmod(folder, 0o755);
  const port = await freePort();
  const {DATABASE_URL: _url, DATABASE_APP_URL: _appUrl, NODE_ENV: _mode, ...inherited} = process.env;
  const env = {
    ...inherited,
    BUURTKIT_DATA: join(folder, 'data'),
    BUURTKIT_DEFENCES: 'off',
    BUURTKIT_TILES_URL: nowhere,
    BUURTKIT_PDOK_URL: nowhere,
    LOG_LEVEL: 'silent',
    PORT: String(port),
  };
  const server = spawn(process.execPath, [command, 'serve'], {env, stdio: 'ignore'});
  const ended = once(server, 'exit');
  const stop = async () => {
    server.kill('SIGTERM');
    await ended;
    await rm(folder, {recursive: true, force: true});
  };
  try {
    const origin = `http://127.0.0.1:${port}`;
    await untilHealthy(origin, () => server.exitCode);
    for (const size of sizes) await run(process.execPath, [command, 'seed', '--community', slugOf(size), '--size', String(size)], {env});
    return {origin, stop};
  } catch (error) {
    await stop();
    throw error;
  }
}

export function slugOf(size: number): string {
  return `met-${size}`;
}

async function untilHealthy(origin: string, exitCode: () => number | null): Promise<void> {
  for (let attempt = 0; attempt < 300 && exitCode() === null; attempt += 1) {
    const answer = await fetch(`${origin}/health`).catch(() => null);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error('The server did not start.');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
