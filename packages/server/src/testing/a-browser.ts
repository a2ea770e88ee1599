import {once} from 'node:events';
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {createRequire} from 'node:module';
import {getRequestListener} from '@hono/node-server';
import {chromium, type Locator, type Page} from 'playwright-core';
import {findChromium} from '../../../../scripts/browsers/chromium.mjs';
import {createApp} from '../http/app.ts';
import type {TestDatabase} from './test-database.ts';
import {testServices} from './test-services.ts';

type Opening = {
  width?: number;
  javaScriptEnabled?: boolean;
  expectedStatus?: number;
  colorScheme?: 'light' | 'dark';
  forcedColors?: 'active' | 'none';
};

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Chromium in front of a server of its own on this database; close it before the database. */
export async function aBrowser(opened: TestDatabase, more: Parameters<typeof testServices>[1] = {}) {
  const services = testServices(opened.database, more);
  const listener = getRequestListener(createApp(services).fetch);
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const origin = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
  services.publicUrl = origin;
  const {executablePath, args} = await findChromium();
  const browser = await chromium.launch({executablePath, args});
  /** What a page complained of, and what it asked of others. */
  const troubles: string[] = [];

  async function open(
    path: string,
    {width = 1280, javaScriptEnabled = false, expectedStatus = 200, colorScheme = 'light', forcedColors = 'none'}: Opening = {},
  ): Promise<Page> {
    const context = await browser.newContext({
      javaScriptEnabled,
      locale: 'nl',
      viewport: {width, height: 800},
      bypassCSP: false,
      colorScheme,
      forcedColors,
    });
    const page = await context.newPage();
    page.on('console', (message) => {
      const isOwnStatus = expectedStatus !== 200 && message.text().includes(String(expectedStatus));
      if (['error', 'warning'].includes(message.type()) && !isOwnStatus) troubles.push(message.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(`${origin}/`)) troubles.push(`a request to ${request.url()}`);
    });
    const response = await page.goto(path.startsWith('http') ? path : `${origin}${path}`);
    if (response?.status() !== expectedStatus) troubles.push(`${path} answered ${response?.status()}`);
    return page;
  }

  /** What axe finds wrong in light, in dark and on a telephone. */
  async function violations(path: string, opening: Opening = {}): Promise<string[]> {
    const page = await open(path, {...opening, javaScriptEnabled: true});
    // From the protocol, not from the page: its policy allows no script, and that has to stay so.
    await page.evaluate(axe);
    const wrong = await axeIn(page);
    await page.emulateMedia({colorScheme: 'dark'});
    wrong.push(...(await axeIn(page, ['color-contrast'])));
    await page.emulateMedia({colorScheme: 'light'});
    await page.setViewportSize({width: 320, height: 800});
    wrong.push(...(await axeIn(page)));
    await page.context().close();
    return wrong;
  }

  /** What does not fit: 320 pixels wide, and that with text twice as large in 640. */
  async function overflow(path: string, opening: Opening = {}): Promise<string[]> {
    const wrong: string[] = [];
    const page = await open(path, {...opening, width: 320, javaScriptEnabled: true});
    for (const [width, size] of [
      [320, '100%'],
      [640, '200%'],
    ] as const) {
      await page.setViewportSize({width, height: 800});
      await page.evaluate(`document.documentElement.style.fontSize = '${size}'`);
      const found = (await page.evaluate('document.documentElement.scrollWidth')) as number;
      if (found !== width) wrong.push(`${path} is ${found} wide in ${width} with text of ${size}`);
    }
    if ((await page.locator('h1').count()) !== 1) wrong.push(`${path} has not one title`);
    await page.context().close();
    return wrong;
  }

  const close = async () => {
    await browser.close();
    server.close();
    server.closeAllConnections();
  };
  return {origin, services, open, violations, overflow, troubles, close};
}

/** Presses what leads to another page, and waits until that page is there: what is read next may not be of the one before. */
export function follow(page: Page, target: Locator): Promise<unknown> {
  return Promise.all([page.waitForEvent('load'), target.click()]);
}

async function axeIn(page: Page, rules?: readonly string[]): Promise<string[]> {
  const options = {resultTypes: ['violations'], ...(rules && {runOnly: rules})};
  const found = (await page.evaluate(`axe.run(${JSON.stringify(options)})`)) as {violations: {id: string; nodes: {html: string}[]}[]};
  return found.violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`);
}
