import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Browser} from 'playwright-core';
import {afterAll, beforeAll, beforeEach, expect, onTestFinished, test} from 'vitest';
import {buildStubs} from './build-stubs.ts';
import {startTwoSites, type TwoSites} from './two-sites.ts';
import {shownBy, startBrowser, visit, type Visitor} from './visitor.ts';

const FALLBACK = '<a href="/initiatieven">Alle initiatieven</a>';
const MAP = `<buurt-initiative-map>${FALLBACK}</buurt-initiative-map>`;
const FAR_DOWN = '<div id="far" style="height: 4000px"></div>';

let folder: string;
let browser: Browser;
let sites: TwoSites;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'buurtkit-embed-'));
  await buildStubs(join(folder, 'dist'));
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
  await rm(folder, {recursive: true, force: true});
});

beforeEach(async () => {
  sites = await startTwoSites(join(folder, 'dist'));
  return () => sites.close();
});

function script({version = '1', attributes = 'data-community="schouwen"'} = {}): string {
  return `<script type="module" src="${sites.origin}/embed/${version}/buurt.js" ${attributes}></script>`;
}

async function open(markup: string, headers: Record<string, string> = {}): Promise<Visitor> {
  const visitor = await visit(browser, sites.publish(markup, headers));
  onTestFinished(() => visitor.page.close());
  return visitor;
}

async function expectShown({page}: Visitor, selector: string, text: string): Promise<void> {
  await expect.poll(() => shownBy(page, selector)).toBe(text);
}

function chunkPath(name: string, version = '1.0.0'): Promise<string> {
  return sites.readFile('manifest.json').then((manifest) => {
    const {files} = JSON.parse(manifest) as {files: Record<string, unknown>};
    const file = Object.keys(files).find((path) => path.startsWith(`chunks/${name}-`));
    return `/embed/${version}/${file}`;
  });
}

const requested = (name: string): number => sites.requests.filter((path) => path.includes(`/chunks/${name}-`)).length;

/** Long enough for the loader to have done what it must not do. */
const aMoment = (page: Visitor['page']): Promise<void> => page.waitForTimeout(400);

test('two lines show the component, from the origin that the script came from', async () => {
  const visitor = await open(script() + MAP);

  await expectShown(visitor, 'buurt-initiative-map', `buurt-initiative-map of schouwen from ${sites.origin}`);
  expect(visitor.console).toEqual([]);
  expect(visitor.errors).toEqual([]);
});

test('the script tag can name another API', async () => {
  const visitor = await open(script({attributes: 'data-community="tholen" data-api="https://api.example.nl"'}) + MAP);

  await expectShown(visitor, 'buurt-initiative-map', 'buurt-initiative-map of tholen from https://api.example.nl');
});

test('nothing of a component is fetched until the reader comes near it', async () => {
  const visitor = await open(script() + FAR_DOWN + MAP);

  await aMoment(visitor.page);
  expect(sites.requests).toEqual(['/embed/1/buurt.js']);

  await visitor.page.mouse.wheel(0, 3500);
  await expectShown(visitor, 'buurt-initiative-map', `buurt-initiative-map of schouwen from ${sites.origin}`);
  expect(requested('initiative-map')).toBe(1);
});

test('a component that the page adds later is found', async () => {
  const visitor = await open(script());
  await aMoment(visitor.page);

  await visitor.page.evaluate(() => {
    const section = document.createElement('section');
    section.append(document.createElement('buurt-initiative-map'));
    document.body.append(section);
  });

  await expectShown(visitor, 'buurt-initiative-map', `buurt-initiative-map of schouwen from ${sites.origin}`);
});

test('a div stands for the component where a CMS strips unknown tags, with its content as the fallback', async () => {
  const visitor = await open(
    `${script()}<div data-buurt="initiative-map" data-buurt-area="GM1676" data-buurt-heading-level="3">${FALLBACK}</div>`,
  );

  await expectShown(visitor, 'div > buurt-initiative-map', `buurt-initiative-map of schouwen from ${sites.origin} in GM1676`);
  const div = visitor.page.locator('[data-buurt]');
  expect(await div.evaluate(({children}) => children.length)).toBe(1);
  expect(await div.locator('> *').getAttribute('heading-level')).toBe('3');
  expect(await div.locator('> * > a').textContent()).toBe('Alle initiatieven');
});

test('a div that was saved with the component inside it is not filled twice', async () => {
  const visitor = await open(`${script()}<div data-buurt="initiative-map">${MAP}</div>`);

  await expectShown(visitor, 'buurt-initiative-map', `buurt-initiative-map of schouwen from ${sites.origin}`);
  expect(await visitor.page.locator('buurt-initiative-map').count()).toBe(1);
});

test('a div that names no component stays as it is, and the console says which there are', async () => {
  const visitor = await open(`${script()}<div data-buurt="initiatives">${FALLBACK}</div>`);

  await expect.poll(() => visitor.console).toHaveLength(1);
  expect(visitor.console[0]).toContain('initiative-map');
  expect(await shownBy(visitor.page, '[data-buurt]')).toBe('Alle initiatieven');
});

test('two components of a kind share one download', async () => {
  const visitor = await open(script() + MAP + MAP.replace('map>', 'map community="tholen">'));

  await expectShown(visitor, 'buurt-initiative-map[community]', `buurt-initiative-map of tholen from ${sites.origin}`);
  expect(requested('initiative-map')).toBe(1);
  expect(requested('shared')).toBe(1);
});

test('a provider is there before the component inside it, and only when that comes near', async () => {
  const provider = `<buurt-provider community="tholen">${MAP}</buurt-provider>`;
  const visitor = await open(script() + FAR_DOWN + provider);
  await aMoment(visitor.page);
  expect(requested('provider')).toBe(0);

  await visitor.page.locator('buurt-provider').scrollIntoViewIfNeeded();

  await expect.poll(() => visitor.page.locator('html').getAttribute('data-ran')).toBe(' buurt-provider buurt-initiative-map');
});

test('the same script twice on a page does everything once and says nothing', async () => {
  const visitor = await open(script() + script() + MAP);

  await expectShown(visitor, 'buurt-initiative-map', `buurt-initiative-map of schouwen from ${sites.origin}`);
  expect(requested('initiative-map')).toBe(1);
  expect(visitor.console).toEqual([]);
});

test('of two versions on a page the first serves; the second imports nothing and says so in one line', async () => {
  sites.replace('/embed/1.4.2/buurt.js', (await sites.readFile('buurt.js')).replaceAll('1.0.0', '1.4.2'));
  const visitor = await open(
    script({version: '1.4.2', attributes: 'data-community="first"'}) + script({attributes: 'data-community="second"'}) + MAP + MAP,
  );

  await expectShown(visitor, 'buurt-initiative-map', `buurt-initiative-map of first from ${sites.origin}`);
  await expect
    .poll(() => visitor.events)
    .toEqual([{type: 'buurt-version-conflict', target: 'document', running: '1.4.2', refused: '1.0.0'}]);
  expect(sites.requests.filter((path) => path.startsWith('/embed/1/chunks/'))).toEqual([]);
  expect(visitor.console).toHaveLength(1);
  expect(visitor.errors).toEqual([]);
});

test("a site's own copy of a component keeps serving, and the script's isn't even fetched", async () => {
  const own = '<script>customElements.define("buurt-initiative-map", class extends HTMLElement { static version = "1.2.0"; });</script>';
  const visitor = await open(own + script() + MAP + MAP);

  await expect
    .poll(() => visitor.events)
    .toEqual([{type: 'buurt-version-conflict', target: 'document', running: '1.2.0', refused: '1.0.0'}]);
  expect(requested('initiative-map')).toBe(0);
  expect(visitor.console).toHaveLength(1);
});

test('a broken component leaves its own fallback and keeps no other away', async () => {
  const broken = `<buurt-partner-directory>Sociale kaart</buurt-partner-directory>`;
  const visitor = await open(script() + broken + broken + MAP);

  await expectShown(visitor, 'buurt-initiative-map', `buurt-initiative-map of schouwen from ${sites.origin}`);
  await expectShown(visitor, 'buurt-partner-directory', 'Sociale kaart');
  const failed = {type: 'buurt-error', target: 'buurt-partner-directory', code: 'embed.failed', status: null};
  await expect.poll(() => visitor.events).toEqual([failed, failed]);
  expect(visitor.console.filter((line) => line.includes('Buurtkit'))).toHaveLength(1);
});

test('when the components cannot be fetched the fallback stays and the page hears of it', async () => {
  const visitor = await visit(browser, 'about:blank');
  onTestFinished(() => visitor.page.close());
  await visitor.page.route('**/chunks/**', (route) => route.abort());

  await visitor.page.goto(sites.publish(script() + MAP));

  await expect
    .poll(() => visitor.events)
    .toEqual([{type: 'buurt-error', target: 'buurt-initiative-map', code: 'embed.failed', status: null}]);
  await expectShown(visitor, 'buurt-initiative-map', 'Alle initiatieven');
});

test('a failed download is tried again for the next component', async () => {
  const visitor = await visit(browser, 'about:blank');
  onTestFinished(() => visitor.page.close());
  await visitor.page.route('**/chunks/**', (route) => route.abort());
  await visitor.page.goto(sites.publish(script() + MAP));
  await expect.poll(() => visitor.events).toHaveLength(1);
  await visitor.page.unroute('**/chunks/**');

  await visitor.page.evaluate(() => document.body.append(document.createElement('buurt-initiative-map')));

  await expectShown(visitor, 'buurt-initiative-map', `buurt-initiative-map of schouwen from ${sites.origin}`);
});

test.each(['initiative-map', 'shared', 'parts'])('the pinned address never runs a %s that was tampered with', async (name) => {
  const path = await chunkPath(name);
  sites.replace(path, `document.documentElement.dataset.tampered = 'yes';\n${await sites.readFile(path.replace('/embed/1.0.0/', ''))}`);
  const visitor = await open(script({version: '1.0.0'}) + MAP);

  await expect
    .poll(() => visitor.events)
    .toEqual([{type: 'buurt-error', target: 'buurt-initiative-map', code: 'embed.refused', status: null}]);
  await aMoment(visitor.page);
  expect(await visitor.page.locator('html').getAttribute('data-tampered')).toBeNull();
  await expectShown(visitor, 'buurt-initiative-map', 'Alle initiatieven');
});

test('the pinned address shows the component when every file is what was published', async () => {
  const visitor = await open(script({version: '1.0.0'}) + MAP);

  await expectShown(visitor, 'buurt-initiative-map', `buurt-initiative-map of schouwen from ${sites.origin}`);
  expect(visitor.console).toEqual([]);
  expect(await visitor.page.locator('link').count()).toBe(0);
});

test('where nothing is checked, nobody waits for the hashes', async () => {
  const visitor = await visit(browser, 'about:blank');
  onTestFinished(() => visitor.page.close());
  await visitor.page.route('**/chunks/parts-*', (route) => route.abort());

  await visitor.page.goto(sites.publish(script() + MAP));

  await expectShown(visitor, 'buurt-initiative-map', `buurt-initiative-map of schouwen from ${sites.origin}`);
  expect(visitor.events).toEqual([]);
});

async function askForMore({page}: Visitor): Promise<string> {
  return page.locator('buurt-initiative-map').evaluate((element) =>
    (element as HTMLElement & {more(): Promise<void>}).more().then(
      () => 'shown',
      (error: {code?: string}) => error.code ?? 'failed',
    ),
  );
}

test.each(['1', '1.0.0'])('at /embed/%s/ a component brings the rest of itself when it is asked for', async (version) => {
  const visitor = await open(script({version}) + MAP);
  await expectShown(visitor, 'buurt-initiative-map', `buurt-initiative-map of schouwen from ${sites.origin}`);
  expect(requested('more')).toBe(0);

  expect(await askForMore(visitor)).toBe('shown');

  expect(await visitor.page.locator('buurt-initiative-map').getAttribute('data-more')).toBe('schouwen');
  expect([requested('more'), requested('shared')]).toEqual([1, 1]);
});

test('what a component brings later is checked as well', async () => {
  const path = await chunkPath('more');
  sites.replace(path, `document.documentElement.dataset.tampered = 'yes';\n${await sites.readFile(path.replace('/embed/1.0.0/', ''))}`);
  const visitor = await open(script({version: '1.0.0'}) + MAP);
  await expectShown(visitor, 'buurt-initiative-map', `buurt-initiative-map of schouwen from ${sites.origin}`);

  expect(await askForMore(visitor)).toBe('embed.refused');
  expect(await visitor.page.locator('html').getAttribute('data-tampered')).toBeNull();
});

test('a browser that does not check preloads checks by fetching, and runs nothing that was tampered with', async () => {
  const asWebKit = '<script>Object.defineProperty(navigator, "vendor", {value: "Apple Computer, Inc."});</script>';
  const intact = await open(asWebKit + script({version: '1.0.0'}) + MAP);
  await expectShown(intact, 'buurt-initiative-map', `buurt-initiative-map of schouwen from ${sites.origin}`);

  sites.replace(await chunkPath('initiative-map'), `document.documentElement.dataset.tampered = 'yes';`);
  const tampered = await open(asWebKit + script({version: '1.0.0'}) + MAP);

  await expect.poll(() => tampered.events.map(({code}) => code)).toEqual(['embed.refused']);
  expect(await tampered.page.locator('html').getAttribute('data-tampered')).toBeNull();
});

test('a strict policy is never violated', async () => {
  const policy = `default-src 'none'; script-src ${sites.origin}; style-src ${sites.origin}; connect-src ${sites.origin}; img-src ${sites.origin}; require-trusted-types-for 'script'; trusted-types lit-html`;
  for (const version of ['1', '1.0.0']) {
    const visitor = await open(script({version}) + MAP + '<div data-buurt="initiative-map"></div>', {'Content-Security-Policy': policy});

    await expectShown(visitor, 'buurt-initiative-map', `buurt-initiative-map of schouwen from ${sites.origin}`);
    await aMoment(visitor.page);
    expect(visitor.violations).toEqual([]);
    expect(visitor.console).toEqual([]);
  }
});

test("a policy with a nonce and 'strict-dynamic' is never violated", async () => {
  const policy = "default-src 'none'; script-src 'nonce-abc' 'strict-dynamic'; require-trusted-types-for 'script'; trusted-types lit-html";
  for (const version of ['1', '1.0.0']) {
    const visitor = await open(script({version, attributes: 'nonce="abc" data-community="schouwen"'}) + MAP, {
      'Content-Security-Policy': policy,
    });

    await expectShown(visitor, 'buurt-initiative-map', `buurt-initiative-map of schouwen from ${sites.origin}`);
    expect(visitor.violations).toEqual([]);
    expect(visitor.console).toEqual([]);
  }
});

test('a page that demands integrity of every script gets it', async () => {
  const {files} = JSON.parse(await sites.readFile('manifest.json')) as {files: Record<string, {integrity: string}>};
  const attributes = `data-community="schouwen" crossorigin integrity="${files['buurt.js']?.integrity}"`;
  const visitor = await open(script({version: '1.0.0', attributes}) + MAP, {'Integrity-Policy': 'blocked-destinations=(script)'});

  await expectShown(visitor, 'buurt-initiative-map', `buurt-initiative-map of schouwen from ${sites.origin}`);
  expect(await askForMore(visitor)).toBe('shown');
  expect(visitor.console).toEqual([]);
  // The browser does refuse what comes without: the promise isn't kept by a browser that ignores the header.
  const bare = `import('${sites.origin}/embed/1/buurt.js').then(() => 'run', () => 'refused')`;
  expect(await visitor.page.evaluate(bare)).toBe('refused');
});

test("where the policy doesn't let Lit start, the fallback stays and one line names what to add", async () => {
  const policy = `script-src ${sites.origin}; require-trusted-types-for 'script'; trusted-types 'none'`;
  const visitor = await open(script() + MAP + MAP, {'Content-Security-Policy': policy});

  const refused = {type: 'buurt-error', target: 'buurt-initiative-map', code: 'embed.trusted-types', status: null};
  await expect.poll(() => visitor.events).toEqual([refused, refused]);
  await expectShown(visitor, 'buurt-initiative-map', 'Alle initiatieven');
  const ours = visitor.console.filter((line) => line.includes('Buurtkit'));
  expect(ours).toHaveLength(1);
  expect(ours[0]).toMatch(/Content-Security-Policy header: trusted-types lit-html$/);
});

test("where the site's own Lit took the name, the line says to allow duplicates", async () => {
  const policy = `script-src ${sites.origin} 'unsafe-inline'; require-trusted-types-for 'script'; trusted-types lit-html`;
  const ownLit = '<script>trustedTypes.createPolicy("lit-html", {createHTML: (text) => text});</script>';
  const visitor = await open(ownLit + script() + MAP, {'Content-Security-Policy': policy});

  await expect.poll(() => visitor.events.map(({code}) => code)).toEqual(['embed.trusted-types']);
  expect(visitor.console.find((line) => line.includes('Buurtkit'))).toContain("trusted-types lit-html 'allow-duplicates'");
});

test('the page keeps its own globals, cookies and storage, and gets none of ours', async () => {
  const visitor = await open(`<script>window.before = Object.getOwnPropertyNames(window);</script>${script()}${MAP}`);
  await expectShown(visitor, 'buurt-initiative-map', `buurt-initiative-map of schouwen from ${sites.origin}`);

  const added = await visitor.page.evaluate(() => {
    const before = (window as unknown as {before: string[]}).before;
    return Object.getOwnPropertyNames(window).filter((name) => name !== 'before' && !before.includes(name));
  });

  expect(added).toEqual([]);
  expect(await visitor.page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length])).toEqual(['', 0, 0]);
  expect(await visitor.page.context().cookies()).toEqual([]);
});

test('going back shows the page as it was left, from the back/forward cache', async () => {
  const visitor = await open(
    `${script()}${MAP}<script>addEventListener('pageshow', (event) => { document.title = event.persisted ? 'kept' : 'fresh'; });</script>`,
  );
  await expectShown(visitor, 'buurt-initiative-map', `buurt-initiative-map of schouwen from ${sites.origin}`);
  const fetched = sites.requests.length;

  await visitor.page.goto(sites.publish('Elders'));
  await visitor.page.goBack({waitUntil: 'commit'});

  await expect.poll(() => visitor.page.title()).toBe('kept');
  await expectShown(visitor, 'buurt-initiative-map', `buurt-initiative-map of schouwen from ${sites.origin}`);
  expect(sites.requests).toHaveLength(fetched);
});
