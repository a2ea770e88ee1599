import {readFile} from 'node:fs/promises';
import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs';
import type {Browser, Locator, Page} from 'playwright-core';
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

/** Comes in for the first time, with the code from the mail, and stays until the window closes. */
async function comeIn(element: Locator, name: string): Promise<void> {
  const email = `${name.toLowerCase()}@example.nl`;
  await element.locator('[name=email]').fill(email);
  await element.locator('[name=stay]').check();
  await element.locator('[part~=submit]').click();
  await element.locator('[name=code]').waitFor({timeout: 20_000});
  await expectAccessible(element.page());
  await element.locator('[name=code]').fill(await codeFor(email));
  await element.locator('[part~=submit]').click();
  await element.locator('[name=name]').fill(name);
  await element.locator('[part~=submit]').click();
}

/** Somebody new, at their own account. */
async function aMember(name: string): Promise<Reader & {account: Locator; number: string}> {
  const reader = await newReader(browser, town.origin);
  onTestFinished(() => reader.page.close());
  await reader.page.goto(`${town.origin}/tijdspunten.html`);
  const account = reader.page.locator('buurt-time-credit-account');
  await comeIn(account, name);
  await account.locator('[part~=balance]').waitFor();
  const number = (await account.locator('.number').textContent())!.replaceAll(/\s/g, '');
  return {...reader, account, number};
}

/** Somebody new, at what neighbours offer and ask. */
async function aNeighbour(name: string): Promise<Reader & {board: Locator}> {
  const reader = await newReader(browser, town.origin);
  onTestFinished(() => reader.page.close());
  await reader.page.goto(`${town.origin}/vraag-en-aanbod.html`);
  const board = reader.page.locator('buurt-offers-and-requests');
  await comeIn(board, name);
  await board.locator('[data-address=new]').waitFor();
  return {...reader, board};
}

/** How it stands with something of one's own, as it is now. */
async function openOwn({page, board}: {page: Page; board: Locator}, title: string): Promise<void> {
  await page.goto(`${town.origin}/vraag-en-aanbod.html`);
  await board.locator('[data-address=mine]').click();
  await board.locator('.own [part~=title]', {hasText: title}).first().click();
  await board.locator('.story').waitFor();
}

/** Does something with what is open, and waits for what it leads to. */
async function act(board: Locator, event: string, outcome: string, contact?: string): Promise<void> {
  await board.locator(`[part~=act][data-act=${event}]`).click();
  await board.locator('.story form').waitFor();
  if (contact) await board.locator('[name=contact]').fill(contact);
  await board.locator('[part~=submit]').click();
  await expect.poll(() => board.locator('.happened .lead').textContent(), {timeout: 10_000}).toContain(outcome);
  await expectAccessible(board.page());
}

async function textOf(path: string): Promise<string> {
  const pdf = await getDocument({data: new Uint8Array(await readFile(path))}).promise;
  const pages = await Promise.all(Array.from({length: pdf.numPages}, async (_, page) => (await pdf.getPage(page + 1)).getTextContent()));
  return pages.flatMap(({items}) => items.map((item) => ('str' in item ? item.str : ''))).join(' ');
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

test('somebody asks for help, a neighbour gives it, and both books say the same to the minute', async () => {
  const title = 'Wie snoeit mijn appelboom?';
  const asker = await aNeighbour('Anneke');
  await asker.board.locator('[data-address=new]').click();
  await asker.board.locator('[name=kind]').selectOption('request');
  await asker.board.locator('[name=title]').fill(title);
  await asker.board.locator('[name=category]').selectOption('garden');
  await asker.board.locator('[name=minutes]').selectOption('60');
  await asker.board.locator('[part~=submit]').click();
  await asker.board.locator('[name=text]').fill('Hij is niet hoog.');
  await expectAccessible(asker.page);
  await asker.board.locator('[part~=submit]').click();
  await asker.board.locator('[name=days]').waitFor();
  await asker.board.locator('[part~=submit]').click();
  await asker.board.locator('[data-act=to-listing]').waitFor();

  const helper = await aNeighbour('Wim');
  await helper.board.locator('[part~=search]').fill('appelboom');
  await helper.board.locator('[part~=title]', {hasText: title}).click();
  await helper.board.locator('[part~=propose]').click();
  await helper.board.locator('[name=contact]').fill('06 12345678');
  await helper.board.locator('[part~=submit]').dblclick();
  await helper.board.locator('[data-act=to-exchange]').waitFor();
  await expectAccessible(helper.page);

  await openOwn(asker, title);
  await act(asker.board, 'acceptance', 'een afspraak met Wim', 'bel aan');
  expect(await asker.board.locator('.story').textContent()).toContain('06 12345678');
  await openOwn(helper, title);
  await act(helper.board, 'done', 'dat het gedaan is: 1 tijdspunt');
  await openOwn(asker, title);
  await act(asker.board, 'confirmation', 'Je hebt 1 tijdspunt (1 uur) gegeven aan Wim.');

  const head = (await (await fetch(`${town.origin}/v1/communities/schouwen-duiveland/ledger/head`)).json()) as {hash: string};
  const sides = [
    {...asker, amount: '−1 tijdspunt', line: 'Gegeven aan Wim'},
    {...helper, amount: '1 tijdspunt', line: 'Ontvangen van Anneke'},
  ];
  for (const {page, amount, line} of sides) {
    await page.goto(`${town.origin}/tijdspunten.html`);
    const account = page.locator('buurt-time-credit-account');
    await expect.poll(() => amountOf(account)).toBe(amount);
    const titles = account.locator('.statement [part~=title]');
    await expect.poll(() => titles.first().textContent()).toContain(line);
    expect(await account.locator('[part~=chart]').getAttribute('aria-label')).toContain(`Nu ${amount}`);
    await account.locator('[data-act=table]').click();
    expect(await account.locator('table tbody tr:first-child td:last-child').textContent()).toBe(amount);

    await account.locator('[data-filter=month]').selectOption({index: 1});
    await account.locator('[data-act=pdf]').waitFor();
    await expect.poll(() => titles.count()).toBeGreaterThan(0);
    const lines = await titles.allTextContents();
    const download = page.waitForEvent('download');
    await account.locator('[data-act=pdf]').click();
    const pdf = (await textOf(await (await download).path())).replaceAll(/\s+/g, ' ');
    for (const each of lines) expect(pdf).toContain(each.replaceAll(/\s+/g, ' ').trim());
    expect(lines.join()).toContain(line);

    await titles.first().click();
    await account.locator('.hash').first().waitFor();
    expect((await account.locator('.hash').first().textContent())!.replaceAll(/\s/g, '')).toBe(head.hash);
  }
  for (const {page, troubles, strangers} of [asker, helper]) {
    expect(page.url()).not.toMatch(/anneke|wim|bs_/i);
    expect(troubles).toEqual([]);
    expect(strangers).toEqual([]);
  }
}, 240_000);
