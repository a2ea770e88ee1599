import {createReadStream} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {defaultReporter} from '@web/test-runner';
import {filePlugin} from '@web/test-runner-commands/plugins';
import {chromeLauncher} from '@web/test-runner-chrome';
import {webdriverLauncher} from '@web/test-runner-webdriver';
import puppeteer from 'puppeteer-core';
import {findEngines} from '../../scripts/browsers/engines.mjs';
import {startWebKitDriver} from '../../scripts/browsers/webkit.mjs';
import {countingReporter} from './counting-reporter.mjs';

const engines = await findEngines();

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  rootDir: fileURLToPath(new URL('../..', import.meta.url)),
  files: ['src/**/*.test.ts'],
  nodeResolve: {exportConditions: ['buurtkit-source', 'development', 'browser']},
  plugins: [filePlugin(), esbuildPlugin({ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url))})],
  middleware: [serveMockServiceWorker],
  browsers: [
    ...(engines.chromium ? [chromium(engines.chromium)] : []),
    ...(engines.firefox ? [firefox(engines.firefox)] : []),
    ...(engines.webkit ? [await webkit(engines.webkit)] : []),
  ],
  // One at a time: only the window in front has the focus. Chromium can give it to every page, and runs two.
  concurrency: 1,
  concurrentBrowsers: 1,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
  testFramework: {config: {timeout: 10_000}},
  filterBrowserLogs: ({args}) => !String(args[0]).startsWith('Lit is in dev mode'),
  reporters: [defaultReporter(), countingReporter(process.env.BUURTKIT_RESULTS)],
};

/** @param {import('../../scripts/browsers/chromium.mjs').Chromium} found */
function chromium({executablePath, args, isHeadlessShell}) {
  const launcher = chromeLauncher({
    launchOptions: {executablePath, args, headless: isHeadlessShell ? 'shell' : true},
    concurrency: 1,
    async createPage({context}) {
      const page = await context.newPage();
      const devTools = await page.createCDPSession();
      await devTools.send('Emulation.setFocusEmulationEnabled', {enabled: true});
      return page;
    },
  });
  // A page that another file had before keeps its history, and Back would lead out of the test: each file gets a fresh one.
  Object.defineProperty(launcher, 'inactivePages', {get: () => [], set: () => {}});
  return launcher;
}

/** @param {{executablePath: string}} found */
function firefox({executablePath}) {
  return chromeLauncher({puppeteer, launchOptions: {browser: 'firefox', executablePath}, concurrency: 1});
}

/** @param {import('../../scripts/browsers/webkit.mjs').WebKit} found */
async function webkit(found) {
  const driver = await startWebKitDriver(found);
  const launcher = webdriverLauncher({hostname: driver.hostname, port: driver.port, capabilities: driver.capabilities, logLevel: 'error'});
  const stopSession = launcher.stop.bind(launcher);
  launcher.stop = async () => {
    await stopSession();
    driver.stop();
  };
  return launcher;
}

/**
 * msw's worker must come from the root of the page's own origin.
 *
 * @type {NonNullable<import('@web/test-runner').TestRunnerConfig['middleware']>[number]}
 */
function serveMockServiceWorker(context, next) {
  if (context.path !== '/mockServiceWorker.js') return next();
  context.type = 'text/javascript';
  context.body = createReadStream(fileURLToPath(import.meta.resolve('msw/mockServiceWorker.js')));
}
