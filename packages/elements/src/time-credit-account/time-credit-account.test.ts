import {createClient} from '@buurtkit/sdk';
import {sampleKeys} from '@buurtkit/msw';
import {aTimeout, expect, waitUntil} from '@open-wc/testing';
import {getResponse, http, HttpResponse} from 'msw';
import '../define/buurt-time-credit-account.ts';
import '../define/buurt-time-credit-balance.ts';
import {forgetSessions} from '../signing-in/shared-session.ts';
import {signIn} from '../signing-in/testing/sign-in.ts';
import {answerWith, api, requests, stopAnswering} from '../testing/answers.ts';
import {find, heard, html, isGone, isShown, nextEvent, shownOnPage} from '../testing/page.ts';
import type {TimeCreditBalance} from '../time-credit-balance/time-credit-balance.ts';
import {act, choose, fillIn, handlersAt, opened, planned, press, shown} from './testing/account-on-page.ts';
import type {TimeCreditAccount} from './time-credit-account.ts';

beforeEach(() => answerWith(...handlersAt()));
afterEach(() => {
  forgetSessions();
  sessionStorage.clear();
  stopAnswering();
});

const path = `${api}/v1/communities/eemsdelta`;
const balanceOf = (token: string) =>
  createClient({api, community: 'eemsdelta', key: token})
    .accounts.mine()
    .then(({minutes}) => minutes);
const title = (element: TimeCreditAccount) => find(element, '.act .form-title')?.textContent.trim();
const lines = (element: TimeCreditAccount) =>
  [...element.renderRoot.querySelectorAll('.statement .title')].map(({textContent}) => textContent.trim());

describe('the last twelve months', () => {
  it('have the same figures as bars and as a table', async () => {
    const element = await shown();
    act(element, 'table');
    const table = await isShown(element, 'table');
    const {accounts} = createClient({api, community: 'eemsdelta', key: sampleKeys.anna.key});
    const {data} = await accounts.history((await accounts.mine()).id, {weeks: 52});

    const {openedAt} = await accounts.mine();
    const since = data.filter(({from}) => Date.parse(from) + 7 * 86_400_000 > Date.parse(openedAt));
    expect(table.querySelectorAll('tbody tr')).to.have.length(since.length);
    expect(table.querySelector('tbody tr td:last-child')?.textContent).to.equal('1,75 tijdspunten');
    expect(element.renderRoot.querySelectorAll('.bar')).to.have.length(data.filter(({minutes}) => minutes !== 0).length);
    expect(find(element, '[part="chart"]')?.ariaLabel).to.contain('Nu 1,75 tijdspunten');
  });
});

describe('giving', () => {
  it('moves once, however often it is pressed, and tells the page nothing about anybody', async () => {
    const element = await planned({number: '00000003', minutes: '45'});
    const told = nextEvent(element, 'buurt-transferred');
    const before = await balanceOf(sampleKeys.bram.key);
    act(element, 'confirm');
    act(element, 'confirm');

    expect(Object.keys(await told).filter((key) => key !== 'isTrusted')).to.deep.equal([]);
    await isShown(element, '[data-act="receipt"]');
    expect(title(element)).to.equal('Je hebt 0,75 tijdspunten gegeven aan Bram');
    expect(await balanceOf(sampleKeys.bram.key)).to.equal(before + 45);
  });

  it('shows at once on the rest of the page', async () => {
    const element = await planned({number: '00000003', minutes: '45'});
    const balance = await shownOnPage<TimeCreditBalance>(
      html`<buurt-time-credit-balance api=${api} community="eemsdelta"></buurt-time-credit-balance>`,
      '[part="balance"]',
    );
    expect(find(balance, '[part="amount"]')?.textContent).to.equal('1,75 tijdspunten');
    act(element, 'confirm');

    await waitUntil(() => find(balance, '[part="amount"]')?.textContent === '1 tijdspunt');
  });

  it('after an answer that got lost says that pressing again is safe, and then that it was done', async () => {
    const every = handlersAt();
    answerWith(
      http.post(`${path}/transfers`, async ({request}) => {
        await getResponse(every, request.clone());
        return HttpResponse.error();
      }),
      ...every,
    );
    const element = await planned({number: '00000003', minutes: '45'});
    const before = await balanceOf(sampleKeys.bram.key);
    act(element, 'confirm');
    await isShown(element, '.check-notice');
    expect(find(element, '.check-notice')?.textContent).to.contain('komt maar één keer aan');
    answerWith(...every);
    act(element, 'confirm');

    await isShown(element, '[data-act="receipt"]');
    expect(find(element, '.act')?.textContent).to.contain('Dit was al gedaan');
    expect(await balanceOf(sampleKeys.bram.key)).to.equal(before + 45);
  }).timeout(20_000);

  it('more than there is offers the fund, which is asked with one press', async () => {
    const element = await planned({number: '00000003', minutes: '375'});
    expect(find(element, '.act')?.textContent).to.contain('De buurtpot kan 0,5 tijdspunten bijleggen');
    expect(find(element, '.act')?.textContent).not.to.match(/geweigerd|tekort|schuld/i);
    act(element, 'ask-fund');
    await waitUntil(() => title(element) === 'Je vraag ligt bij de buurtpot');
    find(element, '.back')!.click();

    await waitUntil(() => find(element, '.requests')?.textContent.includes('Je vraagt de buurtpot om 0,5 tijdspunten'));
  });

  it('to a number that nobody has says so, at the number', async () => {
    const element = await opened('give');
    fillIn(element, {who: 'number'});
    await isShown(element, '[name="number"]');
    fillIn(element, {number: '99999999', minutes: '45'});
    await waitUntil(() => find(element, '.person-note')?.textContent.includes('kennen wij niet'));
    press(element);

    expect((await isShown(element, '[part="error-summary"]')).textContent).to.contain('Nummer van die persoon');
  });

  it('can be changed before it is done, with what was filled in', async () => {
    const element = await planned({number: '00000003', minutes: '45'});
    act(element, 'change');
    await isShown(element, '[name="minutes"]');

    expect((find(element, '[name="minutes"]') as HTMLSelectElement).value).to.equal('45');
  });
});

describe('a session that ends while something is filled in', () => {
  const half = async () => {
    const element = await shownOnPage<TimeCreditAccount>(
      html`<buurt-time-credit-account api=${api} community="eemsdelta"></buurt-time-credit-account>`,
      '[name="email"]',
    );
    await signIn(element);
    await isShown(element, '[data-act="gift"]');
    act(element, 'gift');
    await isShown(element, '[name="minutes"]');
    fillIn(element, {minutes: '45', memo: 'Voor de soep'});
    answerWith(...handlersAt());
    press(element);
    await isShown(element, '[name="email"]');
    return element;
  };

  it('keeps it for the same person', async () => {
    const element = await half();
    await signIn(element);

    expect(((await isShown(element, '[name="memo"]')) as HTMLInputElement).value).to.equal('Voor de soep');
  });

  it('shows nothing of it to somebody else', async () => {
    const element = await half();
    await signIn(element, 'bram@example.nl');
    await isShown(element, '[data-act="gift"]');
    expect(find(element, '[name="memo"]')).to.equal(null);
    act(element, 'gift');

    expect(((await isShown(element, '[name="memo"]')) as HTMLInputElement).value).to.equal('');
  });
});

describe('asking', () => {
  it('waits for an answer, and can be taken back', async () => {
    const element = await opened('ask');
    fillIn(element, {who: 'number'});
    await isShown(element, '[name="number"]');
    fillIn(element, {number: '00000003', minutes: '30', memo: 'Soep'});
    press(element);
    await isShown(element, '.form-sent');
    find(element, '.back')!.click();
    const mine = () => [...element.renderRoot.querySelectorAll('.requests .item')].filter((item) => item.textContent.includes('Soep'));
    await waitUntil(() => mine().length === 1);
    mine()[0]!.querySelector<HTMLElement>('[data-act="withdraw"]')!.click();

    await waitUntil(() => mine().length === 0);
    await waitUntil(() => heard(element) === 'Je vraag is ingetrokken.');
  });

  it('is answered with one look and one press, or not', async () => {
    const element = await shown();
    act(element, 'answer');
    await isShown(element, '[data-act="confirm"]');
    expect(title(element)).to.equal('Klopt dit?');
    act(element, 'confirm');
    await isShown(element, '[data-act="receipt"]');
    expect(await balanceOf(sampleKeys.anna.key)).to.equal(45);

    answerWith(...handlersAt());
    const other = await shown();
    act(other, 'refuse');
    await isGone(other, '[data-act="refuse"]');
    expect(await balanceOf(sampleKeys.anna.key)).to.equal(105);
  });
});

describe('the statement', () => {
  it('shows only what was received, or only what was given', async () => {
    const element = await shown();
    choose(element, 'direction', 'received');
    await waitUntil(() => lines(element).every((line) => line.startsWith('Ontvangen')));
    choose(element, 'direction', 'given');
    await waitUntil(() => lines(element).every((line) => line.startsWith('Gegeven')));

    expect(heard(element)).to.match(/^\d+ regels$/);
  });

  it('of a month can be kept, without a token in any address', async () => {
    const element = await shown();
    choose(element, 'month', '2026-10');
    await isShown(element, '[data-act="csv"]');
    const saved = new Promise<HTMLAnchorElement>((resolve) => {
      const catchLink = (event: Event) => {
        if (!(event.target instanceof HTMLAnchorElement)) return;
        event.preventDefault();
        resolve(event.target);
      };
      HTMLAnchorElement.prototype.click = function click() {
        this.addEventListener('click', catchLink);
        this.dispatchEvent(new MouseEvent('click', {cancelable: true}));
      };
    });
    act(element, 'csv');
    const link = await saved;

    expect(link.download).to.equal('2026-10.csv');
    expect(await (await fetch(link.href)).text()).to.contain('Ramen gelapt');
    expect(requests().filter((one) => one.includes('bs_'))).to.deep.equal([]);
  });

  it('leads to the receipt of each line and back to where one was', async () => {
    const element = await shown();
    const first = find(element, '.statement .title')!;
    first.focus();
    first.click();
    const receipt = await isShown(element, '[part="receipt"]');
    expect(receipt.querySelector('.hash')?.textContent).to.match(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/);
    find(element, '.back')!.click();
    await aTimeout(50);

    expect((element.renderRoot as ShadowRoot).activeElement).to.equal(find(element, '.statement .title'));
  });
});

describe('a code to pay with', () => {
  const codeUntil = async (seconds: number) => {
    answerWith(
      http.post(`${path}/redemption-codes`, () =>
        HttpResponse.json({code: 'K7M4-2QP9', expiresAt: new Date(Date.now() + seconds * 1000).toISOString()}, {status: 201}),
      ),
      ...handlersAt(),
    );
    return opened('pay');
  };

  it('says in words how long it counts', async () => {
    const element = await codeUntil(95);
    expect((await isShown(element, '[part="code"]')).textContent).to.equal('K7M4-2QP9');
    expect(find(element, '.pay [role="status"]')?.textContent).to.equal('Nog 1 minuut geldig');
  });

  it('that no longer counts is not shown; another can be made', async () => {
    const element = await codeUntil(0.3);
    await isShown(element, '[data-act="new-code"]');

    expect(find(element, '[part="code"]')).to.equal(null);
  });
});

describe('where there are no time credits', () => {
  it('the fallback stays, and the developer is told', async () => {
    const element = document.createElement('buurt-time-credit-account');
    Object.assign(element, {api, community: 'buurtkracht'});
    element.append('Vraag de balie');
    const told = nextEvent(element, 'buurt-error');
    document.body.append(element);

    expect((await told).code).to.equal('element.bad-attribute');
    expect(element.shadowRoot!.querySelector('slot')!.hidden).to.equal(false);
    element.remove();
  });
});
