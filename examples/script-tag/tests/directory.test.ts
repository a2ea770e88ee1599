import type {Browser} from 'playwright-core';
import {afterAll, beforeAll, expect, onTestFinished, test} from 'vitest';
import {newReader, startBrowser, type Reader} from './reader.ts';
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

async function aReaderOf(address: string): Promise<Reader> {
  const reader = await newReader(browser, town.origin);
  onTestFinished(() => reader.page.close());
  await reader.page.goto(new URL(address, town.origin).href);
  return reader;
}

test('Movisie leads to the twelve initiatives it follows, one of them to its story, and Back to where one was', async () => {
  const {page, troubles, strangers} = await aReaderOf('/sociale-kaart.html');
  const directory = page.locator('buurt-partner-directory');
  await directory.locator('[part~=search]').fill('Movisie');
  const movisie = directory.locator('[part~=item][data-slug=movisie]');
  await expect.poll(() => directory.locator('[part~=status]').textContent()).toBe('1 organisatie gevonden');
  await movisie.locator('[part~=title]').click();

  const followed = directory.locator('.detail li button:visible');
  await expect.poll(() => followed.count()).toBe(12);
  const name = 'De Tille, Witteveen';
  await followed.filter({hasText: name}).click();
  await expect.poll(() => directory.locator('[part~=detail-title]').first().textContent()).toBe(name);
  await directory.locator('[part~=chapter-title]').first().waitFor();
  expect(await directory.locator('[data-address$="movisie"]:visible').count()).toBe(1);

  const link = page.url();
  const friend = await aReaderOf(link);
  await friend.page.locator('buurt-partner-directory [part~=chapter-title]').first().waitFor();
  expect(await friend.page.locator('buurt-partner-directory [part~=detail-title]').first().textContent()).toBe(name);
  await friend.page.locator('buurt-partner-directory [part~=back]:visible').click();
  await expect.poll(() => friend.page.locator('buurt-partner-directory .detail li button:visible').count()).toBe(12);

  await page.goBack();
  await expect.poll(() => followed.count()).toBe(12);
  await expect.poll(() => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent)).toBe(name);
  await page.goBack();
  await movisie.waitFor();
  expect(await directory.locator('[part~=search]').inputValue()).toBe('Movisie');
  expect(troubles).toEqual([]);
  expect(strangers).toEqual([]);
});

test('one initiative stands on a page of its own, and without JavaScript a link leads to it', async () => {
  const {page, troubles} = await aReaderOf('/uitgelicht.html');
  await page.locator('buurt-initiative [part~=chapter-title]').first().waitFor();
  expect(await page.locator('buurt-initiative h2').textContent()).toBe('De Tille, Witteveen');
  expect(troubles).toEqual([]);

  const plain = await newReader(browser, town.origin, {javaScriptEnabled: false});
  onTestFinished(() => plain.page.close());
  await plain.page.goto(`${town.origin}/uitgelicht.html`);
  await plain.page.locator('buurt-initiative a').click();
  await expect.poll(() => plain.page.locator('h1').textContent()).toContain('De Tille, Witteveen');
});
