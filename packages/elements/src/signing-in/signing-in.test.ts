import {handlers, sampleIdToken, sampleKeys} from '@buurtkit/msw';
import {expect, fixture, waitUntil} from '@open-wc/testing';
import '../define/buurt-time-credit-balance.ts';
import {answerWith, api, requests, stopAnswering} from '../testing/answers.ts';
import {find, html, isShown, nextEvent, shownOnPage} from '../testing/page.ts';
import type {TimeCreditBalance} from '../time-credit-balance/time-credit-balance.ts';
import {fillIn, press} from '../volunteer-signup/testing/fill-in.ts';
import {forgetSessions} from './shared-session.ts';
import {askCode, signIn} from './testing/sign-in.ts';

beforeEach(() => answerWith(...handlers({api})));
afterEach(() => {
  forgetSessions();
  sessionStorage.clear();
  stopAnswering();
});

const balance = (tokenProvider: (() => string | null) | null = null) =>
  html`<buurt-time-credit-balance api=${api} community="eemsdelta" .tokenProvider=${tokenProvider}></buurt-time-credit-balance>`;

const signedOut = () => shownOnPage<TimeCreditBalance>(balance(), '[name="email"]');
const isIn = (element: TimeCreditBalance) => isShown(element, '[part="balance"]');
const whoIsIn = (element: TimeCreditBalance) => find(element, '.signed-in .muted')?.textContent;
const notice = (element: TimeCreditBalance) => find(element, '[part="error-summary"]')?.textContent.trim();

describe('signing in', () => {
  it('takes an address and the code from the mail, and the reader is where the balance begins', async () => {
    const element = await signedOut();
    await signIn(element);
    await isIn(element);

    expect(whoIsIn(element)).to.equal('Ingelogd als Anna');
    await waitUntil(() => (element.renderRoot as ShadowRoot).activeElement?.textContent === 'Mijn tijdspunten');
  });

  it('lets a phone offer the code, with the keys for digits', async () => {
    const element = await signedOut();
    await askCode(element, 'anna@example.nl');
    const field = find(element, '[name="code"]') as HTMLInputElement;

    expect([field.getAttribute('autocomplete'), field.inputMode]).to.deep.equal(['one-time-code', 'numeric']);
    fillIn(element, {code: '402 913'});
    press(element);
    await isIn(element);
  });

  it('is for all components on the page at once', async () => {
    const page = await fixture<HTMLElement>(html`<div>${balance()} ${balance()}</div>`);
    const [one, other] = [...page.querySelectorAll('buurt-time-credit-balance')] as [TimeCreditBalance, TimeCreditBalance];
    await isShown(other, '[name="email"]');
    await signIn(one);
    await Promise.all([isIn(one), isIn(other)]);

    find(other, '[data-act="sign-out"]')!.click();
    await Promise.all([isShown(one, '[name="email"]'), isShown(other, '[name="email"]')]);
  });

  it('leaves nothing behind in the browser, and no token in any address', async () => {
    const element = await signedOut();
    await signIn(element);
    await isIn(element);

    expect(sessionStorage.length + localStorage.length).to.equal(0);
    expect(document.cookie).to.equal('');
    expect(requests().filter((path) => /b[ks]_|402913|anna/.test(path))).to.deep.equal([]);
  });

  it('lasts until the window closes for who asked for that, and signing out ends it', async () => {
    const element = await signedOut();
    await signIn(element, 'anna@example.nl', {stays: true});
    await isIn(element);
    forgetSessions();

    const later = await shownOnPage<TimeCreditBalance>(balance(), '[part="balance"]');
    find(later, '[data-act="sign-out"]')!.click();
    await isShown(later, '[name="email"]');
    expect(sessionStorage.length).to.equal(0);
    await waitUntil(() => requests().some((path) => /\/sessions\/[0-9a-f-]+$/.test(path)), 'the session is still open at the API');
  });

  it('says that a code is wrong, and takes the right one after that', async () => {
    const element = await signedOut();
    await askCode(element, 'anna@example.nl');
    fillIn(element, {code: '12'});
    press(element);
    await waitUntil(() => notice(element)?.includes('Vul de zes cijfers uit de mail in'));
    fillIn(element, {code: '000000'});
    press(element);
    await waitUntil(() => notice(element)?.includes('Deze code klopt niet'));
    fillIn(element, {code: '402913'});
    press(element);
    await isIn(element);
  });

  it('asks who is new for a name, by which neighbours know them, and lets them go on without', async () => {
    const element = await signedOut();
    await signIn(element, 'nieuw@example.nl');
    await isShown(element, '[name="name"]');
    fillIn(element, {name: 'Noor'});
    press(element);
    await isIn(element);
    expect(whoIsIn(element)).to.equal('Ingelogd als Noor');

    find(element, '[data-act="sign-out"]')!.click();
    await signIn(element, 'ander@example.nl');
    (await isShown(element, '[data-act="skip"]')).click();
    await isIn(element);
    expect(whoIsIn(element)).to.equal('Je bent ingelogd');
  });

  it('sends another code, or to another address', async () => {
    const element = await signedOut();
    await askCode(element, 'ana@example.nl');
    find(element, '[data-act="send-again"]')!.click();
    await isShown(element, '.sign-in-note');
    expect(requests().filter((path) => path.endsWith('/sign-in-codes'))).to.have.length(2);

    find(element, '[data-act="other-email"]')!.click();
    await element.updateComplete;
    expect((find(element, '[name="email"]') as HTMLInputElement).value).to.equal('ana@example.nl');
    await signIn(element);
    await isIn(element);
    expect(whoIsIn(element)).to.equal('Ingelogd als Anna');
  });
});

describe('a page that knows its visitors', () => {
  it('hears that somebody has to sign in, and nothing more', async () => {
    const element = document.createElement('buurt-time-credit-balance');
    Object.assign(element, {api, community: 'eemsdelta'});
    const told = nextEvent(element, 'buurt-auth-required');
    document.body.append(element);
    const {reason} = await told;
    element.remove();

    expect(reason).to.equal('signed-out');
  });

  it('keeps our form away, and signs in with a token of its own', async () => {
    const answer = (event: Event) => event.preventDefault();
    document.addEventListener('buurt-auth-required', answer);
    const element = await shownOnPage<TimeCreditBalance>(balance(), '[data-act="sign-in"]');
    expect(find(element, '[name="email"]')).to.equal(null);

    const asked = nextEvent(element, 'buurt-auth-required');
    find(element, '[data-act="sign-in"]')!.click();
    await asked;
    await element.signIn(`${sampleIdToken}-1`);
    await isIn(element);
    document.removeEventListener('buurt-auth-required', answer);
    expect(whoIsIn(element)).to.equal('Ingelogd als Anna');
  });

  it('gives its ID token, which is exchanged once for all components', async () => {
    const provider = () => `${sampleIdToken}-2`;
    const page = await fixture<HTMLElement>(html`<div>${balance(provider)} ${balance(provider)}</div>`);
    const elements = [...page.querySelectorAll('buurt-time-credit-balance')] as TimeCreditBalance[];
    await Promise.all(elements.map(isIn));

    expect(requests().filter((path) => path.endsWith('/session-exchanges'))).to.have.length(1);
  });

  it('whose token is not accepted leaves the reader with the form', async () => {
    const element = await shownOnPage<TimeCreditBalance>(
      balance(() => 'of-somewhere-else'),
      '[name="email"]',
    );
    await signIn(element);
    await isIn(element);
  });

  it('gives one of our own tokens, which is used as it is', async () => {
    const element = await shownOnPage<TimeCreditBalance>(
      balance(() => sampleKeys.bram.key),
      '[part="balance"]',
    );

    expect(find(element, '[part="amount"]')?.textContent).to.contain('tijdspunt');
    expect(requests().some((path) => path.endsWith('/session-exchanges'))).to.equal(false);
  });
});

describe('a session that ends by itself', () => {
  it('asks the reader to come in again, without an error', async () => {
    const element = await signedOut();
    await signIn(element);
    await isIn(element);
    const errors: Event[] = [];
    element.addEventListener('buurt-error', (event) => errors.push(event));
    answerWith(...handlers({api}));
    const told = nextEvent(element, 'buurt-auth-required');
    void element.refresh();

    expect((await told).reason).to.equal('session-ended');
    await isShown(element, '[name="email"]');
    expect(find(element, '.sign-in .notice')?.textContent).to.contain('Je bent uitgelogd');
    expect(find(element, '[part="balance"]')).to.equal(null);
    expect(errors).to.deep.equal([]);

    await signIn(element);
    await isIn(element);
  });

  it('is not opened again and again with a page’s token that no longer counts', async () => {
    const element = await shownOnPage<TimeCreditBalance>(
      balance(() => 'bs_gone'),
      '[name="email"]',
    );

    expect(requests().filter((path) => path.endsWith('/accounts/mine'))).to.have.length(1);
    expect(find(element, '[part="balance"]')).to.equal(null);
  });
});
