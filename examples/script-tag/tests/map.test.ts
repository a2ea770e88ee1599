import type {Browser, BrowserContextOptions, Page} from 'playwright-core';
import {afterAll, beforeAll, expect, onTestFinished, test} from 'vitest';
import {expectAccessible, focused, newReader, startBrowser, tabTo, type Reader} from './reader.ts';
import {openTownSite, type TownSite} from './town-site.ts';

let town: TownSite;
let browser: Browser;

beforeAll(async () => {
  [town, browser] = await Promise.all([openTownSite(), startBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await town?.remove();
});

/** The page as it would be in the community where everything can be seen. */
async function aReader(address = town.origin, options: BrowserContextOptions = {}): Promise<Reader> {
  const reader = await newReader(browser, town.origin, options);
  onTestFinished(() => reader.page.close());
  await reader.page.route(
    ({pathname}) => pathname === '/',
    async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace('data-community="buurtkracht"', 'data-community="voorbeeldbuurt"');
      await route.fulfill({response, body});
    },
  );
  await reader.page.goto(address);
  await reader.page.locator('.markers > button').first().waitFor();
  return reader;
}

const state = (page: Page): URLSearchParams => new URLSearchParams(new URL(page.url()).searchParams.get('buurt') ?? '');

const slugs = ({items}: Reader): Promise<(string | null)[]> =>
  items.evaluateAll((all) => all.map((item) => item.getAttribute('data-slug')));

/** Each marker with where it stands. */
const markers = ({page}: Reader): Promise<(string | null)[][]> =>
  page
    .locator('.markers > button')
    .evaluateAll((all) => all.map((marker) => [marker.ariaLabel, marker.ariaCurrent, (marker as HTMLElement).style.transform]));

test('by keyboard from a village to what is open on Tuesday afternoon, its story, and back to where one was', async () => {
  const reader = await aReader();
  const {page} = reader;

  await tabTo(page, 'button button filter');
  await page.keyboard.press('Enter');
  await page.locator('#place').waitFor();
  await expect.poll(() => focused(page)).toContain('text search');
  await page.keyboard.type('voorbeelddorp');
  await page.locator('#place-options:not([hidden]) [role=option]').first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('[part~=chip]').waitFor();
  await page.keyboard.press('Escape');
  while (await page.locator('[data-filter=more]').evaluate((button) => !button.matches(':focus'))) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('[data-field=day]').waitFor();
  await tabTo(page, 'select');
  await page.keyboard.type('dins');
  await expect.poll(() => page.locator('[part~=chip]').count()).toBe(2);
  await page.keyboard.press('Escape');

  const asked = new URLSearchParams([...state(page)].filter(([key]) => ['near', 'open'].includes(key)));
  const answer = await fetch(`${town.origin}/v1/communities/voorbeeldbuurt/initiatives?${asked}`);
  const open = ((await answer.json()) as {data: {slug: string}[]}).data.map(({slug}) => slug);
  expect(open).toContain('speeltuin-de-waterkant');
  await expect.poll(() => slugs(reader)).toEqual(open);
  await expect.poll(() => page.locator('.markers > button').count()).toBe(open.length);

  await tabTo(page, 'marker');
  const before = {url: page.url(), list: await slugs(reader), map: await markers(reader)};
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toContain('detail-title');
  await page.locator('[part~=detail]').getByText('Bijgewerkt op').waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => focused(page)).toContain('marker');
  expect({url: page.url(), list: await slugs(reader), map: await markers(reader)}).toEqual(before);
  expect(reader.troubles).toEqual([]);
  expect(reader.strangers).toEqual([]);
});

test('a copied link shows somebody else the same list, the same view and the same initiative', async () => {
  const reader = await aReader();
  await reader.page.locator('[data-filter=kind]').click();
  await reader.page.locator('.choice input').first().check();
  await reader.page.locator('.choice input').last().check();
  await reader.page.keyboard.press('Escape');
  await reader.page.locator('.zoom-out').click();
  await expect.poll(() => state(reader.page).get('at')).not.toBeNull();
  await reader.page.locator('.in-view').click();
  await expect.poll(() => state(reader.page).get('bbox')).not.toBeNull();
  await reader.items.first().locator('[part~=title]').click();
  await reader.page.locator('[part~=detail]').getByText('Bijgewerkt op').waitFor();
  await reader.page.locator('[aria-current=true]').first().waitFor();

  const friend = await aReader(reader.page.url());
  await friend.page.locator('[part~=detail]').getByText('Bijgewerkt op').waitFor();

  await expect.poll(() => markers(friend)).toEqual(await markers(reader));
  expect(await slugs(friend)).toEqual(await slugs(reader));
  expect(await friend.page.locator('[part~=detail-title]').textContent()).toBe(
    await reader.page.locator('[part~=detail-title]').textContent(),
  );
  expect(await friend.page.locator('.in-view').getAttribute('aria-pressed')).toBe('true');
});

test('seven in one building open as a list, and the page has no accessibility fault then', async () => {
  const answer = await fetch(`${town.origin}/v1/communities/voorbeeldbuurt/initiatives/wijkcentrum-het-voorbeeldhuis`);
  const {location} = (await answer.json()) as {location: {coordinates: number[]}};
  const {page} = await aReader(`${town.origin}/?buurt=${encodeURIComponent(`at=${location.coordinates.join()},18`)}`);

  await page.locator('[part~=cluster]').click();

  await expect.poll(() => page.locator('.place-item').count()).toBe(7);
  await expectAccessible(page);
});
