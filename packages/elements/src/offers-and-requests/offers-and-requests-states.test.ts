import {handlers, sampleKeys, scenarios} from '@buurtkit/msw';
import {createClient, type Exchange} from '@buurtkit/sdk';
import {aTimeout, fixture} from '@open-wc/testing';
import {getResponse, http, HttpResponse} from 'msw';
import '../define/buurt-offers-and-requests.ts';
import {forgetSessions} from '../signing-in/shared-session.ts';
import {answerWith, api, stopAnswering} from '../testing/answers.ts';
import {resetClock, setClock} from '../testing/clock.ts';
import {expectAccessible} from '../testing/expect-accessible.ts';
import {expectFits} from '../testing/expect-fits.ts';
import {expectSnapshot} from '../testing/expect-snapshot.ts';
import {html, isShown, leavePage, search, shownOnPage} from '../testing/page.ts';
import {fillIn, press} from '../volunteer-signup/testing/fill-in.ts';
import type {OffersAndRequests} from './offers-and-requests.ts';
import {goTo, openExchange, openListing} from './testing/go-to.ts';

beforeEach(() => {
  setClock('2026-11-22T09:00:00Z');
  answerWith(...handlers({api}));
});
afterEach(() => {
  leavePage();
  forgetSessions();
  stopAnswering();
  resetClock();
});

const anna = () => sampleKeys.anna.key;
const board = html`<buurt-offers-and-requests api=${api} community="eemsdelta" .tokenProvider=${anna}></buurt-offers-and-requests>`;
const shown = (template = board, selector = '[part="item"]') => shownOnPage<OffersAndRequests>(template, selector);

/** Anna's exchanges as the API has them, each with these changes. */
function exchangesWith(changes: Partial<Exchange>) {
  return http.get(`${api}/v1/communities/eemsdelta/exchanges`, async ({request}) => {
    const response = await getResponse(handlers({api}), request);
    const page = (await response!.json()) as {data: Exchange[]};
    return HttpResponse.json({...page, data: page.data.map((exchange) => ({...exchange, ...changes}))});
  });
}

/** How an exchange looks to Anna, who is helped. */
async function asHelped(changes: Partial<Exchange>): Promise<OffersAndRequests> {
  const person = {name: 'Carla', minutes: null, contact: null};
  const helped = {
    side: 'helped',
    proposedBy: 'helped',
    helper: person,
    helped: {...person, name: 'Anna'},
    events: [],
    entryId: null,
  } as const;
  answerWith(exchangesWith({...helped, events: [], ...changes}), ...handlers({api}));
  return openExchange(await shown(), 'Fiets maken');
}
const said = (helper: number | null, helped: number | null) => ({
  helper: {name: 'Carla', minutes: helper, contact: 'carla@example.nl'},
  helped: {name: 'Anna', minutes: helped, contact: null},
});

/** Everything a member can come to see, and how they come there. */
const states: Record<string, () => Promise<OffersAndRequests>> = {
  async loading() {
    answerWith(...scenarios.slow(5000, {api}));
    return fixture<OffersAndRequests>(board);
  },
  'signed-out': () =>
    shown(html`<buurt-offers-and-requests api=${api} community="eemsdelta"></buurt-offers-and-requests>`, '[name="email"]'),
  list: () => shown(),
  'in-english': () =>
    shown(html`<buurt-offers-and-requests lang="en" api=${api} community="eemsdelta" .tokenProvider=${anna}></buurt-offers-and-requests>`),
  async 'nothing-found'() {
    const element = await shown();
    await search(element, 'zeppelin');
    await isShown(element, '[part="empty"]');
    return element;
  },
  async error() {
    answerWith(
      http.get(`${api}/v1/communities/eemsdelta/listings`, () => HttpResponse.error()),
      ...handlers({api}),
    );
    const client = createClient({api, community: 'eemsdelta', key: anna(), retries: 0});
    return shown(html`<buurt-offers-and-requests .client=${client}>Vraag de balie</buurt-offers-and-requests>`, '[part="error"]');
  },
  'an-offer': async () => openListing(await shown(), 'Ik knip de heg'),
  'an-own-request': async () => openListing(await shown(), 'Wie helpt mij met de heg?'),
  async proposal() {
    const element = await openListing(await shown(), 'Mijn laptop is traag');
    return goTo(element, '[part="propose"]', '[name="contact"]');
  },
  async proposed() {
    const element = await states['proposal']!();
    fillIn(element, {message: 'Zaterdag kan ik.'});
    press(element);
    await isShown(element, '[data-act="to-exchange"]');
    return element;
  },
  async 'proposal-with-the-fund'() {
    answerWith(...scenarios.atTheLimit({api}));
    const element = await openListing(await shown(), 'Soep voor de hele straat');
    await goTo(element, '[part="propose"]', '[name="contact"]');
    press(element);
    await isShown(element, '.fund-offer');
    return element;
  },
  place: async () => goTo(await shown(), '[data-address="new"]', '[name="title"]'),
  async 'place-wrong'() {
    const element = await states['place']!();
    press(element);
    await isShown(element, '[part="error-summary"]');
    return element;
  },
  async placed() {
    const element = await states['place']!();
    fillIn(element, {kind: 'offer', title: 'Ik lees voor', category: 'company', minutes: '60'});
    press(element);
    await isShown(element, '[name="text"]');
    press(element);
    await isShown(element, '[name="days"]');
    press(element);
    await isShown(element, '[data-act="to-listing"]');
    return element;
  },
  mine: async () => goTo(await shown(), '[data-address="mine"]', '.own [part="item"]'),
  async 'nothing-of-mine'() {
    const element = await shown(
      html`<buurt-offers-and-requests
        api=${api}
        community="eemsdelta"
        .tokenProvider=${() => sampleKeys.coordinator.key}
      ></buurt-offers-and-requests>`,
    );
    return goTo(element, '[data-address="mine"]', '.own');
  },
  'somebody-offers-help': async () => openExchange(await shown(), 'Wie helpt mij met de heg?'),
  async accept() {
    return goTo(await states['somebody-offers-help']!(), '[data-act="acceptance"]', '[name="contact"]');
  },
  agreed: () =>
    asHelped({state: 'accepted', ...said(null, null), minutes: 60, answer: 'Kom maar langs.', events: ['withdrawal', 'done', 'dispute']}),
  async 'say-it-is-done'() {
    return goTo(await states['agreed']!(), '[data-act="done"]', '[name="minutes"]');
  },
  'said-done': () => asHelped({state: 'done', ...said(null, 60), events: ['dispute']}),
  'to-confirm': () => asHelped({state: 'done', ...said(75, null), events: ['confirmation', 'dispute']}),
  'to-agree': () => asHelped({state: 'confirmed', ...said(60, 90), agreedMinutes: 60, events: ['agreement', 'dispute']}),
  'other-agrees': () => asHelped({state: 'confirmed', ...said(90, 60), agreedMinutes: 60, events: ['dispute']}),
  'not-given-yet': () =>
    asHelped({
      state: 'confirmed',
      ...said(90, 90),
      agreedMinutes: 90,
      obstacle: 'transfer.limit-reached',
      events: ['agreement', 'dispute'],
    }),
  settled: () => asHelped({state: 'settled', ...said(60, 60), settledMinutes: 60, entryId: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5e60'}),
  declined: () => asHelped({state: 'declined', answer: 'Ik heb het te druk.'}),
  withdrawn: () => asHelped({state: 'withdrawn'}),
  expired: () => asHelped({state: 'expired'}),
  disputed: () => asHelped({state: 'disputed', reason: 'Er is niemand geweest.'}),
  resolved: () => asHelped({state: 'resolved', settledMinutes: 0, note: 'Jullie maken een nieuwe afspraak.'}),
  async 'ask-the-coordinator'() {
    const element = await states['to-agree']!();
    return goTo(element, '[data-act="dispute"]', '[name="reason"]');
  },
};

describe('what is shown of offers and requests', () => {
  for (const [name, show] of Object.entries(states))
    it(`${name} is what a screen reader should find, axe finds nothing, and it fits a small screen with large text`, async () => {
      const element = await show();
      await aTimeout(50);
      await expectSnapshot(element, `offers-and-requests-${name}`);
      await expectAccessible(element);
      await expectFits(element);
    });
});
