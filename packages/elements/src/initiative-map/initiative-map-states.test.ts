import {handlers, scenarios} from '@buurtkit/msw';
import {aTimeout, expect} from '@open-wc/testing';
import '../define/buurt-initiative-map.ts';
import {answerWith, api, impatientClient, stopAnswering} from '../testing/answers.ts';
import {expectAccessible} from '../testing/expect-accessible.ts';
import {expectSnapshot} from '../testing/expect-snapshot.ts';
import {choose, find, html, isShown, leavePage, mapOnPage, readyMap, search, showsCount} from '../testing/page.ts';
import type {InitiativeMap} from './initiative-map.ts';

const {now} = Date;

beforeEach(() => {
  answerWith(...handlers({api}));
  Date.now = () => Date.parse('2026-11-22T09:00:00Z');
});
afterEach(() => {
  Date.now = now;
  stopAnswering();
  leavePage();
});

const withClient = () =>
  html`<buurt-initiative-map view="list" .client=${impatientClient()} community="buurtkracht"
    ><a href="/alles">Alle initiatieven</a></buurt-initiative-map
  >`;

/** Everything a reader can come to see, and how they come there. */
const states: Record<string, () => Promise<InitiativeMap>> = {
  async 'loading-with-fallback'() {
    answerWith(...scenarios.slow(5000, {api}));
    return mapOnPage(withClient());
  },
  async 'loading-for-long'() {
    answerWith(...scenarios.slow(5000, {api}));
    const element = await mapOnPage(html`<buurt-initiative-map view="list" .client=${impatientClient()}></buurt-initiative-map>`);
    await aTimeout(1100);
    return element;
  },
  list: () => readyMap(withClient()),
  async 'list-in-english'() {
    return readyMap(
      html`<buurt-initiative-map view="list" lang="en" .client=${impatientClient()} community="buurtkracht"></buurt-initiative-map>`,
    );
  },
  async 'filter-open'() {
    const element = await readyMap(withClient());
    find(element, '[data-filter="theme"]')?.click();
    await isShown(element, '.choice');
    return element;
  },
  async 'more-filters-open'() {
    const element = await readyMap(withClient());
    find(element, '[data-filter="more"]')?.click();
    await isShown(element, '[data-field="sort"]');
    return element;
  },
  async filtered() {
    const element = await readyMap(withClient());
    await choose(element, 'kind', 'shop');
    await showsCount(element, '1 initiatief gevonden');
    await search(element, 'winkel');
    await isShown(element, '.chip:not([aria-label^="Winkel"])');
    return element;
  },
  async 'nothing-found'() {
    const element = await readyMap(withClient());
    await search(element, 'bestaatniet');
    await showsCount(element, 'Niets gevonden');
    return element;
  },
  async empty() {
    answerWith(...scenarios.empty({api}));
    return readyMap(withClient());
  },
  async many() {
    answerWith(...scenarios.many(21, {api}));
    return readyMap(withClient());
  },
  async detail() {
    const element = await readyMap(withClient());
    find(element, '[data-slug="stip-groningen"] [part="title"]')?.click();
    await isShown(element, '[part="chapter-title"]');
    await aTimeout(0);
    return element;
  },
  async 'detail-loading'() {
    const element = await readyMap(withClient());
    answerWith(...scenarios.slow(5000, {api}));
    find(element, '[data-slug="stip-groningen"] [part="title"]')?.click();
    await isShown(element, '[part="detail-title"]');
    await aTimeout(0);
    return element;
  },
  async 'detail-gone'() {
    window.history.replaceState(null, '', '?buurt=id%3Dverdwenen');
    const element = await readyMap(withClient());
    await isShown(element, '[part="error"]');
    return element;
  },
  async 'several-by-one-name'() {
    window.history.replaceState(null, '', '?buurt=id%3Dburenhulp');
    const client = impatientClient();
    const {ApiError} = await import('@buurtkit/sdk');
    client.initiatives.get = () =>
      Promise.reject(
        new ApiError({
          type: '/problems/slug.ambiguous',
          title: 'Meer dan één initiatief heet zo',
          detail: 'Kies een van de adressen.',
          status: 409,
          code: 'slug.ambiguous',
          requestId: 'r1',
          addresses: ['groningen~burenhulp', 'den-haag~burenhulp'],
        }),
      );
    const element = await readyMap(
      html`<buurt-initiative-map view="list" .client=${client} community="buurtkracht"></buurt-initiative-map>`,
    );
    await isShown(element, '.detail li');
    return element;
  },
  async error() {
    answerWith(...scenarios.failing('server.unavailable', {api}));
    const element = await mapOnPage(withClient());
    await isShown(element, '[part="error"]');
    return element;
  },
  async 'filter-failed'() {
    const element = await readyMap(withClient());
    answerWith(...scenarios.failing('server.unavailable', {api}));
    await choose(element, 'kind', 'shop');
    await isShown(element, '[part="error"]');
    return element;
  },
};

for (const [name, open] of Object.entries(states)) {
  describe(`what is shown: ${name}`, () => {
    it('is what a screen reader should find, and axe finds nothing', async () => {
      const element = await open();
      await aTimeout(50);
      await expectSnapshot(element, `initiative-map-${name}`);
      await expectAccessible(element);
    });
  });
}

describe('on a small screen and with large text', () => {
  for (const name of ['list', 'filter-open', 'filtered', 'detail', 'error'] as const) {
    it(`nothing of ${name} is wider than the page, and everything can be pressed`, async () => {
      const element = await states[name]!();
      element.style.inlineSize = '320px';
      document.documentElement.style.fontSize = '200%';
      await aTimeout(20);
      const edge = element.getBoundingClientRect().right + 1;
      const tooWide = [...element.renderRoot.querySelectorAll<HTMLElement>('.frame *')].filter(
        (part) => !part.closest('.only-heard') && part.getBoundingClientRect().right > edge,
      );
      document.documentElement.style.fontSize = '';

      expect(tooWide.map((part) => part.outerHTML.slice(0, 80))).to.deep.equal([]);
      const small = [...element.renderRoot.querySelectorAll<HTMLElement>('button, input, .title, .detail-facts a')].filter((control) => {
        const {width, height} = control.getBoundingClientRect();
        return width > 0 && (width < 24 || height < 24) && !control.classList.contains('title');
      });
      expect(small.map((control) => control.outerHTML.slice(0, 80))).to.deep.equal([]);
    });
  }
});

describe('on a page with its own ideas', () => {
  it('keeps its looks where the page resets everything', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* {all: revert} button {display: none !important; font-size: 60px !important} a {color: red !important}');
    document.adoptedStyleSheets = [sheet];
    const element = await readyMap(withClient());
    const button = getComputedStyle(find(element, '[part="filter"]')!);
    document.adoptedStyleSheets = [];

    expect(button.display).to.equal('flex');
    expect(button.fontSize).to.equal('16px');
  });

  it('takes colours in pairs from one design system', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`:root {
      --nl-button-primary-background-color: rgb(1, 2, 3);
      --utrecht-button-primary-action-background-color: rgb(4, 5, 6);
      --utrecht-button-primary-action-color: rgb(250, 251, 252);
    }`);
    document.adoptedStyleSheets = [sheet];
    const element = await states['filter-open']!();
    const {backgroundColor, color} = getComputedStyle(find(element, '.primary')!);
    document.adoptedStyleSheets = [];

    expect([backgroundColor, color]).to.deep.equal(['rgb(4, 5, 6)', 'rgb(250, 251, 252)']);
  });

  it('wears the colour of the community where the page has none, with letters that can be read on it', async () => {
    const client = impatientClient();
    const get = client.communities.get;
    client.communities.get = async (...args) => ({
      ...(await get(...args)),
      look: {accentColor: '#ffd700', corner: 'round', spacing: 'wide', button: 'filled', link: 'plain'},
    });
    const element = await readyMap(
      html`<buurt-initiative-map view="list" .client=${client} community="buurtkracht"></buurt-initiative-map>`,
    );
    find(element, '[data-filter="kind"]')?.click();
    const {backgroundColor, color, borderStartStartRadius} = getComputedStyle(await isShown(element, '.primary'));

    expect([backgroundColor, color, borderStartStartRadius]).to.deep.equal(['rgb(255, 215, 0)', 'rgb(0, 0, 0)', '16px']);
    await expectAccessible(element);
  });

  it('turns with a page that is read from right to left', async () => {
    const element = await readyMap(html`<div dir="rtl">${withClient()}</div>`);
    const field = find(element, '[part="search"]')!.getBoundingClientRect();

    expect(getComputedStyle(find(element, '[part="list"]')!).direction).to.equal('rtl');
    expect(Math.round(field.right)).to.equal(Math.round(element.getBoundingClientRect().right));
    await expectAccessible(element);
  });

  it('can be read on a dark page', async () => {
    const element = await readyMap(html`<div>${withClient()}</div>`);
    Object.assign(element.parentElement!.style, {colorScheme: 'dark', background: '#16181b', color: '#eeeeee'});

    await expectAccessible(element);
  });

  it('keeps the same room while loading and once it is there', async () => {
    answerWith(...scenarios.slow(100, {api}), ...handlers({api, initiatives: []}));
    const element = await mapOnPage(html`<buurt-initiative-map view="list" .client=${impatientClient()}></buurt-initiative-map>`);
    const before = element.getBoundingClientRect().height;
    await isShown(element, '[part="empty"]');

    expect(element.getBoundingClientRect().height).to.equal(before);
  });
});
