import {ApiError, type Reader} from '@buurtkit/sdk';
import {handlers, scenarios} from '@buurtkit/msw';
import {aTimeout, expect, fixture, waitUntil} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import '../define/buurt-initiative.ts';
import type {BuurtReadyEvent} from '../events/buurt-events.ts';
import {answerWith, api, impatientClient, requests, stopAnswering} from '../testing/answers.ts';
import {expectAccessible} from '../testing/expect-accessible.ts';
import {expectFits} from '../testing/expect-fits.ts';
import {expectSnapshot} from '../testing/expect-snapshot.ts';
import {find, html, isShown, nextEvent, shownOnPage} from '../testing/page.ts';
import type {InitiativePortrait} from './initiative-portrait.ts';

const {now} = Date;

beforeEach(() => {
  answerWith(...handlers({api}));
  Date.now = () => Date.parse('2026-11-22T09:00:00Z');
});
afterEach(() => {
  Date.now = now;
  stopAnswering();
});

const stip = (client: Reader = impatientClient()) =>
  html`<buurt-initiative slug="stip-groningen" .client=${client} community="buurtkracht"
    ><a href="/stip">STIP Groningen</a></buurt-initiative
  >`;

const shown = (template: TemplateResult, selector: string) => shownOnPage<InitiativePortrait>(template, selector);

async function whole(template: TemplateResult = stip()): Promise<InitiativePortrait> {
  const element = await shown(template, '[part="chapter-title"]');
  await isShown(element, 'ul:last-child li');
  return element;
}

/** As the API has it, with what few have. */
function withMore(): Reader {
  const client = impatientClient();
  const {get} = client.initiatives;
  const url = '/packages/server/assets/favicon.svg';
  const small = {url, width: 600, height: 400};
  const photo = {id: 'photo', url, alt: {nl: 'De balie'}, credit: 'Jan Voorbeeld', width: 1200, height: 800, small};
  client.initiatives.get = async (slug, options) => ({
    ...(await get(slug, options)),
    stage: 'threatened',
    isRecentlyChecked: false,
    photos: [photo],
    lookingFor: [{text: {nl: 'Wij zoeken een ondernemer.'}, kind: 'company'}],
  });
  return client;
}

function severalByOneName(): Reader {
  const client = impatientClient();
  const {get} = client.initiatives;
  const addresses = ['groningen~stip-groningen', 'den-haag~stip-groningen'];
  const problem = {
    type: '',
    title: 'Meer dan één',
    detail: 'Kies.',
    status: 409,
    code: 'slug.ambiguous',
    requestId: 'r1',
    addresses,
  } as const;
  client.initiatives.get = (slug, options) => (slug.includes('~') ? get(slug, options) : Promise.reject(new ApiError(problem)));
  return client;
}

describe('one initiative', () => {
  it('tells its name, its story by chapters, who stands behind it and who else is in the building', async () => {
    const element = await whole();
    // Nobody waits for who else is in the building: it comes when it is there.
    await waitUntil(() => element.renderRoot.textContent?.includes('Ook in'));
    const headings = [...element.renderRoot.querySelectorAll('h2, h3, h4')].map(
      ({localName, textContent}) => `${localName} ${textContent}`,
    );

    expect(headings).to.deep.equal([
      'h2 STIP Groningen',
      'h3 Het verhaal',
      'h4 Wie zit er achter de balie?',
      'h4 Wat het opleverde',
      'h3 Wie staat erachter',
      'h3 Ook in Buurthuis De Brug',
    ]);
    expect(find(element, '.detail-columns button')).to.equal(null);
  });

  it('tells the page that it is there, once per load', async () => {
    const element = document.createElement('buurt-initiative');
    for (const [name, value] of Object.entries({api, community: 'buurtkracht', slug: 'stip-groningen'})) element.setAttribute(name, value);
    const told: string[] = [];
    element.addEventListener('buurt-ready', ({component}: BuurtReadyEvent) => told.push(component));
    document.body.append(element);
    await isShown(element, '[part="chapter-title"]');
    await element.refresh();
    await aTimeout(0);

    expect(told).to.deep.equal(['initiative', 'initiative']);
    element.remove();
  });

  it('shows another one when the page names another', async () => {
    const element = await whole();
    element.slug = 'buurtsuper-holwierde';
    await isShown(element, 'h2');
    const ready = nextEvent(element, 'buurt-ready');
    await ready;
    await element.updateComplete;

    expect(find(element, 'h2')?.textContent).to.equal('Buurtsuper Holwierde');
  });

  it('without a slug fetches nothing, keeps the fallback and says why', async () => {
    const before = requests().length;
    const element = await fixture<InitiativePortrait>(
      html`<buurt-initiative api=${api} community="buurtkracht"><a href="/alles">Alle initiatieven</a></buurt-initiative>`,
    );

    expect(element.matches(':state(error)')).to.equal(true);
    expect(requests().length).to.equal(before);
    expect(element.querySelector('a')!.getBoundingClientRect().height).to.be.greaterThan(0);
  });

  it('when it can’t be had keeps the link, says so to page and reader, and comes when asked again', async () => {
    answerWith(...scenarios.offline({api}));
    const failed = nextEvent(document.body, 'buurt-error');
    const element = await shown(stip(), '[part="retry"]');
    const {code} = await failed;
    expect(code).to.equal('connection.network');
    expect(find(element, '[role="status"]')?.textContent).to.contain('Laden lukt nu niet');
    expect(element.querySelector('a')!.getBoundingClientRect().height).to.be.greaterThan(0);

    answerWith(...handlers({api}));
    find(element, '[part="retry"]')?.focus();
    find(element, '[part="retry"]')?.click();
    await isShown(element, '[part="chapter-title"]');
    await aTimeout(0);
    expect(element.shadowRoot?.activeElement?.textContent).to.equal('STIP Groningen');
    expect(element.querySelector('a')!.getBoundingClientRect().height).to.equal(0);
  });

  it('lets the reader choose where several go by its name', async () => {
    const element = await shown(stip(severalByOneName()), '.detail li button');
    expect(element.matches(':state(empty)')).to.equal(true);
    find(element, '.detail li button')?.click();
    await isShown(element, '[part="chapter-title"]');
    await aTimeout(0);

    expect(element.shadowRoot?.activeElement?.textContent).to.equal('STIP Groningen');
    expect(element.matches(':state(ready)')).to.equal(true);
  });
});

/** Everything a reader can come to see, and how they come there. */
const states: Record<string, () => Promise<InitiativePortrait>> = {
  async loading() {
    answerWith(...scenarios.slow(5000, {api}));
    return fixture<InitiativePortrait>(stip());
  },
  whole: () => whole(),
  'in-english': () =>
    whole(html`<buurt-initiative slug="stip-groningen" lang="en" .client=${impatientClient()} community="buurtkracht"></buurt-initiative>`),
  'with-more': () => whole(stip(withMore())),
  gone: () => shown(html`<buurt-initiative slug="verdwenen" .client=${impatientClient()}></buurt-initiative>`, '[part="error"]'),
  'several-by-one-name': () => shown(stip(severalByOneName()), '.detail li button'),
};

describe('what is shown', () => {
  for (const [name, show] of Object.entries(states))
    it(`${name} is what a screen reader should find, axe finds nothing, and it fits a small screen with large text`, async () => {
      const element = await show();
      await aTimeout(50);
      await expectSnapshot(element, `initiative-${name}`);
      await expectAccessible(element);
      await expectFits(element);
    });
});
