import type {Browser, CDPSession, Page} from 'playwright-core';

/** What a reader with a slow device sees of a page. Times are milliseconds from the moment the first script was asked for. */
export type Loading = {
  firstRow: number;
  firstMarker: number;
  longTasks: number[];
  /** From the navigation on. */
  largestPaint: number;
  codeBytes: number;
  dataBytes: number;
};

export type Filtering = {
  /** From the choice to the last thing painted for it. */
  toPaint: number;
  /** From the last answer, or from the choice where nothing is asked. */
  fromAnswer: number;
  longTasks: number[];
};

type Watch = {
  frames: Record<string, number>;
  longTasks: [start: number, duration: number][];
  largestPaint: number;
  lastPaint: number;
  hasRested: boolean;
};

declare global {
  interface Window {
    watch: Watch;
  }
}

/** What the page says on its console once list and map are there and nothing was painted for half a second. */
const RESTED = 'rested';

/** A page on a processor that is four times slower, with what it did written down. */
export class WatchedPage {
  readonly #page: Page;
  readonly #rested: Promise<unknown>;
  readonly #bytes = {code: 0, data: 0};

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#rested = page.waitForEvent('console', {predicate: (message) => message.text() === RESTED, timeout: 60_000});
    // An empty page never says so, and nobody waits for it.
    this.#rested.catch(() => {});
    const addresses = new Map<string, string>();
    session.on('Network.requestWillBeSent', ({requestId, request}) => void addresses.set(requestId, request.url));
    session.on('Network.loadingFinished', ({requestId, encodedDataLength}) => {
      const {pathname} = new URL(addresses.get(requestId) ?? 'http://localhost/');
      if (pathname.startsWith('/v1/tiles/')) return;
      if (pathname.startsWith('/v1/') || pathname.startsWith('/points-')) this.#bytes.data += encodedDataLength;
      else if (/\.(?:js|css|json|png)$/.test(pathname)) this.#bytes.code += encodedDataLength;
    });
  }

  static async open(browser: Browser, address: string, use: (page: WatchedPage) => Promise<void>): Promise<void> {
    const context = await browser.newContext({viewport: {width: 1280, height: 800}});
    try {
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      await session.send('Network.enable');
      await session.send('Emulation.setCPUThrottlingRate', {rate: 4});
      await page.addInitScript(watch, RESTED);
      const watched = new WatchedPage(page, session);
      await page.goto(address);
      await use(watched);
    } finally {
      await context.close();
    }
  }

  /** Waits until list and map are there and nothing changes any more. The page is asked nothing meanwhile: that is a long task too. */
  async loaded(): Promise<Loading> {
    await this.#rested;
    const seen = await this.#page.evaluate(() => {
      const start = performance.getEntriesByType('resource').find(({name}) => /\/(?:buurt|leaflet)\.js$/.test(name))?.startTime ?? 0;
      const {frames, longTasks, largestPaint} = window.watch;
      return {
        firstRow: (frames['row'] ?? 0) - start,
        firstMarker: (frames['marker'] ?? 0) - start,
        longTasks: longTasks.map(([, duration]) => duration),
        largestPaint,
      };
    });
    return {...seen, codeBytes: this.#bytes.code, dataBytes: this.#bytes.data};
  }

  /** An empty page has nothing to wait for. */
  async idle(): Promise<Pick<Loading, 'longTasks' | 'largestPaint'>> {
    await this.#page.waitForTimeout(1500);
    return this.#page.evaluate(() => ({
      longTasks: window.watch.longTasks.map(([, duration]) => duration),
      largestPaint: window.watch.largestPaint,
    }));
  }

  async chooseKind(kind: string): Promise<Filtering> {
    await this.#page.evaluate(() => {
      const root = document.querySelector('buurt-initiative-map')?.shadowRoot;
      (root?.querySelector('[data-filter="kind"]') as HTMLElement | undefined)?.click();
    });
    await this.#page.waitForFunction((value) => {
      const root = document.querySelector('buurt-initiative-map')?.shadowRoot ?? document;
      return root.querySelector(`input[value="${value}"], option[value="${value}"]`);
    }, kind);
    await this.#rest();
    const start = await this.#page.evaluate((value) => {
      const root = document.querySelector('buurt-initiative-map')?.shadowRoot;
      const choice = root?.querySelector<HTMLElement>(`input[value="${value}"]`);
      const now = performance.now();
      if (choice) choice.click();
      else {
        const select = document.querySelector<HTMLSelectElement>('#kind')!;
        select.value = value;
        select.dispatchEvent(new Event('change'));
      }
      return now;
    }, kind);
    await this.#page.waitForFunction((before) => window.watch.lastPaint > before, start);
    await this.#rest();
    return this.#page.evaluate((from) => {
      const answers = performance
        .getEntriesByType('resource')
        .filter(({name, startTime}) => startTime >= from && /\/initiatives\?|\/initiative-clusters\?/.test(name))
        .map((entry) => (entry as PerformanceResourceTiming).responseEnd);
      const {lastPaint, longTasks} = window.watch;
      return {
        toPaint: lastPaint - from,
        fromAnswer: lastPaint - Math.max(from, ...answers),
        longTasks: longTasks.filter(([at]) => at >= from).map(([, duration]) => duration),
      };
    }, start);
  }

  /** Nothing painted for half a second. */
  async #rest(): Promise<void> {
    let before = -1;
    for (;;) {
      await this.#page.waitForTimeout(500);
      const now = await this.#page.evaluate(() => window.watch.lastPaint);
      if (now === before) return;
      before = now;
    }
  }
}

/** Runs in the page, before anything of it. */
function watch(restedWord: string): void {
  const seen: Watch = {frames: {}, longTasks: [], largestPaint: 0, lastPaint: 0, hasRested: false};
  window.watch = seen;
  new PerformanceObserver((entries) => {
    for (const {startTime, duration} of entries.getEntries()) seen.longTasks.push([startTime, duration]);
  }).observe({type: 'longtask', buffered: true});
  new PerformanceObserver((entries) => {
    for (const {startTime} of entries.getEntries()) seen.largestPaint = startTime;
  }).observe({type: 'largest-contentful-paint', buffered: true});

  const parts = {row: '.item', marker: '.markers > button, .leaflet-marker-icon'};
  const watched = new WeakSet<Element>();
  const afterThisFrame = (act: (now: number) => void) => {
    const {port1, port2} = new MessageChannel();
    port1.addEventListener('message', () => act(performance.now()));
    port1.start();
    port2.postMessage(null);
  };
  const changes = new MutationObserver(() =>
    requestAnimationFrame(() =>
      afterThisFrame((now) => {
        seen.lastPaint = now;
      }),
    ),
  );
  const look = () => {
    const root = document.querySelector('buurt-initiative-map')?.shadowRoot ?? document;
    for (const [part, selector] of Object.entries(parts)) {
      if (seen.frames[part] || !root.querySelector(selector)) continue;
      seen.frames[part] = performance.now();
      afterThisFrame((now) => {
        seen.frames[part] = now;
      });
    }
    for (const place of root.querySelectorAll('.overview, .markers, #list, .leaflet-marker-pane')) {
      if (watched.has(place)) continue;
      watched.add(place);
      changes.observe(place, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
        attributeFilter: ['aria-label', 'href'],
      });
    }
    if (!seen.hasRested && seen.frames['row'] && seen.frames['marker'] && performance.now() - seen.lastPaint > 500) {
      seen.hasRested = true;
      console.debug(restedWord);
    }
    if (performance.now() < 60_000) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
