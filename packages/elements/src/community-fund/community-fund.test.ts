import {handlers, scenarios} from '@buurtkit/msw';
import {createClient, type Fund} from '@buurtkit/sdk';
import {aTimeout, expect, fixture} from '@open-wc/testing';
import {http, HttpResponse} from 'msw';
import '../define/buurt-community-fund.ts';
import {answerWith, api, requests, stopAnswering} from '../testing/answers.ts';
import {expectAccessible} from '../testing/expect-accessible.ts';
import {expectFits} from '../testing/expect-fits.ts';
import {expectSnapshot} from '../testing/expect-snapshot.ts';
import {find, html, isShown, nextEvent, shownOnPage} from '../testing/page.ts';
import type {CommunityFundCounter} from './community-fund.ts';

const year: Fund = {year: 2026, people: 42, givenMinutes: 12_615, fundMinutes: 480};
const gave = (fund: Partial<Fund>) => http.get(`${api}/v1/communities/:community/fund`, () => HttpResponse.json({...year, ...fund}));

beforeEach(() => answerWith(gave({}), ...handlers({api})));
afterEach(stopAnswering);

const counter = html`<buurt-community-fund api=${api} community="eemsdelta"></buurt-community-fund>`;
const shown = (template = counter, selector = '[part="fund-title"]') => shownOnPage<CommunityFundCounter>(template, selector);
const figures = (element: CommunityFundCounter) =>
  [...element.renderRoot.querySelectorAll('[part="figure"]')].map(({textContent}) => textContent.trim());

/** Everything a reader can come to see, and how they come there. */
const states: Record<string, () => Promise<CommunityFundCounter>> = {
  async loading() {
    answerWith(...scenarios.slow(5000, {api}));
    return fixture<CommunityFundCounter>(counter);
  },
  whole: () => shown(),
  async 'too-few'() {
    answerWith(gave({people: null, givenMinutes: null, fundMinutes: null}), ...handlers({api}));
    return shown();
  },
  async error() {
    answerWith(...scenarios.offline({api}));
    const client = createClient({api, community: 'eemsdelta', retries: 0});
    return shown(html`<buurt-community-fund .client=${client}>Vraag de balie</buurt-community-fund>`, '[part="error"]');
  },
  'in-english': () => shown(html`<buurt-community-fund lang="en" api=${api} community="eemsdelta"></buurt-community-fund>`),
};

describe('what is shown of what a community gave', () => {
  for (const [name, show] of Object.entries(states))
    it(`${name} is what a screen reader should find, axe finds nothing, and it fits a small screen with large text`, async () => {
      const element = await show();
      await aTimeout(50);
      await expectSnapshot(element, `community-fund-${name}`);
      await expectAccessible(element);
      await expectFits(element);
    });
});

describe('the counter of a community', () => {
  it('tells the help, the people and the fund of this year, in the community’s own credits', async () => {
    const element = await shown();

    expect(figures(element)).to.deep.equal([
      '210 uur en 15 minuten aan hulp gegeven',
      '42 mensen hielpen mee',
      '8 tijdspunten in de buurtpot',
    ]);
    expect(element.matches(':state(ready)')).to.equal(true);
  });

  it('tells no figure at all of fewer than five people', async () => {
    const element = await states['too-few']!();

    expect(figures(element)).to.deep.equal([]);
    expect(find(element, '[part="empty"]')?.textContent).to.contain('vijf mensen');
    expect(element.matches(':state(empty)')).to.equal(true);
  });

  it('asks nobody to sign in, and uses no token of the page', async () => {
    const sent: (string | null)[] = [];
    answerWith(
      http.all(`${api}/*`, ({request}) => void sent.push(request.headers.get('Authorization'))),
      gave({}),
      ...handlers({api}),
    );
    await shown(html`<buurt-community-fund api=${api} community="eemsdelta" .tokenProvider=${() => 'bs_somebody'}></buurt-community-fund>`);

    expect(sent.length).to.be.greaterThan(0);
    expect(sent.filter((header) => header !== null)).to.deep.equal([]);
  });

  it('counts in hours when the community’s settings can’t be had', async () => {
    answerWith(
      gave({}),
      http.get(`${api}/v1/communities/eemsdelta`, () => HttpResponse.error()),
    );
    const client = createClient({api, community: 'eemsdelta', retries: 0});
    const element = await shown(html`<buurt-community-fund .client=${client}></buurt-community-fund>`);

    expect(figures(element)[2]).to.equal('8 uur in de buurtpot');
  });

  it('says what is wrong with a community without time credits, and keeps the page’s own words', async () => {
    const element = await fixture<CommunityFundCounter>(
      html`<buurt-community-fund api=${api} community="buurtkracht">Vraag de balie</buurt-community-fund>`,
    );
    const {code} = await nextEvent(element, 'buurt-error');

    expect(code).to.equal('element.bad-attribute');
    expect((find(element, 'slot:not([name])') as HTMLSlotElement).hidden).to.equal(false);
  });

  it('tries again after an error, and tells the page once that it is there', async () => {
    const element = await states['error']!();
    answerWith(gave({}), ...handlers({api}));
    let ready = 0;
    element.addEventListener('buurt-ready', () => ready++);
    find(element, '[part="retry"]')!.click();
    await isShown(element, '[part="figure"]');
    await aTimeout(50);

    expect(ready).to.equal(1);
    expect(requests().filter((path) => path.endsWith('/fund'))).to.have.length(1);
  });

  for (const width of [320, 480, 800, 1200])
    it(`fits the room that it keeps while loading, ${width} px wide`, async () => {
      const page = await fixture<HTMLElement>(html`<div style="container-type: inline-size; inline-size: ${width}px">${counter}</div>`);
      const element = page.querySelector('buurt-community-fund')!;
      const before = element.getBoundingClientRect().height;
      await isShown(element, '[part="figure"]');
      await aTimeout(50);

      expect(element.getBoundingClientRect().height).to.equal(before);
      expect(before).to.be.lessThan(400);
    });
});
