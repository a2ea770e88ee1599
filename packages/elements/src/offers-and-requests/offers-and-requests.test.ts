import {handlers, sampleKeys} from '@buurtkit/msw';
import type {Exchange} from '@buurtkit/sdk';
import {aTimeout, expect, fixture, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {http, HttpResponse} from 'msw';
import '../define/buurt-offers-and-requests.ts';
import {forgetSessions} from '../signing-in/shared-session.ts';
import {signIn} from '../signing-in/testing/sign-in.ts';
import {answerWith, api, requests, stopAnswering} from '../testing/answers.ts';
import {choose, find, html, inAddress, isGone, isShown, leavePage, names, nextEvent, shownOnPage, showsCount} from '../testing/page.ts';
import {fillIn, press} from '../volunteer-signup/testing/fill-in.ts';
import type {OffersAndRequests} from './offers-and-requests.ts';
import {goTo, openExchange, openListing} from './testing/go-to.ts';

beforeEach(() => answerWith(...handlers({api})));
afterEach(() => {
  leavePage();
  forgetSessions();
  sessionStorage.clear();
  stopAnswering();
});

type Person = 'anna' | 'bram';
const board = (who: Person) =>
  html`<buurt-offers-and-requests
    api=${api}
    community="eemsdelta"
    .tokenProvider=${() => sampleKeys[who].key}
  ></buurt-offers-and-requests>`;
const shown = (who: Person = 'anna') => shownOnPage<OffersAndRequests>(board(who), '[part="item"]');
const signedOut = () =>
  shownOnPage<OffersAndRequests>(
    html`<buurt-offers-and-requests api=${api} community="eemsdelta"></buurt-offers-and-requests>`,
    '[name="email"]',
  );
const lead = (element: OffersAndRequests) => find(element, '.happened .lead')?.textContent.trim() ?? '';
const focused = (element: OffersAndRequests) => (element.renderRoot as ShadowRoot).activeElement;

/** Does something in the exchange that is open, with what is filled in. */
async function act(element: OffersAndRequests, event: string, values: Record<string, string> = {}): Promise<void> {
  const before = lead(element);
  (await isShown(element, `[data-act="${event}"]`)).click();
  await isShown(element, '.story form');
  fillIn(element, values);
  press(element);
  await waitUntil(() => lead(element) !== before, 'nothing happened', {timeout: 5000});
}

describe('what neighbours offer and ask', () => {
  it('is for who is signed in; before that one reads only how much there is', async () => {
    const element = await signedOut();
    expect(element.renderRoot.textContent).to.contain('Er staan nu 3 hulpvragen en 4 keer hulpaanbod.');
    expect(requests().filter((path) => /\/listings|\/exchanges/.test(path))).to.deep.equal([]);

    await signIn(element);
    await isShown(element, '[part="item"]');
    expect(names(element)).to.contain('Fiets maken');
  });

  it('is narrowed by kind and category, and the address tells so', async () => {
    const element = await shown();
    await choose(element, 'kind', 'offer');
    await showsCount(element, '4 keer vraag en aanbod gevonden');
    await choose(element, 'category', 'garden');
    await showsCount(element, '1 keer vraag en aanbod gevonden');

    expect(inAddress()).to.deep.equal({kind: 'offer', category: 'garden'});
  });

  it('opens with who it is from and what it takes in the community’s credits', async () => {
    const element = await shown();
    const selected = nextEvent(element, 'buurt-select');
    await openListing(element, 'Ik knip de heg');

    expect((await selected).resource).to.equal('listing');
    expect(find(element, '.facts')?.textContent).to.match(/Bram[^]*1,5 tijdspunten \(1 uur en 30 minuten\)/);
    expect(inAddress()['id']).to.match(/^[0-9a-f-]+$/);
  });

  it('of one kind alone is what a page can show', async () => {
    const element = await shownOnPage<OffersAndRequests>(
      html`<buurt-offers-and-requests
        kind="request"
        api=${api}
        community="eemsdelta"
        .tokenProvider=${() => sampleKeys.anna.key}
      ></buurt-offers-and-requests>`,
      '[part="item"]',
    );

    expect(names(element)).to.not.contain('Fiets maken');
    expect(names(element)).to.contain('Mijn laptop is traag');
  });

  it('keeps the page’s own words when an attribute can’t be used', async () => {
    const element = await fixture<OffersAndRequests>(
      html`<buurt-offers-and-requests kind="barter" api=${api} community="eemsdelta">Vraag de balie</buurt-offers-and-requests>`,
    );
    await aTimeout(50);

    expect(element.matches(':state(error)')).to.equal(true);
    expect((find(element, 'slot:not([name])') as HTMLSlotElement).hidden).to.equal(false);
    expect(requests()).to.deep.equal([]);
  });
});

describe('placing', () => {
  it('goes in three steps, and what is placed is in the list', async () => {
    const element = await shown();
    await goTo(element, '[data-address="new"]', '[name="title"]');
    fillIn(element, {kind: 'request', title: 'Wie leert mij breien?', category: 'lessons', minutes: '60'});
    press(element);
    await isShown(element, '[name="text"]');
    fillIn(element, {text: 'Ik heb wol.'});
    press(element);
    await isShown(element, '[name="days"]');
    press(element);
    await goTo(element, '[data-act="to-listing"]', '.detail-facts');
    expect(find(element, '[part="detail-title"]')?.textContent).to.equal('Wie leert mij breien?');

    find(element, '[part="back"]')!.click();
    await waitUntil(() => names(element).includes('Wie leert mij breien?'));
  });

  it('can be changed, taken off the list and put back', async () => {
    const element = await openListing(await shown(), 'Voorlezen');
    await goTo(element, '[data-address="change"]', '[name="title"]');
    expect((find(element, '[name="title"]') as HTMLInputElement).value).to.equal('Voorlezen');
    fillIn(element, {title: 'Voorlezen in het Gronings'});
    for (const next of ['[name="text"]', '[name="tells"]', '[data-act="to-listing"]']) {
      press(element);
      await isShown(element, next);
    }
    await goTo(element, '[data-act="to-listing"]', '.detail-facts');
    await waitUntil(() => find(element, '[part="detail-title"]')?.textContent === 'Voorlezen in het Gronings');

    find(element, '[data-act="close"]')!.click();
    await isShown(element, '.detail .notice');
    find(element, '[data-act="close"]')!.click();
    await isGone(element, '.detail .notice');
  });

  it('keeps what was filled in when the session ends meanwhile, for the same person', async () => {
    const element = await signedOut();
    await signIn(element);
    await goTo(element, '[data-address="new"]', '[name="title"]');
    fillIn(element, {kind: 'offer', title: 'Ik bak appeltaart', category: 'cooking', minutes: '60'});
    press(element);
    await isShown(element, '[name="text"]');
    press(element);
    await isShown(element, '[name="days"]');
    answerWith(...handlers({api}));
    press(element);
    await isShown(element, '[name="email"]');
    expect(find(element, '.sign-in .notice')?.textContent).to.contain('Je bent uitgelogd');

    await signIn(element);
    await isShown(element, '[name="days"]');
    press(element);
    await goTo(element, '[data-act="to-listing"]', '.detail-facts');
    expect(find(element, '[part="detail-title"]')?.textContent).to.equal('Ik bak appeltaart');
  });
});

describe('an exchange between two neighbours', () => {
  it('is proposed once, and then leads to how it stands', async () => {
    const element = await openListing(await shown(), 'Mijn laptop is traag');
    await goTo(element, '[part="propose"]', '[name="contact"]');
    fillIn(element, {message: 'Zaterdag kan ik.', contact: '06 12345678'});
    press(element);
    await goTo(element, '[data-act="to-exchange"]', '.story');

    expect(lead(element)).to.equal('Je hebt Dirk hulp aangeboden: 1 tijdspunt (1 uur).');
    expect(inAddress()['view']).to.equal('mine');
  });

  it('runs from yes to settled, and the page hears that credits moved', async () => {
    const anna = await openExchange(await shown(), 'Voorlezen');
    expect(lead(anna)).to.equal('Els zegt dat het gedaan is: 1 tijdspunt (1 uur).');
    const moved = nextEvent(anna, 'buurt-transferred');
    await act(anna, 'confirmation');

    await moved;
    expect(lead(anna)).to.equal('Je hebt 1 tijdspunt (1 uur) ontvangen van Els.');
    expect(find(anna, '[part="act"]')).to.equal(null);
    expect(focused(anna)?.className).to.equal('happened');
  });

  it('says yes with a number to call, and the other’s is there from then on', async () => {
    const element = await openExchange(await shown(), 'Wie helpt mij met de heg?');
    expect(find(element, '.story')?.textContent).to.not.contain('06 12345678');
    await act(element, 'acceptance', {contact: 'anna@example.nl'});

    expect(lead(element)).to.match(/^Je hebt een afspraak met Dirk\./);
    await waitUntil(() => find(element, '.story')?.textContent.includes('06 12345678'));
  });

  it('says no without a reason', async () => {
    const element = await openExchange(await shown(), 'Wie helpt mij met de heg?');
    await act(element, 'decline');

    expect(lead(element)).to.equal('Je hebt laten weten dat het niet lukt.');
  });

  it('of which both say something else asks who said more', async () => {
    const element = await openExchange(await shown(), 'Voorlezen');
    await act(element, 'confirmation', {minutes: '90'});
    expect(lead(element)).to.equal(
      'Volgens jou duurde het 1,5 tijdspunten (1 uur en 30 minuten). Volgens Els was het 1 tijdspunt (1 uur).',
    );
    find(element, '[data-act="agreement"]')!.click();

    await waitUntil(() => lead(element) === 'Je hebt 1 tijdspunt (1 uur) ontvangen van Els.');
  });

  it('goes to the coordinator with a reason, and not without', async () => {
    const element = await openExchange(await shown(), 'Fiets maken');
    (await isShown(element, '[data-act="dispute"]')).click();
    await isShown(element, '[name="reason"]');
    press(element);
    await isShown(element, '[part="error-summary"]');
    fillIn(element, {reason: 'Er was niemand.'});
    press(element);

    await waitUntil(() => lead(element) === 'De coördinator kijkt mee.');
  });

  it('that has gone on meanwhile says so, and shows how it stands', async () => {
    const element = await openExchange(await shown(), 'Wie helpt mij met de heg?');
    const gone = {
      type: '/problems/exchange.not-in-state',
      title: '',
      status: 409,
      detail: '',
      code: 'exchange.not-in-state',
      requestId: '1',
    };
    answerWith(
      http.post(`${api}/v1/communities/eemsdelta/exchanges/:id/acceptance`, () => HttpResponse.json(gone, {status: 409})),
      ...handlers({api}),
    );
    (await isShown(element, '[data-act="acceptance"]')).click();
    await isShown(element, '.story form');
    press(element);

    const notice = await isShown(element, '[part="error-summary"]');
    expect(notice.textContent).to.contain('intussen iets veranderd');
    await waitUntil(() => requests().some((path) => path.includes('/exchanges?mine=true')));
  });

  it('that can’t be given yet offers the fund', async () => {
    const blocked = {
      state: 'confirmed',
      side: 'helped',
      agreedMinutes: 900,
      minutes: 60,
      obstacle: 'transfer.limit-reached',
      events: ['agreement'],
    };
    const sent: unknown[] = [];
    const base = handlers({api});
    answerWith(
      http.get(`${api}/v1/communities/eemsdelta/exchanges`, () =>
        HttpResponse.json({data: [{...sample, ...blocked}], total: 1, next: null, facets: {}}),
      ),
      http.post(`${api}/v1/communities/eemsdelta/payment-requests`, async ({request}) => void sent.push(await request.clone().json())),
      ...base,
    );
    const element = await openExchange(await shown(), 'Fiets maken');
    await goTo(element, '[data-act="fund"]', '[data-act="ask-fund"]');
    find(element, '[data-act="ask-fund"]')!.click();
    await waitUntil(() => find(element, '.fund-offer')?.textContent.includes('ligt bij de buurtpot'));

    expect(sent).to.have.length(1);
    expect((sent[0] as {minutes: number}).minutes % 15).to.equal(0);
  });

  it('is opened, answered and left with the keyboard alone', async () => {
    const element = await shown();
    find(element, '[data-address="mine"]')!.focus();
    await sendKeys({press: 'Enter'});
    await isShown(element, '.own [part="item"]');
    await waitUntil(() => focused(element)?.matches('[part="detail-title"]'));
    await sendKeys({press: 'Tab'});
    await sendKeys({press: 'Enter'});
    await isShown(element, '.story');
    await sendKeys({press: 'Tab'});
    await sendKeys({press: 'Enter'});
    await isShown(element, '.story form');
    await waitUntil(() => focused(element)?.matches('[part="form-title"]'));
    find(element, '[part="back"]')!.focus();
    await sendKeys({press: 'Escape'});

    await isShown(element, '.own');
    await waitUntil(() => focused(element)?.matches('[part="title"]'));
  });
});

const sample: Partial<Exchange> = {
  id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5e77',
  listing: {id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5e78', kind: 'offer', title: {nl: 'Fiets maken'}, category: 'repair'},
  proposedBy: 'helped',
  helper: {name: 'Carla', minutes: 900, contact: null},
  helped: {name: 'Anna', minutes: 900, contact: null},
  message: null,
  answer: null,
  reason: null,
  note: null,
  settledMinutes: null,
  entryId: null,
  expiresAt: '2027-01-20T09:00:00Z',
  createdAt: '2026-11-22T09:00:00Z',
  updatedAt: '2026-11-22T09:00:00Z',
};
