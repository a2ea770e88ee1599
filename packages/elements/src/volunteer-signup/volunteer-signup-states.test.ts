import {createClient} from '@buurtkit/sdk';
import {handlers, sampleOpportunities, scenarios} from '@buurtkit/msw';
import {aTimeout, expect, fixture} from '@open-wc/testing';
import {http, HttpResponse} from 'msw';
import '../define/buurt-volunteer-signup.ts';
import {answerWith, api, stopAnswering} from '../testing/answers.ts';
import {expectAccessible} from '../testing/expect-accessible.ts';
import {expectFits} from '../testing/expect-fits.ts';
import {expectSnapshot} from '../testing/expect-snapshot.ts';
import {choose, find, html, isShown, leavePage, search, shownOnPage, showsCount} from '../testing/page.ts';
import {fillIn, press} from './testing/fill-in.ts';
import type {VolunteerSignup} from './volunteer-signup.ts';

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

const client = () => createClient({api, community: 'eemsdelta', retries: 0, proof: 'none'});
const work = (lang = 'nl') =>
  html`<buurt-volunteer-signup lang=${lang} .client=${client()} community="eemsdelta"
    ><a href="/alles">Al het vrijwilligerswerk</a></buurt-volunteer-signup
  >`;
const ready = (selector = '[part="status"]') => shownOnPage<VolunteerSignup>(work(), selector);
const [shop, dinner, buddy, , market, newsletter] = sampleOpportunities;

async function fromLink(state: string, selector: string, lang = 'nl'): Promise<VolunteerSignup> {
  window.history.replaceState(null, '', `?buurt=${encodeURIComponent(state)}`);
  return shownOnPage<VolunteerSignup>(work(lang), selector);
}
const form = (opportunity = buddy!, shift = opportunity.shifts[0], lang = 'nl') =>
  fromLink(`view=form${shift ? `&shift=${shift.id}` : ''}&id=${opportunity.id}`, '[part="form"]', lang);
const sanne = {name: 'Sanne Voorbeeld', email: 'sanne@example.nl', ageBand: '18+'};

/** Everything a reader can come to see, and how they come there. */
const states: Record<string, () => Promise<VolunteerSignup>> = {
  'loading-with-fallback'() {
    answerWith(...scenarios.slow(5000, {api}));
    return fixture<VolunteerSignup>(work());
  },
  list: () => ready(),
  'list-in-english': () => shownOnPage<VolunteerSignup>(work('en'), '[part="status"]'),
  async 'filter-open'() {
    const element = await ready();
    find(element, '[data-filter="weekday"]')?.click();
    await isShown(element, '.choice');
    return element;
  },
  async 'all-filters-open'() {
    const element = await ready();
    find(element, '[data-filter="more"]')?.click();
    await isShown(element, '[data-field="sort"]');
    return element;
  },
  async filtered() {
    const element = await ready();
    await choose(element, 'weekday', 'tu');
    await showsCount(element, '1 klus gevonden');
    return element;
  },
  async 'nothing-found'() {
    const element = await ready();
    await search(element, 'bestaatniet');
    await showsCount(element, 'Niets gevonden');
    return element;
  },
  empty() {
    const none = http.get(`${api}/v1/communities/:community/opportunities`, () =>
      HttpResponse.json({data: [], total: 0, next: null, facets: {}}),
    );
    answerWith(none, ...handlers({api}));
    return ready('[part="empty"]');
  },
  error() {
    answerWith(...scenarios.offline({api}));
    return ready('[part="retry"]');
  },
  'work-with-shifts': () => fromLink(`id=${shop!.id}`, '[part="shift"]'),
  'work-with-shifts-in-english': () => fromLink(`id=${shop!.id}`, '[part="shift"]', 'en'),
  'work-with-waiting-list': () => fromLink(`id=${dinner!.id}`, '[part="shift"]'),
  'work-that-is-full': () => fromLink(`id=${market!.id}`, '[part="shift"]'),
  'work-without-shifts': () => fromLink(`id=${buddy!.id}`, '[part="sign-up"]'),
  'work-that-is-closed': () => fromLink(`id=${newsletter!.id}`, '[part="section-title"]'),
  'work-gone': () => fromLink('id=019a5c1e-7b4a-7c3e-9f00-000000000000', '[part="error"]'),
  form: () => form(),
  'form-in-english': () => form(buddy, undefined, 'en'),
  'form-in-two-steps': () => form(dinner),
  async 'form-with-errors'() {
    const element = await form();
    press(element);
    await isShown(element, '[part="error-summary"]');
    return element;
  },
  'form-of-a-full-shift': () => fromLink(`view=form&shift=${market!.shifts[0]!.id}&id=${market!.id}`, '[data-act="to-work"]'),
  async 'form-when-the-connection-is-lost'() {
    const element = await form();
    fillIn(element, sanne);
    answerWith(...scenarios.offline({api}));
    press(element);
    await isShown(element, '[part="error-summary"]');
    return element;
  },
  async 'signed-up'() {
    const element = await form();
    fillIn(element, sanne);
    press(element);
    await isShown(element, '[data-act="to-work"]');
    return element;
  },
};

describe('what is shown', () => {
  for (const [name, show] of Object.entries(states))
    it(`${name} is what a screen reader should find, axe finds nothing, and it fits a small screen with large text`, async () => {
      const element = await show();
      await aTimeout(50);
      await expectSnapshot(element, `volunteer-signup-${name}`);
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
