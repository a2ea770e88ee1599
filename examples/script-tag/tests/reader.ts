import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {chromium, type Browser, type BrowserContextOptions, type Locator, type Page} from 'playwright-core';
import {findChromium} from '../../../scripts/browsers/chromium.mjs';

const axeSource = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** A reader of the page, and whatever went wrong while they read. */
export interface Reader {
  page: Page;
  items: Locator;
  /** Violations of the policy, console errors and warnings, uncaught errors. */
  troubles: string[];
  /** Addresses outside the site that anything asked for. */
  strangers: string[];
}

export async function startBrowser(): Promise<Browser> {
  const {executablePath, args} = await findChromium();
  return chromium.launch({executablePath, args});
}

export async function newReader(browser: Browser, origin: string, options: BrowserContextOptions = {}): Promise<Reader> {
  const page = await browser.newPage({viewport: {width: 1280, height: 900}, locale: 'nl-NL', ...options});
  const reader: Reader = {page, items: page.locator('buurt-initiative-map [part~=item]'), troubles: [], strangers: []};
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) reader.troubles.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => void reader.troubles.push(String(error)));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== origin) reader.strangers.push(request.url());
  });
  if (options.javaScriptEnabled !== false) {
    await page.exposeFunction('noteTrouble', (trouble: string) => void reader.troubles.push(trouble));
    await page.addInitScript(() => {
      const {noteTrouble} = window as unknown as {noteTrouble(trouble: string): void};
      document.addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI}) =>
        noteTrouble(`policy: ${effectiveDirective} ${blockedURI}`),
      );
    });
  }
  return reader;
}

/** Where the keyboard is, also inside the component. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return [element?.localName, element?.getAttribute('type'), element?.getAttribute('part') ?? element?.getAttribute('class')]
      .filter(Boolean)
      .join(' ');
  });
}

/** As somebody does who has no mouse. */
export async function tabTo(page: Page, what: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await focused(page)).includes(what)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard doesn't reach ${what}.`);
}

/** Whether axe finds nothing on the page as it is now. */
export async function expectAccessible(page: Page): Promise<void> {
  const run = `new Promise((resolve, reject) => axe.run().then(({violations}) => resolve(violations.map(({id, nodes}) => id + ': ' + nodes.map(({target}) => target.join(' ')).join(', '))), reject))`;
  // Through the debugger's door: the page's policy refuses scripts that aren't its own, as it should.
  await page.evaluate(await readFile(axeSource, 'utf8'));
  const faults = (await page.evaluate(run)) as string[];
  if (faults.length > 0) throw new Error(faults.join('\n'));
}
