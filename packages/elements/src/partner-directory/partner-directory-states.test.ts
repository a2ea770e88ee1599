import {handlers, scenarios} from '@buurtkit/msw';
import {aTimeout, expect, fixture} from '@open-wc/testing';
import {http, HttpResponse} from 'msw';
import '../define/buurt-partner-directory.ts';
import {answerWith, api, impatientClient, stopAnswering} from '../testing/answers.ts';
import {expectAccessible} from '../testing/expect-accessible.ts';
import {expectFits} from '../testing/expect-fits.ts';
import {expectSnapshot} from '../testing/expect-snapshot.ts';
import {choose, find, html, isShown, leavePage, search, shownOnPage, showsCount} from '../testing/page.ts';
import type {PartnerDirectory} from './partner-directory.ts';

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

const directory = () =>
  html`<buurt-partner-directory .client=${impatientClient()} community="buurtkracht"
    ><a href="/alles">Alle organisaties</a></buurt-partner-directory
  >`;

const ready = (selector = '[part="status"]') => shownOnPage<PartnerDirectory>(directory(), selector);

async function fromLink(state: string, selector: string): Promise<PartnerDirectory> {
  window.history.replaceState(null, '', `?buurt=${encodeURIComponent(state)}`);
  return ready(selector);
}

/** Everything a reader can come to see, and how they come there. */
const states: Record<string, () => Promise<PartnerDirectory>> = {
  'loading-with-fallback'() {
    answerWith(...scenarios.slow(5000, {api}));
    return fixture<PartnerDirectory>(directory());
  },
  list: () => ready(),
  'list-in-english': () =>
    shownOnPage<PartnerDirectory>(
      html`<buurt-partner-directory lang="en" .client=${impatientClient()} community="buurtkracht"></buurt-partner-directory>`,
      '[part="status"]',
    ),
  async 'filter-open'() {
    const element = await ready();
    find(element, '[data-filter="function"]')?.click();
    await isShown(element, '.choice');
    return element;
  },
  async filtered() {
    const element = await ready();
    await choose(element, 'kind', 'social-work');
    await showsCount(element, '1 organisatie gevonden');
    return element;
  },
  async 'nothing-found'() {
    const element = await ready();
    await search(element, 'bestaatniet');
    await showsCount(element, 'Niets gevonden');
    return element;
  },
  empty() {
    const none = http.get(`${api}/v1/communities/:community/partners`, () =>
      HttpResponse.json({data: [], total: 0, next: null, facets: {}}),
    );
    answerWith(none, ...handlers({api}));
    return ready('[part="empty"]');
  },
  error() {
    answerWith(...scenarios.offline({api}));
    return ready('[part="retry"]');
  },
  organisation: () => fromLink('id=welzijn-de-brug', '.service'),
  network: () => fromLink('id=netwerk-kleine-dorpen', '[part="section-title"]'),
  async 'organisation-in-english'() {
    window.history.replaceState(null, '', '?buurt=id%3Dwelzijn-de-brug');
    return shownOnPage<PartnerDirectory>(
      html`<buurt-partner-directory lang="en" .client=${impatientClient()} community="buurtkracht"></buurt-partner-directory>`,
      '.service',
    );
  },
  'organisation-gone': () => fromLink('id=verdwenen', '[part="error"]'),
  async 'initiative-over-an-organisation'() {
    const element = await fromLink('id=kennisinstituut-samenleven&initiative=stip-groningen', '[part="chapter-title"]');
    await isShown(element, '[data-address="groningen~welzijn-de-brug"]');
    return element;
  },
};

describe('what is shown', () => {
  for (const [name, show] of Object.entries(states))
    it(`${name} is what a screen reader should find, axe finds nothing, and it fits a small screen with large text`, async () => {
      const element = await show();
      await aTimeout(50);
      await expectSnapshot(element, `partner-directory-${name}`);
      await expectAccessible(element);
      await expectFits(element);
    });

  it('tells the page how it is', async () => {
    const element = await states['list']!();
    expect(element.matches(':state(ready)')).to.equal(true);
    const broken = await states['error']!();
    expect(broken.matches(':state(error)')).to.equal(true);
    const empty = await states['empty']!();
    expect(empty.matches(':state(empty)')).to.equal(true);
    const loading = await states['loading-with-fallback']!();
    expect(loading.matches(':state(loading)')).to.equal(true);
  });
});
