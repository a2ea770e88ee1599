import {handlers, sampleKeys, scenarios} from '@buurtkit/msw';
import {createClient, type Account} from '@buurtkit/sdk';
import {getResponse, http, HttpResponse} from 'msw';
import {aTimeout, fixture} from '@open-wc/testing';
import '../define/buurt-time-credit-balance.ts';
import {answerWith, api, stopAnswering} from '../testing/answers.ts';
import {resetClock, setClock} from '../testing/clock.ts';
import {expectAccessible} from '../testing/expect-accessible.ts';
import {expectFits} from '../testing/expect-fits.ts';
import {expectSnapshot} from '../testing/expect-snapshot.ts';
import {html, isShown, shownOnPage} from '../testing/page.ts';
import {forgetSessions} from '../signing-in/shared-session.ts';
import {askCode, signIn} from '../signing-in/testing/sign-in.ts';
import {press} from '../volunteer-signup/testing/fill-in.ts';
import type {TimeCreditBalance} from './time-credit-balance.ts';

beforeEach(() => {
  setClock('2026-11-22T09:00:00Z');
  answerWith(...handlers({api}));
});
afterEach(() => {
  forgetSessions();
  stopAnswering();
  resetClock();
});

const anna = () => sampleKeys.anna.key;
const shown = (
  template = html`<buurt-time-credit-balance
    api=${api}
    community="eemsdelta"
    .tokenProvider=${anna}
    account-url="/tijdpunten"
  ></buurt-time-credit-balance>`,
  selector = '[part="balance"]',
) => shownOnPage<TimeCreditBalance>(template, selector);

const signedOut = () =>
  shown(html`<buurt-time-credit-balance api=${api} community="eemsdelta"></buurt-time-credit-balance>`, '[name="email"]');

/** An account that stands as a test wants it. */
function accountWith(changes: Partial<Account>) {
  return http.get(`${api}/v1/communities/eemsdelta/accounts/mine`, async ({request}) => {
    const response = await getResponse(handlers({api}), request);
    return HttpResponse.json({...((await response!.json()) as Account), ...changes});
  });
}

/** Everything a member can come to see, and how they come there. */
const states: Record<string, () => Promise<TimeCreditBalance>> = {
  async loading() {
    answerWith(...scenarios.slow(5000, {api}));
    return fixture<TimeCreditBalance>(
      html`<buurt-time-credit-balance api=${api} community="eemsdelta" .tokenProvider=${anna}></buurt-time-credit-balance>`,
    );
  },
  whole: () => shown(),
  async 'below-zero-near-the-limit'() {
    answerWith(accountWith({minutes: -270, heldMinutes: 0, availableMinutes: 30}), ...handlers({api}));
    return shown();
  },
  async 'goes-to-the-fund-soon'() {
    answerWith(accountWith({expiring: {on: '2026-12-31', minutes: 30}}), ...handlers({api}));
    return shown();
  },
  async 'stands-still'() {
    answerWith(accountWith({isFrozen: true}), ...handlers({api}));
    return shown();
  },
  async 'nothing-moved-yet'() {
    const element = await signedOut();
    await signIn(element, 'nieuw@example.nl');
    (await isShown(element, '[data-act="skip"]')).click();
    await isShown(element, '[part="empty"]');
    return element;
  },
  async 'asked-a-name'() {
    const element = await signedOut();
    await signIn(element, 'nieuw@example.nl');
    await isShown(element, '[name="name"]');
    return element;
  },
  async error() {
    answerWith(
      http.get(`${api}/v1/communities/eemsdelta/accounts/mine`, () => HttpResponse.error()),
      ...handlers({api}),
    );
    return shown(
      html`<buurt-time-credit-balance .client=${createClient({api, community: 'eemsdelta', key: anna(), retries: 0})}
        >Vraag de balie</buurt-time-credit-balance
      >`,
      '[part="error"]',
    );
  },
  'signed-out': signedOut,
  async 'signed-out-wrong'() {
    const element = await signedOut();
    press(element);
    await isShown(element, '[part="error-summary"]');
    return element;
  },
  async 'asked-the-code'() {
    const element = await signedOut();
    await askCode(element, 'anna@example.nl');
    return element;
  },
  async 'session-ended'() {
    const element = await signedOut();
    await signIn(element);
    await isShown(element, '[part="balance"]');
    answerWith(...handlers({api}));
    void element.refresh();
    await isShown(element, '[name="email"]');
    return element;
  },
  async 'the-page-signs-in'() {
    const template = html`<buurt-time-credit-balance api=${api} community="eemsdelta"></buurt-time-credit-balance>`;
    const keep = (event: Event) => event.preventDefault();
    document.addEventListener('buurt-auth-required', keep);
    const element = await shown(template, '[data-act="sign-in"]');
    document.removeEventListener('buurt-auth-required', keep);
    return element;
  },
  'in-english': () =>
    shown(html`<buurt-time-credit-balance lang="en" api=${api} community="eemsdelta" .tokenProvider=${anna}></buurt-time-credit-balance>`),
};

describe('what is shown of a balance', () => {
  for (const [name, show] of Object.entries(states))
    it(`${name} is what a screen reader should find, axe finds nothing, and it fits a small screen with large text`, async () => {
      const element = await show();
      await aTimeout(50);
      await expectSnapshot(element, `time-credit-balance-${name}`);
      await expectAccessible(element);
      await expectFits(element);
    });
});
