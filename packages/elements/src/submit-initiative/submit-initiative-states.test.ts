import {ConnectionError} from '@buurtkit/sdk';
import {handlers, scenarios} from '@buurtkit/msw';
import {aTimeout, fixture} from '@open-wc/testing';
import '../define/buurt-submit-initiative.ts';
import {answerWith, api, stopAnswering} from '../testing/answers.ts';
import {expectAccessible} from '../testing/expect-accessible.ts';
import {expectFits} from '../testing/expect-fits.ts';
import {expectSnapshot} from '../testing/expect-snapshot.ts';
import {html, isShown, shownOnPage} from '../testing/page.ts';
import type {SubmitInitiative} from './submit-initiative.ts';
import {change, fillIn, goToEnd, press, sentWith} from './submit-initiative-steps.ts';

beforeEach(() => answerWith(...handlers({api})));
afterEach(stopAnswering);

const {client} = sentWith();
const shown = (template = html`<buurt-submit-initiative .client=${client}></buurt-submit-initiative>`, selector = 'form') =>
  shownOnPage<SubmitInitiative>(template, selector);

/** Everything a resident can come to see, and how they come there. */
const states: Record<string, () => Promise<SubmitInitiative>> = {
  async loading() {
    answerWith(...scenarios.slow(5000, {api}));
    return fixture<SubmitInitiative>(html`<buurt-submit-initiative .client=${client}></buurt-submit-initiative>`);
  },
  'first-step': () => shown(),
  'in-english': () => shown(html`<buurt-submit-initiative lang="en" .client=${client}></buurt-submit-initiative>`),
  async wrong() {
    const element = await shown();
    press(element);
    await isShown(element, '[part="error-summary"]');
    return element;
  },
  async where() {
    const element = await shown();
    await fillIn(element, {name: 'Otter', kind: 'other', summary: 'Zwemmen.'});
    return element;
  },
  async places() {
    const element = await shown();
    await fillIn(element, {name: 'Otter', kind: 'other', summary: 'Zwemmen.'});
    change(element, 'address', 'Holwierde');
    await isShown(element, '[role="option"]');
    return element;
  },
  async similar() {
    const element = await shown();
    await goToEnd(element, {name: 'Buurtsuper Appingedam'});
    press(element);
    await isShown(element, '.similar');
    return element;
  },
  async 'not-sent'() {
    const {client: failing, failNext} = sentWith();
    const element = await shown(html`<buurt-submit-initiative .client=${failing}></buurt-submit-initiative>`);
    await goToEnd(element);
    failNext(new ConnectionError('network'));
    press(element);
    await isShown(element, '[part="error-summary"]');
    return element;
  },
  async sent() {
    const element = await shown();
    await goToEnd(element);
    press(element);
    await isShown(element, '.form-sent');
    return element;
  },
  change: () => shown(html`<buurt-submit-initiative initiative="buurtsuper-holwierde" .client=${client}></buurt-submit-initiative>`),
  region: () => shown(html`<buurt-submit-initiative api=${api} community="buurtkracht"></buurt-submit-initiative>`, '.members button'),
  gone: () => shown(html`<buurt-submit-initiative initiative="verdwenen" .client=${client}></buurt-submit-initiative>`, '[part="error"]'),
};

describe('what is shown', () => {
  for (const [name, show] of Object.entries(states))
    it(`${name} is what a screen reader should find, axe finds nothing, and it fits a small screen with large text`, async () => {
      const element = await show();
      await aTimeout(50);
      await expectSnapshot(element, `submit-initiative-${name}`);
      await expectAccessible(element);
      await expectFits(element);
    });
});
