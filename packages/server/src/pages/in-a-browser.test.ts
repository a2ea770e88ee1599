import codeReader from 'jsqr';
import type {Page} from 'playwright-core';
import sharp from 'sharp';
import {afterAll, afterEach, describe, expect, test} from 'vitest';
import {changeCommunity} from '../communities/change-community.ts';
import {createInitiative} from '../initiatives/create-initiative.ts';
import {createPartner} from '../partners/create-partner.ts';
import {createPlace} from '../places/create-place.ts';
import {createPublication} from '../publications/create-publication.ts';
import {publishEdition} from '../publications/publish-edition.ts';
import {createService} from '../services/create-service.ts';
import {aBrowser, follow} from '../testing/a-browser.ts';
import {aCommunity, aScope} from '../testing/test-app.ts';
import {createTestDatabase} from '../testing/test-database.ts';

const opened = await createTestDatabase();
const community = await aCommunity(opened, {slug: 'zierikzee', name: 'Gemeente Zierikzee'});
const longWord = 'Buurtbewonersvrijwilligerscoördinatieoverlegstructuurcommissie';
await createPlace(aScope(opened, community), {
  name: longWord,
  slug: 'huis',
  city: 'Zierikzee',
  address: {street: `${longWord}straat 1`, postcode: '4301 AA'},
});
for (let number = 1; number <= 22; number += 1)
  await createPartner(aScope(opened, community), {
    name: number === 1 ? longWord : `Vereniging ${String(number).padStart(2, '0')}`,
    slug: `club-${number}`,
    kind: number % 2 ? 'social-work' : 'sports-club',
    summary: {nl: `Samen bewegen, plek ${number}.`},
    website: `https://www.example.nl/${longWord}`,
    contacts: [{name: null, role: {nl: 'Balie'}, email: `${longWord.slice(0, 40)}@example.nl`, phone: '0111 123456', agreedOn: null}],
    place: 'huis',
    isSample: true,
    ...(number > 1 && {parent: 'club-1', members: ['club-1']}),
  });
await createService(aScope(opened, community), {
  partner: 'club-1',
  name: {nl: 'Spreekuur'},
  summary: {nl: 'Loop binnen.'},
  functions: ['advice'],
});
await createService(aScope(opened, community), {
  partner: 'club-1',
  name: {nl: longWord},
  summary: {nl: 'Stel je vraag.'},
  functions: ['advice'],
  forWhom: {nl: longWord},
  cost: {nl: 'Gratis.'},
  status: 'temporarily-closed',
  place: 'huis',
});
for (let number = 1; number <= 25; number += 1)
  await createInitiative(aScope(opened, community), {
    name: number === 1 ? longWord : `Buurttuin ${String(number).padStart(2, '0')}`,
    slug: `tuin-${number}`,
    kind: number % 2 ? 'shop' : 'playground',
    themes: ['meeting'],
    summary: {nl: `Samen tuinieren, plek ${number}.`},
    place: {city: 'Zierikzee', areaCode: null, areaYear: null, precision: 'exact', slug: 'huis'},
    coalition: [{partner: 'club-1', role: 'space', since: '1998'}],
    contact: {website: `https://www.example.nl/${longWord}`, email: 'tuin@example.nl', phone: '0111 123456'},
    accessibility: {stepFree: 'yes'},
    lookingFor: [{text: {nl: 'Handen.'}, kind: null}],
    story: [
      {title: {nl: 'Het begin'}, text: {nl: '- koffie\n- thee\n\n> En toen.\n\n[Lees meer](https://www.example.nl)'}, date: '1998-04-12'},
    ],
  });
await createPublication(aScope(opened, community), {slug: 'stappen', title: {nl: longWord}, summary: {nl: 'Portretten.'}});
for (const note of ['Eerst.', 'Toen.']) await publishEdition(aScope(opened, community), 'stappen', {note: {nl: note}, isForced: true});
await changeCommunity(
  aScope(opened, community),
  {look: {accentColor: '#ffcc00'}, contact: {name: 'Loket', phone: '14 0111'}, privacyUrl: 'https://www.example.nl/privacy'},
  null,
);

const browser = await aBrowser(opened);
const {open, troubles} = browser;
afterAll(async () => {
  await browser.close();
  await opened.close();
});
afterEach(() => {
  expect(troubles.splice(0)).toEqual([]);
});

const list = '/zierikzee/initiatieven';
const names = (page: Page) => page.locator('ul.list h2').allTextContents();

test('without JavaScript one goes through the list page by page, to an initiative and back', async () => {
  const page = await open(list);
  const seen = await names(page);
  await follow(page, page.getByRole('link', {name: 'Volgende'}));
  seen.push(...(await names(page)));
  expect(new Set(seen).size).toBe(25);
  expect(seen).toHaveLength(25);

  await follow(page, page.getByRole('link', {name: 'Buurttuin 25'}));
  expect(await page.locator('h1').textContent()).toBe('Buurttuin 25');
  expect(await page.getByRole('listitem').filter({hasText: 'koffie'}).count()).toBe(1);
  expect(await page.getByRole('link', {name: 'tuin@example.nl'}).getAttribute('href')).toBe('mailto:tuin@example.nl');
  await follow(page, page.getByRole('link', {name: /initiatieven/i}).first());
  expect(new URL(page.url()).pathname).toBe(list);
  await page.context().close();
});

test('without JavaScript the form filters, keeps what was chosen, and can be cleared', async () => {
  const page = await open(list);
  await page.getByRole('searchbox').fill('tuinieren');
  await page.locator('#kind').selectOption('playground');
  await follow(page, page.locator('form.filters button'));

  expect(await page.getByRole('status').textContent()).toContain('12');
  expect(await page.locator('#kind').inputValue()).toBe('playground');
  expect(await page.getByRole('searchbox').inputValue()).toBe('tuinieren');
  await follow(page, page.getByRole('status').getByRole('link'));
  expect(await page.getByRole('status').textContent()).toContain('25');
  await page.context().close();
});

test('without JavaScript one finds an organisation, goes to what it stands behind, and from there to it again', async () => {
  const page = await open(list);
  await follow(page, page.getByRole('link', {name: 'Sociale kaart'}));
  await page.locator('#function').selectOption('advice');
  await page.getByLabel('Soort').selectOption('social-work');
  await follow(page, page.getByRole('button', {name: 'Toon organisaties'}));
  expect(await names(page)).toEqual([longWord]);

  await follow(page, page.getByRole('link', {name: longWord, exact: true}));
  expect(await page.locator('h1').textContent()).toBe(longWord);
  await follow(page, page.getByRole('link', {name: 'Buurttuin 02'}));
  expect(await page.locator('h1').textContent()).toBe('Buurttuin 02');
  await follow(page, page.getByRole('link', {name: longWord, exact: true}).first());
  expect(new URL(page.url()).pathname).toBe('/zierikzee/sociale-kaart/club-1');
  await page.context().close();
});

test(
  'without JavaScript somebody sends in an initiative, mends what was wrong, and sees what looks like it first',
  {timeout: 60_000},
  async () => {
    const page = await open(list);
    await follow(page, page.getByRole('link', {name: 'Meld een initiatief'}));
    const send = async () => {
      // The slower door wants a form that was looked at for four seconds.
      await page.waitForTimeout(4200);
      await follow(page, page.locator('form.questions button'));
    };
    await page.getByLabel('Naam van het initiatief').fill('Buurttuin 02');
    await page.getByLabel('Wat doen jullie').fill('Samen tuinieren.');
    await send();

    const wrong = page.getByRole('alert').getByRole('link');
    expect(await wrong.count()).toBe(2);
    await wrong.first().click();
    expect(new URL(page.url()).hash).toBe('#kind');
    expect(await page.getByLabel('Naam van het initiatief').inputValue()).toBe('Buurttuin 02');
    await page.getByLabel('Soort').selectOption('other');
    await page.getByLabel('Je e-mailadres').fill('bewoner@example.nl');
    await send();

    expect(await page.getByRole('status').getByRole('link', {name: 'Buurttuin 02'}).count()).toBe(1);
    await send();
    expect(await page.locator('h1').textContent()).toBe('Kijk in je mail');
    // A browser reports the answer that said what was wrong.
    expect(troubles.splice(0)).toEqual([expect.stringContaining('400')]);
    await page.context().close();
  },
);

test('on paper a list says where each one is, and where it is itself, which a camera reads too', async () => {
  const page = await open(`${list}?kind=shop&utm_source=nieuwsbrief`);
  const own = new URL(`${list}?kind=shop`, page.url());
  expect(await page.getByText(own.href).isVisible()).toBe(false);
  await page.emulateMedia({media: 'print'});

  expect(await page.getByText(`${own.origin}${list}/tuin-1`, {exact: true}).isVisible()).toBe(true);
  expect(await page.getByText(own.href).isVisible()).toBe(true);
  const photo = sharp(await page.locator('.printed-address svg').screenshot({scale: 'css'}));
  const {data, info} = await photo.resize(300).ensureAlpha().raw().toBuffer({resolveWithObject: true});
  expect(codeReader.default(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(own.href);
  await page.context().close();
});

test('an address that is too long for a code is there all the same', async () => {
  const page = await open(`${list}?q=${'tuin'.repeat(2000)}`);
  expect(await page.locator('h1').textContent()).toBe('Initiatieven');
  await page.context().close();
});

test('with the keyboard alone the first stop skips to the content', async () => {
  const page = await open(list);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');

  expect(new URL(page.url()).hash).toBe('#inhoud');
  await page.context().close();
});

describe.each([
  ['the home page', '/', 200],
  ['the list', list, 200],
  ['the second page of the list', `${list}?kind=shop&kind=playground`, 200],
  ['a list with a fault in its address', `${list}?kind=castle`, 200],
  ['a list that is empty', `${list}?q=onvindbaar`, 200],
  ['an initiative', `${list}/tuin-1`, 200],
  ['the directory of organisations', '/zierikzee/sociale-kaart', 200],
  ['a directory with a fault in its address', '/zierikzee/sociale-kaart?kind=castle&open=now', 200],
  ['an organisation', '/zierikzee/sociale-kaart/club-1', 200],
  ['an organisation that is not there', '/zierikzee/sociale-kaart/nergens', 404],
  ['the publications', '/zierikzee/uitgaven', 200],
  ['a publication', '/zierikzee/uitgaven/stappen', 200],
  ['an edition that is not the last', '/zierikzee/uitgaven/stappen/1', 200],
  ['an initiative that is not there', `${list}/nergens`, 404],
  ['a page that is not there', '/nergens', 404],
  ['the form to send in an initiative', '/zierikzee/meld-initiatief', 200],
  ['the form to change one', `${list}/tuin-1/wijzig`, 200],
  ['the form to say that something is not right', `${list}/tuin-1/klopt-niet`, 200],
  ['the form to say that something of an organisation is not right', '/zierikzee/sociale-kaart/club-1/klopt-niet', 200],
  ['what a problem means', '/problems/request.invalid', 200],
] as const)('%s', (_name, path, expectedStatus) => {
  test('has nothing that axe finds wrong, in light and dark', async () => {
    expect(await browser.violations(path, {expectedStatus})).toEqual([]);
  });

  test('fits on a telephone of 320 pixels, also with a very long word', async () => {
    expect(await browser.overflow(path, {expectedStatus})).toEqual([]);
  });
});
