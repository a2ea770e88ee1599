import {createHash} from 'node:crypto';
import type {Browser, BrowserContextOptions, Page} from 'playwright-core';
import {afterAll, beforeAll, expect, onTestFinished, test} from 'vitest';
import {expectAccessible, focused, newReader, startBrowser, tabTo, type Reader} from './reader.ts';
import {openTownSite, type TownSite} from './town-site.ts';

const PHONE = {viewport: {width: 320, height: 640}};

let town: TownSite;
let browser: Browser;

beforeAll(async () => {
  [town, browser] = await Promise.all([openTownSite(), startBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await town?.remove();
});

async function aReader(options: BrowserContextOptions = {}): Promise<Reader> {
  const reader = await newReader(browser, town.origin, options);
  onTestFinished(() => reader.page.close());
  return reader;
}

async function aReaderOfThePage(options: BrowserContextOptions = {}): Promise<Reader> {
  const reader = await aReader(options);
  await reader.page.goto(town.origin);
  await expectItems(reader, 16);
  return reader;
}

async function expectItems({items}: Reader, count: number): Promise<void> {
  await expect.poll(() => items.count(), {timeout: 10_000}).toBe(count);
}

const slugs = ({items}: Reader): Promise<(string | null)[]> =>
  items.evaluateAll((all) => all.map((item) => item.getAttribute('data-slug')));

async function openKinds(page: Page): Promise<void> {
  await page.locator('[data-filter=kind]').click();
  await page.locator('.choice').first().waitFor();
}

async function chooseFirstKind(page: Page): Promise<number> {
  await openKinds(page);
  return checkFirstChoice(page);
}

async function checkFirstChoice(page: Page): Promise<number> {
  const choice = page.locator('.choice').first();
  const count = Number(await choice.locator('.count').textContent());
  await choice.locator('input').check();
  return count;
}

test('two lines show sixteen initiatives, and nothing goes wrong or to strangers', async () => {
  const reader = await aReaderOfThePage();

  await reader.page.waitForLoadState('networkidle');
  expect(reader.troubles).toEqual([]);
  expect(reader.strangers).toEqual([]);
  expect(new Set(await slugs(reader)).size).toBe(16);
});

test('the page is served under the strict policy that the example promises', async () => {
  const policy = (await fetch(town.origin)).headers.get('content-security-policy') ?? '';

  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain('trusted-types lit-html');
  expect(policy).not.toMatch(/unsafe|blob:|data:|\*/);
});

test('what is served is what the manifest says, at the evergreen and at the pinned address', async () => {
  const {version, files} = (await (await fetch(`${town.origin}/embed/1/manifest.json`)).json()) as {
    version: string;
    files: Record<string, {integrity: string}>;
  };

  for (const address of ['/embed/1', `/embed/${version}`]) {
    for (const [name, {integrity}] of Object.entries(files)) {
      const answer = await fetch(`${town.origin}${address}/${name}`);
      const content = new Uint8Array(await answer.arrayBuffer());
      expect([name, `sha384-${createHash('sha384').update(content).digest('base64')}`]).toEqual([name, integrity]);
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    }
  }
});

test('a filter leaves as many as its count said, and a copied link shows the same to somebody else', async () => {
  const reader = await aReaderOfThePage();

  const count = await chooseFirstKind(reader.page);
  await expectItems(reader, count);

  const friend = await aReader();
  await friend.page.goto(reader.page.url());
  await expectItems(friend, count);
  expect(await slugs(friend)).toEqual(await slugs(reader));
});

test('Back undoes one step, and only one', async () => {
  const reader = await aReaderOfThePage();
  const count = await chooseFirstKind(reader.page);
  await expectItems(reader, count);
  await reader.items.first().locator('[part~=title]').click();
  await expect.poll(() => focused(reader.page)).toContain('detail-title');

  await reader.page.goBack();
  await expectItems(reader, count);
  await expect.poll(() => reader.page.locator('[part~=detail]').count()).toBe(0);

  await reader.page.goBack();
  await expectItems(reader, 16);
});

test('a search leaves the host its own address and finds by name', async () => {
  const reader = await aReader();
  await reader.page.goto(`${town.origin}/?campagne=lente#inhoud`);
  await expectItems(reader, 16);
  const name = (await reader.items.first().locator('[part~=title]').textContent()) ?? '';

  await reader.page.locator('[part~=search]').fill(name);

  await expect.poll(() => reader.items.first().locator('[part~=title]').textContent()).toBe(name);
  await expect.poll(() => reader.items.count()).toBeLessThan(16);
  expect(new URL(reader.page.url()).searchParams.get('campagne')).toBe('lente');
  expect(new URL(reader.page.url()).hash).toBe('#inhoud');
});

test('everything can be done with the keyboard, and it never gets lost', async () => {
  const {page, ...reader} = await aReaderOfThePage();

  await tabTo(page, 'button button filter');
  // The first asks for a place; the next is a filter with choices.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('.choice').first().waitFor();
  await tabTo(page, 'input checkbox');
  await page.keyboard.press('Space');
  await expect.poll(() => reader.items.count()).toBeLessThan(16);

  await page.keyboard.press('Escape');
  await tabTo(page, 'title');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toContain('detail-title');

  await page.keyboard.press('Escape');
  await expect.poll(() => focused(page)).toBe('a title');
  await tabTo(page, 'clear');
  await page.keyboard.press('Enter');
  await expect.poll(() => reader.items.count()).toBe(16);
  expect(await focused(page)).not.toBe('body');
});

test('without JavaScript a link leads to the same sixteen', async () => {
  const {page} = await aReader({javaScriptEnabled: false});
  await page.goto(town.origin);
  const box = await page.locator('buurt-initiative-map').boundingBox();
  expect(box?.height).toBeLessThan(100);

  await page.locator('buurt-initiative-map a').click();

  await expect.poll(() => page.locator('main li a[href*="/initiatieven/"]').count()).toBe(16);
});

test('a region that cannot be reached says so, keeps its link, and comes when asked again', async () => {
  const reader = await aReader();
  await reader.page.route('**/v1/**', (route) => route.abort());
  await reader.page.goto(town.origin);

  const retry = reader.page.locator('[part~=retry]');
  await retry.waitFor({timeout: 20_000});
  expect(await reader.page.locator('buurt-initiative-map > a').isVisible()).toBe(true);
  await expectAccessible(reader.page);

  await reader.page.unroute('**/v1/**');
  await retry.click();
  await expectItems(reader, 16);
});

test.each([
  {name: 'on a phone', options: PHONE},
  {name: 'on a wide screen', options: {}},
  {name: 'in the dark on a phone', options: {...PHONE, colorScheme: 'dark'}},
  {name: 'in the dark', options: {colorScheme: 'dark'}},
] satisfies {name: string; options: BrowserContextOptions}[])(
  'the page has no accessibility fault $name: list, filter and story',
  async ({options}) => {
    const reader = await aReaderOfThePage(options);
    await expectAccessible(reader.page);

    await openKinds(reader.page);
    await expectAccessible(reader.page);

    await reader.items.first().locator('[part~=title]').click();
    await expect.poll(() => focused(reader.page)).toContain('detail-title');
    await expectAccessible(reader.page);
  },
);

test.each([
  {name: 'a phone', options: PHONE},
  {name: 'a wide screen', options: {}},
  {name: 'a tall screen', options: {viewport: {width: 1440, height: 1600}}},
] satisfies {name: string; options: BrowserContextOptions}[])(
  'nothing jumps while the page loads slowly on $name, and nothing scrolls sideways',
  async ({options}) => {
    const reader = await aReader(options);
    for (const slow of ['**/embed/**/*.js', '**/v1/**'])
      await reader.page.route(slow, (route) => void setTimeout(() => void route.continue(), 400));
    await reader.page.addInitScript(() => {
      const shifts = window as unknown as {shifted: number};
      shifts.shifted = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.shifted += (entry as PerformanceEntry & {value: number}).value;
      }).observe({type: 'layout-shift', buffered: true});
    });

    await reader.page.goto(town.origin);
    await expectItems(reader, 16);
    await reader.page.waitForTimeout(500);

    const {shifted, sideways} = await reader.page.evaluate(() => ({
      shifted: (window as unknown as {shifted: number}).shifted,
      sideways: document.documentElement.scrollWidth - window.innerWidth,
    }));
    expect(shifted).toBeLessThan(0.02);
    expect(sideways).toBeLessThanOrEqual(0);
  },
);

test('what a reader chooses leaves no cookie and no storage', async () => {
  const reader = await aReaderOfThePage();
  await chooseFirstKind(reader.page);

  expect(await reader.page.context().cookies()).toEqual([]);
  expect(await reader.page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
});

test(
  'when the server goes away the reader keeps the list and is told; when it is back, one press goes on',
  {timeout: 150_000},
  async () => {
    const reader = await aReaderOfThePage();
    await openKinds(reader.page);
    await town.stop();

    const count = await checkFirstChoice(reader.page);
    const retry = reader.page.locator('[part~=error] [part~=retry]');
    // Three times ten seconds, and the waits between, where a connection stays open and nothing answers.
    await retry.waitFor({timeout: 60_000});
    expect(await reader.items.count()).toBe(16);

    await town.start();
    await retry.click();
    await expectItems(reader, count);
  },
);
