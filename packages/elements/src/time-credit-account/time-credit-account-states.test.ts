import {sampleKeys, scenarios} from '@buurtkit/msw';
import {aTimeout, fixture} from '@open-wc/testing';
import '../define/buurt-time-credit-account.ts';
import {forgetSessions} from '../signing-in/shared-session.ts';
import {answerWith, api, stopAnswering} from '../testing/answers.ts';
import {resetClock, setClock} from '../testing/clock.ts';
import {expectAccessible} from '../testing/expect-accessible.ts';
import {expectFits} from '../testing/expect-fits.ts';
import {expectSnapshot} from '../testing/expect-snapshot.ts';
import {isShown} from '../testing/page.ts';
import {act, choose, fillIn, handlersAt, opened, planned, press, shown, signedInAs} from './testing/account-on-page.ts';
import type {TimeCreditAccount} from './time-credit-account.ts';

beforeEach(() => {
  setClock('2026-11-22T09:00:00Z');
  answerWith(...handlersAt());
});
afterEach(() => {
  forgetSessions();
  stopAnswering();
  resetClock();
});

/** Everything a member can come to see, and how they come there. */
const states: Record<string, () => Promise<TimeCreditAccount>> = {
  async loading() {
    answerWith(...scenarios.slow(5000, {api}));
    return fixture<TimeCreditAccount>(signedInAs(sampleKeys.anna.key));
  },
  whole: () => shown(),
  'in-english': () => shown(signedInAs(sampleKeys.anna.key, 'en')),
  async 'figures-as-a-table'() {
    const element = await shown();
    act(element, 'table');
    await isShown(element, 'table');
    return element;
  },
  async 'statement-of-a-month'() {
    const element = await shown();
    choose(element, 'month', '2026-10');
    await isShown(element, '[data-act="pdf"]');
    return element;
  },
  async give() {
    return opened('give');
  },
  async 'give-wrong'() {
    const element = await opened('give');
    press(element);
    await isShown(element, '[part="error-summary"]');
    return element;
  },
  async 'give-by-number'() {
    const element = await opened('give');
    fillIn(element, {who: 'number'});
    await isShown(element, '[name="number"]');
    fillIn(element, {number: '0000 0004'});
    await isShown(element, '.person-note:not(:empty)');
    return element;
  },
  async 'give-check'() {
    const element = await opened('give');
    fillIn(element, {who: 'number'});
    await isShown(element, '[name="number"]');
    fillIn(element, {number: '00000003', minutes: '45', memo: 'Heg geknipt'});
    press(element);
    await isShown(element, '[data-act="confirm"]');
    return element;
  },
  async given() {
    const element = await states['give-check']!();
    act(element, 'confirm');
    await isShown(element, '[data-act="receipt"]');
    return element;
  },
  async 'give-more-than-there-is'() {
    const element = await opened('gift');
    fillIn(element, {minutes: '480'});
    press(element);
    await isShown(element, '.check');
    return element;
  },
  async 'give-with-the-fund'() {
    return planned({number: '00000003', minutes: '375'});
  },
  async 'fund-asked'() {
    const element = await states['give-with-the-fund']!();
    act(element, 'ask-fund');
    await isShown(element, '.act .form-title:not(:has(~ p.lead))');
    await aTimeout(200);
    return element;
  },
  ask: () => opened('ask'),
  async asked() {
    const element = await opened('ask');
    fillIn(element, {who: 'number'});
    await isShown(element, '[name="number"]');
    fillIn(element, {number: '00000003', minutes: '60'});
    press(element);
    await isShown(element, '.form-sent');
    return element;
  },
  gift: () => opened('gift'),
  async 'answer-a-request'() {
    const element = await shown();
    act(element, 'answer');
    await isShown(element, '[data-act="confirm"]');
    return element;
  },
  async receipt() {
    const element = await shown();
    (await isShown(element, '.statement .title')).click();
    await isShown(element, '[part="receipt"]');
    return element;
  },
  pay: async () => {
    const element = await opened('pay');
    await isShown(element, '[part="code"]');
    element.renderRoot.querySelector('[part="code"]')!.textContent = 'K7M4-2QP9';
    return element;
  },
};

describe('what is shown of an account', () => {
  for (const [name, show] of Object.entries(states))
    it(`${name} is what a screen reader should find, axe finds nothing, and it fits a small screen with large text`, async () => {
      const element = await show();
      await aTimeout(50);
      await expectSnapshot(element, `time-credit-account-${name}`);
      await expectAccessible(element);
      await expectFits(element);
    });
});
