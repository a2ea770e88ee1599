import type {Browser, Page} from 'playwright-core';
import {afterAll, beforeAll, expect, onTestFinished, test} from 'vitest';
import {expectAccessible, newReader, startBrowser, type Reader} from './reader.ts';
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

async function aReaderOf(address: string, javaScriptEnabled = true): Promise<Reader> {
  const reader = await newReader(browser, town.origin, {javaScriptEnabled});
  onTestFinished(() => reader.page.close());
  await reader.page.goto(new URL(address, town.origin).href);
  return reader;
}

/** The page behind the link of the last mail to this address. */
async function linkIn(email: string): Promise<string> {
  const found = async () => {
    const mails = (await (await fetch(`${town.origin}/dev/mail.json`)).json()) as {to: string; links: string[]}[];
    return mails.find(({to}) => to.includes(email))?.links.find((link) => link.includes('/l/'));
  };
  await expect.poll(found, {timeout: 15_000}).toBeTruthy();
  return new URL(new URL((await found())!).pathname, town.origin).href;
}

async function confirmByMail(page: Page, email: string): Promise<void> {
  await page.goto(await linkIn(email));
  await page.locator('main form button').first().click();
  await expect.poll(() => page.locator('h1').textContent()).toBe('Bedankt, het is bevestigd');
}

test('a person finds Tuesday afternoon within 5 km without VOG, signs up, and confirms by the link in the mail', async () => {
  const {page, troubles, strangers} = await aReaderOf('/vrijwilligerswerk.html');
  const signup = page.locator('buurt-volunteer-signup');
  const choose = async (filter: string, value: string) => {
    await signup.locator(`[data-filter=${filter}]`).click();
    await signup.locator(`.choice input[value=${value}]`).check();
  };
  await choose('weekday', 'tu');
  await choose('partOfDay', 'afternoon');
  await choose('vog', 'none');
  await signup.locator('[data-filter=near]').click();
  await signup.locator('#place').fill('Voorbeelddorp');
  await signup.locator('[role=option]').first().click();
  await expect.poll(() => signup.locator('[part~=chip]').count()).toBe(4);
  await expect.poll(() => signup.locator('[part~=item]').count()).toBe(1);

  await signup.locator('[part~=title]').click();
  await signup.locator('[part~=sign-up]').first().click();
  await signup.locator('[part~=submit]').click();
  await signup.locator('[part~=error-summary]').waitFor();
  await expectAccessible(page);
  await signup.locator('[name=name]').fill('Sanne Voorbeeld');
  await signup.locator('[name=email]').fill('sanne@example.nl');
  await signup.locator('[name=ageBand]').selectOption('18+');
  await signup.locator('[name=role]').selectOption({index: 1});
  await signup.locator('[part~=submit]').click();

  await expect.poll(() => signup.locator('[part~=form-title]').textContent(), {timeout: 20_000}).toBe('Bijna klaar: kijk in uw mail');
  await expectAccessible(page);
  expect(page.url()).not.toMatch(/sanne/i);
  expect(troubles).toEqual([]);
  expect(strangers).toEqual([]);
  await confirmByMail(page, 'sanne@example.nl');
});

test('the same without JavaScript', async () => {
  const {page} = await aReaderOf('/vrijwilligerswerk.html', false);
  await page.locator('buurt-volunteer-signup a').click();
  await page.locator('[name=weekday]').selectOption('tu');
  await page.locator('[name=partOfDay]').selectOption('afternoon');
  await page.locator('[name=vog]').selectOption('none');
  await page.locator('form.filters button').click();
  await expect.poll(() => page.locator('ul.list li').count()).toBe(1);

  await page.locator('ul.list a').click();
  await page.locator('a.button').first().click();
  await page.locator('[name=name]').fill('Bo Voorbeeld');
  await page.locator('[name=email]').fill('geen adres');
  await page.waitForTimeout(4500);
  await page.locator('form.questions button').click();
  await page.locator('.error-summary').waitFor();
  expect(await page.locator('[name=name]').inputValue()).toBe('Bo Voorbeeld');
  await page.locator('[name=email]').fill('bo@example.nl');
  await page.locator('[name=ageBand]').selectOption('18+');
  await page.locator('[name=role]').selectOption({index: 2});
  await page.waitForTimeout(4500);
  await page.locator('form.questions button').click();

  await expect.poll(() => page.locator('h1').textContent()).toBe('Bijna klaar: kijk in uw mail');
  await confirmByMail(page, 'bo@example.nl');
});
