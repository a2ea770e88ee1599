import type {Browser} from 'playwright-core';
import {afterAll, beforeAll, beforeEach, expect, onTestFinished, test} from 'vitest';
import {publishedBuild} from '../build.ts';
import {buildIfStale} from '../staleness.ts';
import {startTwoSites, type TwoSites} from './two-sites.ts';
import {startBrowser, visit, type Visitor} from './visitor.ts';

const NOTHING_ON_THE_MAP = JSON.stringify({data: [], total: 0});
const NOTHING_YET = JSON.stringify({data: [], total: 0, next: null, facets: {}});
const TOWN = JSON.stringify({
  id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d6e',
  slug: 'schouwen',
  kind: 'municipality',
  name: 'Gemeente Schouwen',
  isSample: false,
  members: [],
  areas: [],
  timeZone: 'Europe/Amsterdam',
  addressForm: 'je',
  contact: {},
  privacyUrl: null,
  look: {accentColor: '#005a9c', corner: 'soft', spacing: 'normal', button: 'filled', link: 'underlined'},
  updatedAt: '2026-11-22T09:00:00Z',
  url: 'http://localhost:8787/schouwen/initiatieven',
});

let browser: Browser;
let sites: TwoSites;

beforeAll(async () => {
  await buildIfStale();
  browser = await startBrowser();
});

afterAll(() => browser?.close());

beforeEach(async () => {
  sites = await startTwoSites(publishedBuild.outputFolder);
  sites.replace('/v1/communities/schouwen', TOWN);
  sites.replace('/v1/communities/schouwen/initiatives', NOTHING_YET);
  sites.replace('/v1/communities/schouwen/initiative-clusters', NOTHING_ON_THE_MAP);
  return () => sites.close();
});

async function open(version: string, policy: string, nonce = ''): Promise<Visitor> {
  const provider =
    '<buurt-provider community="schouwen"><buurt-initiative-map tiles="none">Alle initiatieven</buurt-initiative-map></buurt-provider>';
  const script = `<script type="module" ${nonce} src="${sites.origin}/embed/${version}/buurt.js"></script>`;
  const reserve = `<link rel="stylesheet" ${nonce} href="${sites.origin}/embed/${version}/reserve.css">`;
  const visitor = await visit(browser, sites.publish(reserve + script + provider, {'Content-Security-Policy': policy}));
  onTestFinished(() => visitor.page.close());
  return visitor;
}

const strict = (origin: string): string =>
  `default-src 'none'; script-src ${origin}; style-src ${origin}; connect-src ${origin}; img-src ${origin}; require-trusted-types-for 'script'; trusted-types lit-html`;

const withNonce = (origin: string): string =>
  `default-src 'none'; script-src 'nonce-abc' 'strict-dynamic'; style-src 'nonce-abc'; connect-src ${origin}; img-src ${origin}; require-trusted-types-for 'script'; trusted-types lit-html`;

test.each(['1', '1.0.0'])('the real components run from /embed/%s/ on a strict site of another origin', async (version) => {
  for (const policy of [strict(sites.origin), withNonce(sites.origin)]) {
    const visitor = await open(version, policy, 'nonce="abc"');

    await visitor.page.locator('buurt-initiative-map [part~=empty]').waitFor();
    expect(visitor.violations).toEqual([]);
    expect(visitor.console).toEqual([]);
    expect(visitor.errors).toEqual([]);
    expect(visitor.events).toEqual([]);
  }
});

test('the only marks on the window are the four of Lit', async () => {
  const visitor = await open('1', strict(sites.origin));
  await visitor.page.locator('buurt-initiative-map [part~=empty]').waitFor();

  const names = await visitor.page.evaluate(() => Object.getOwnPropertyNames(window));
  const empty = await browser.newPage();
  onTestFinished(() => empty.close());
  await empty.goto(sites.publish('Niets'));
  const before = await empty.evaluate(() => Object.getOwnPropertyNames(window));

  const added = names.filter((name) => !before.includes(name) && !/^(note|__playwright.*)$/.test(name));
  expect(added.sort()).toEqual(['litElementVersions', 'litHtmlVersions', 'litPropertyMetadata', 'reactiveElementVersions']);
});

test('the components ask nothing of anybody else, and leave no cookie and no storage', async () => {
  const visitor = await open('1', strict(sites.origin));
  await visitor.page.locator('buurt-initiative-map [part~=empty]').waitFor();

  const origins = await visitor.page.evaluate(() => performance.getEntriesByType('resource').map(({name}) => new URL(name).origin));
  expect([...new Set(origins)]).toEqual([sites.origin]);
  expect(await visitor.page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length])).toEqual(['', 0, 0]);
});
