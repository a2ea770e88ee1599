import {chromium, type Browser, type Page} from 'playwright-core';
import {findChromium} from '../../../scripts/browsers/chromium.mjs';

/** Somebody with a browser, and what their browser had to say about the page. */
export interface Visitor {
  page: Page;
  console: string[];
  violations: string[];
  errors: string[];
  events: {type: string; target: string; [field: string]: unknown}[];
}

declare global {
  interface Window {
    note(kind: 'violation' | 'event', text: string): void;
  }
}

export async function startBrowser(): Promise<Browser> {
  const {executablePath, args} = await findChromium();
  // Playwright switches the back/forward cache off; readers have it.
  return chromium.launch({executablePath, args, ignoreDefaultArgs: ['--disable-back-forward-cache']});
}

/** Opens a page and listens to everything that it, and Buurtkit on it, says. */
export async function visit(browser: Browser, address: string): Promise<Visitor> {
  const page = await browser.newPage({viewport: {width: 1000, height: 700}});
  const visitor: Visitor = {page, console: [], violations: [], errors: [], events: []};
  page.on('console', (message) => void visitor.console.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => void visitor.errors.push(String(error)));
  await page.exposeFunction('note', (kind: string, text: string) => {
    if (kind === 'violation') visitor.violations.push(text);
    else visitor.events.push(JSON.parse(text) as Visitor['events'][number]);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI}) =>
      window.note('violation', `${effectiveDirective} ${blockedURI}`),
    );
    for (const type of ['buurt-error', 'buurt-version-conflict']) {
      document.addEventListener(type, (event) => {
        const {code, status, running, refused} = event as Event & Record<string, unknown>;
        const target = event.target instanceof Element ? event.target.localName : 'document';
        window.note('event', JSON.stringify({type, target, code, status, running, refused}));
      });
    }
  });
  await page.goto(address);
  return visitor;
}

/** What an element shows: its own content once it is defined, else its fallback. */
export function shownBy(page: Page, selector: string): Promise<string | null> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => element.shadowRoot?.textContent ?? element.textContent);
}
