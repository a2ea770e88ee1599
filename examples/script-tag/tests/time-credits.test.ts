import type {Browser, Locator} from 'playwright-core';
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

/** The six digits in the last mail to this address. */
async function codeFor(email: string): Promise<string> {
  const found = async () => {
    const mails = (await (await fetch(`${town.origin}/dev/mail.json`)).json()) as {to: string; text: string}[];
    return mails.find(({to}) => to.includes(email))?.text.match(/(?<!\d)\d{6}(?!\d)/)?.[0];
  };
  await expect.poll(found, {timeout: 15_000}).toBeTruthy();
  return (await found())!;
}

/** Somebody who came in for the first time, with the code from the mail. */
async function aMember(name: string): Promise<Reader & {account: Locator; number: string}> {
  const reader = await newReader(browser, town.origin);
  onTestFinished(() => reader.page.close());
  await reader.page.goto(`${town.origin}/tijdspunten.html`);
  const account = reader.page.locator('buurt-time-credit-account');
  const email = `${name.toLowerCase()}@example.nl`;
  await account.locator('[name=email]').fill(email);
  await account.locator('[part~=submit]').click();
  await account.locator('[name=code]').waitFor({timeout: 20_000});
  await expectAccessible(reader.page);
  await account.locator('[name=code]').fill(await codeFor(email));
  await account.locator('[part~=submit]').click();
  await account.locator('[name=name]').fill(name);
  await account.locator('[part~=submit]').click();
  await account.locator('[part~=balance]').waitFor();
  const number = (await account.locator('.number').textContent())!.replaceAll(/\s/g, '');
  return {...reader, account, number};
}

const amountOf = (account: Locator) => account.locator('[part~=amount]').textContent();

test('somebody gives an hour and a half to a neighbour; both see it, can keep it, and nobody else hears of it', async () => {
  const bram = await aMember('Bram');
  const sanne = await aMember('Sanne');
  const {account, page} = sanne;
  await account.locator('[data-act=give]').click();
  await account.locator('[name=who]').selectOption('number');
  await account.locator('[name=number]').fill(bram.number);
  await account.locator('[name=minutes]').selectOption('90');
  await account.locator('[name=memo]').fill('Heg geknipt');
  await account.locator('[part~=submit]').click();
  await account.locator('[data-act=confirm]').dblclick();
  await account.locator('[data-act=receipt]').waitFor();
  await expectAccessible(page);
  await account.locator('[part~=back]').click();
  await expect.poll(() => amountOf(account)).toBe('−1,5 tijdspunten');
  expect(await account.locator('[part~=balance]').textContent()).toContain('Je hebt nu meer gekregen dan gegeven. Dat mag.');
  await expectAccessible(page);

  await bram.page.evaluate(() => document.querySelector<HTMLElement & {refresh(): Promise<void>}>('buurt-time-credit-account')!.refresh());
  await expect.poll(() => amountOf(bram.account)).toBe('1,5 tijdspunten');
  expect(await bram.account.locator('.statement [part~=title]').first().textContent()).toContain('Ontvangen van Sanne');
  await bram.account.locator('[data-act=table]').click();
  expect(await bram.account.locator('table tbody tr:first-child td:last-child').textContent()).toBe('1,5 tijdspunten');
  await bram.account.locator('[data-filter=month]').selectOption({index: 1});
  const download = bram.page.waitForEvent('download');
  await bram.account.locator('[data-act=pdf]').click();
  expect((await download).suggestedFilename()).toMatch(/^\d{4}-\d\d\.pdf$/);

  for (const {page: each, troubles, strangers} of [bram, sanne]) {
    expect(each.url()).toBe(`${town.origin}/tijdspunten.html`);
    expect(troubles).toEqual([]);
    expect(strangers).toEqual([]);
    expect(await each.evaluate(() => document.cookie)).toBe('');
  }
}, 120_000);
