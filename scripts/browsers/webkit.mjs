import {spawn} from 'node:child_process';
import {globSync} from 'node:fs';
import {createServer} from 'node:net';
import {setTimeout as wait} from 'node:timers/promises';
import {findOnPath} from './find-on-path.mjs';

/**
 * @typedef {object} WebKit
 * @property {string} driver
 * @property {string} miniBrowser
 * @property {string} xvfb
 */

/**
 * @typedef {object} WebKitDriver
 * @property {string} hostname
 * @property {number} port
 * @property {Record<string, unknown>} capabilities
 * @property {() => void} stop Ends the driver, its browser and its screen.
 */

/** @returns {WebKit | undefined} */
export function findWebKit() {
  const driver = findOnPath(['WebKitWebDriver']);
  const xvfb = findOnPath(['Xvfb']);
  const miniBrowser = findOnPath(globSync('/usr/lib/*/webkit{2gtk,gtk}-*/MiniBrowser').toSorted().toReversed());
  return driver && xvfb && miniBrowser ? {driver, miniBrowser, xvfb} : undefined;
}

/**
 * Starts WebKitGTK's driver on a screen of its own.
 *
 * `timeout` leads each process group: it ends the group after the limit, also when we were killed ourselves and can't.
 *
 * @param {WebKit} webKit
 * @param {{limitInSeconds?: number}} [options]
 * @returns {Promise<WebKitDriver>}
 */
export async function startWebKitDriver({driver, miniBrowser, xvfb}, {limitInSeconds = 1200} = {}) {
  /** @type {number[]} */
  const groups = [];
  const stop = () => groups.splice(0).forEach(endGroup);
  process.once('exit', stop);

  /** @param {string[]} command @param {NodeJS.ProcessEnv} env */
  const startGroup = (command, env) => {
    const child = spawn('timeout', ['--kill-after=5', String(limitInSeconds), ...command], {
      detached: true,
      stdio: ['ignore', 'pipe', 'ignore'],
      env,
    });
    if (child.pid !== undefined) groups.push(child.pid);
    child.unref();
    return child;
  };

  try {
    const screen = startGroup([xvfb, '-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], process.env);
    const display = await firstLine(screen.stdout);
    const port = await freePort();
    const env = {
      ...process.env,
      DISPLAY: `:${display}`,
      GDK_BACKEND: 'x11',
      NO_AT_BRIDGE: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
    };
    startGroup([driver, `--port=${port}`, '--host=127.0.0.1'], env).stdout.destroy();
    await untilReady(`http://127.0.0.1:${port}/status`);
    const capabilities = {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': {binary: miniBrowser, args: ['--automation']},
      // This driver refuses a session that asks for the two-way protocol.
      'wdio:enforceWebDriverClassic': true,
    };
    return {hostname: '127.0.0.1', port, capabilities, stop};
  } catch (error) {
    stop();
    throw error;
  }
}

/** @param {number} leader */
function endGroup(leader) {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // It had ended already.
  }
}

/** @param {import('node:stream').Readable} stream @returns {Promise<string>} */
async function firstLine(stream) {
  let text = '';
  for await (const part of stream.setEncoding('utf8')) {
    text += part;
    if (text.includes('\n')) return text.trim();
  }
  throw new Error('Xvfb ended before it had a screen.');
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const {port} = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/** @param {string} url */
async function untilReady(url) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await wait(100);
  }
  throw new Error('WebKitWebDriver did not answer within 10 seconds.');
}
