import {chromium, type Browser, type BrowserContextOptions, type Locator, type Page} from 'playwright-core';
import {findChromium} from '../../../scripts/browsers/chromium.mjs';

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
