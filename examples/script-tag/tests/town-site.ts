import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, rm} from 'node:fs/promises';
import {createServer, type AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The example as `npm start` gives it, with a data folder of its own. */
export interface TownSite {
  origin: string;
  /** The server goes away, as on a bad day. */
  stop(): Promise<void>;
  /** And comes back at the same address. */
  start(): Promise<void>;
  remove(): Promise<void>;
}

export async function openTownSite(): Promise<TownSite> {
  const folder = await mkdtemp(join(tmpdir(), 'buurtkit-example-'));
  const port = await freePort();
  let running: ChildProcess | undefined;

  const site: TownSite = {
    origin: `http://127.0.0.1:${port}`,
    async start() {
      running = spawn('npm', ['start'], {
        cwd: root,
        // A group of its own, so that all of it can be ended.
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {...process.env, NODE_ENV: 'development', BUURTKIT_DATA: join(folder, 'data'), PORT: String(port), LOG_LEVEL: 'error'},
      });
      await untilReady(running);
    },
    async stop() {
      const process_ = running;
      running = undefined;
      if (!process_?.pid || process_.exitCode !== null) return;
      // npm is gone before its server is, which still answers whoever is connected: their output closes with the last of them.
      const ended = once(process_, 'close');
      process.kill(-process_.pid, 'SIGTERM');
      await ended;
    },
    async remove() {
      await site.stop();
      await rm(folder, {recursive: true, force: true, maxRetries: 5, retryDelay: 200});
    },
  };
  await site.start();
  return site;
}

function untilReady(server: ChildProcess): Promise<void> {
  const said: string[] = [];
  return new Promise((resolve, reject) => {
    for (const stream of [server.stdout, server.stderr]) {
      if (!stream) continue;
      createInterface({input: stream}).on('line', (line) => {
        said.push(line);
        if (line.startsWith('Buurtkit: http')) resolve();
      });
    }
    server.once('exit', (code) => reject(new Error(`npm start ended with code ${code}:\n${said.join('\n')}`)));
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
