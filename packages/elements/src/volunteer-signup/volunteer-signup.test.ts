import {createClient} from '@buurtkit/sdk';
import {handlers, sampleOpportunities} from '@buurtkit/msw';
import {expect, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {http, HttpResponse} from 'msw';
import '../define/buurt-volunteer-signup.ts';
import {answerWith, api, requests, stopAnswering} from '../testing/answers.ts';
import {choose, find, html, inAddress, isShown, leavePage, names, nextEvent, shownOnPage, showsCount} from '../testing/page.ts';
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
const [shop, dinner, buddy] = sampleOpportunities;
const sanne = {name: 'Sanne Voorbeeld', email: 'sanne@example.nl', ageBand: '18+'};
const work = () => html`<buurt-volunteer-signup .client=${client()} community="eemsdelta"></buurt-volunteer-signup>`;
const ready = () => shownOnPage<VolunteerSignup>(work(), '[part="status"]');

async function openForm({id, shifts} = buddy!): Promise<VolunteerSignup> {
  const shift = shifts[0] ? `&shift=${shifts[0].id}` : '';
  window.history.replaceState(null, '', `?buurt=${encodeURIComponent(`view=form${shift}&id=${id}`)}`);
  return shownOnPage<VolunteerSignup>(work(), '[part="form"]');
}

describe('finding work', () => {
  it('what is chosen is asked of the API, stands in the address, and Back undoes it', async () => {
    const element = await ready();
    await choose(element, 'weekday', 'tu');
    await showsCount(element, '1 klus gevonden');
    await choose(element, 'vog', 'none');

    await waitUntil(() => requests().some((url) => url.includes('weekday=tu') && url.includes('vog=none')));
    expect(inAddress()).to.include({weekday: 'tu', vog: 'none'});
    window.history.back();
    await waitUntil(() => inAddress()['vog'] === undefined);
    expect(names(element)).to.deep.equal([shop!.title.nl]);
  });

  it('a postcode typed among the words is looked for as a place, and stays out of the address', async () => {
    const element = await ready();
    const before = requests().length;
    find(element, '[part="search"]')?.focus();
    await sendKeys({type: '9801 TC'});
    await waitUntil(() => find(element, '.search [type="submit"]')?.textContent === 'Zoek in de buurt van 9801 TC');
    await sendKeys({press: 'Enter'});
    await waitUntil(() => (element.shadowRoot!.activeElement as HTMLInputElement | null)?.value === '9801 TC');

    expect(inAddress()).to.deep.equal({});
    expect(
      requests()
        .slice(before)
        .filter((url) => !url.endsWith('/geo-suggestions')),
    ).to.deep.equal([]);
  });

  it('a page can narrow it to one piece of work: no list is asked, and the form is one press away', async () => {
    const element = await shownOnPage<VolunteerSignup>(
      html`<buurt-volunteer-signup .client=${client()} community="eemsdelta" opportunity=${buddy!.id}></buurt-volunteer-signup>`,
      '[part="sign-up"]',
    );

    expect(requests().some((url) => url.includes('/opportunities?'))).to.equal(false);
    expect(find(element, '[part="back"]')).to.equal(null);
    find(element, '[part="sign-up"]')?.click();
    await isShown(element, '[part="form"]');
  });

  it('the keyboard alone goes from the list to the form and back to where one was', async () => {
    const element = await ready();
    const title = element.renderRoot.querySelectorAll<HTMLElement>('[part="title"]')[0]!;
    title.focus();
    await sendKeys({press: 'Enter'});
    const button = await isShown(element, '[part="sign-up"]');
    button.focus();
    await sendKeys({press: 'Enter'});
    await waitUntil(() => (element.renderRoot as ShadowRoot).activeElement?.part.contains('form-title'), 'the form has no focus');

    find(element, '[part="back"]')?.click();
    await waitUntil(() => (element.renderRoot as ShadowRoot).activeElement?.part.contains('sign-up'), 'the button has no focus');
  });
});

describe('signing up', () => {
  it('tells the page for which work and what became of it, and nothing about the person', async () => {
    const element = await openForm();
    const told = nextEvent(element, 'buurt-signed-up');
    fillIn(element, sanne);
    press(element);

    const {opportunityId, state, ...rest} = await told;
    expect([opportunityId, state]).to.deep.equal([buddy!.id, 'awaiting-email']);
    expect(JSON.stringify(rest)).not.to.match(/sanne/i);
    expect(window.location.href).not.to.match(/sanne/i);
    await waitUntil(() => (element.renderRoot as ShadowRoot).activeElement?.textContent.includes('kijk in je mail'));
  });

  it('a press after a lost connection repeats the same, and what was filled in is still there', async () => {
    const keys: (string | null)[] = [];
    const lost = http.post(`${api}/v1/communities/:community/signups`, ({request}) => {
      keys.push(request.headers.get('Idempotency-Key'));
      return keys.length === 1 ? HttpResponse.error() : undefined;
    });
    answerWith(lost, ...handlers({api}));
    const element = await openForm();
    fillIn(element, sanne);
    press(element);
    await isShown(element, '[part="error-summary"]');
    press(element);

    await isShown(element, '[data-act="to-work"]');
    expect(keys).to.have.length(2);
    expect(keys[0]).to.equal(keys[1]);
  });

  it('many presses are one sign-up', async () => {
    const element = await openForm();
    fillIn(element, sanne);
    for (let presses = 0; presses < 5; presses += 1) press(element);

    await isShown(element, '[data-act="to-work"]');
    expect(requests().filter((url) => url.endsWith('/signups'))).to.have.length(1);
  });

  it('what was filled in stays when the reader looks at the work and comes back', async () => {
    const element = await openForm();
    fillIn(element, sanne);
    find(element, '[part="back"]')?.click();
    (await isShown(element, '[part="sign-up"]')).click();
    await isShown(element, '[part="form"]');

    expect((find(element, '[name="name"]') as HTMLInputElement).value).to.equal(sanne.name);
  });

  it('a moment that fills up meanwhile is said in the form, with what was filled in kept', async () => {
    const full = http.post(`${api}/v1/communities/:community/signups`, () =>
      HttpResponse.json(
        {type: '/problems/signup.full', title: 'Vol', status: 409, detail: 'Vol.', code: 'signup.full', requestId: 'r'},
        {status: 409, headers: {'Content-Type': 'application/problem+json'}},
      ),
    );
    answerWith(full, ...handlers({api}));
    const element = await openForm();
    fillIn(element, sanne);
    press(element);

    expect((await isShown(element, '[part="error-summary"]')).textContent).to.contain('net vol geraakt');
    expect((find(element, '[name="name"]') as HTMLInputElement).value).to.equal(sanne.name);
  });

  it('asks for a parent only of who is 12 to 15', async () => {
    const element = await openForm(dinner);
    expect(find(element, '[name="guardianEmail"]')).to.equal(null);
    fillIn(element, {...sanne, ageBand: '12-15'});
    await isShown(element, '[name="guardianEmail"]');

    press(element);
    expect((await isShown(element, '[part="error-summary"]')).textContent).to.contain('een ouder of verzorger');
  });

  it('keeps a place from the first keystroke, and a place that can’t be kept is no trouble', async () => {
    const open = sampleOpportunities[6]!;
    const groningen = createClient({api, community: 'groningen', retries: 0, proof: 'none'});
    const refused = http.post(`${api}/v1/communities/:community/shifts/:id/holds`, () => HttpResponse.error());
    answerWith(refused, ...handlers({api}));
    window.history.replaceState(null, '', `?buurt=${encodeURIComponent(`view=form&shift=${open.shifts[0]!.id}&id=${open.id}`)}`);
    const element = await shownOnPage<VolunteerSignup>(
      html`<buurt-volunteer-signup .client=${groningen} community="groningen"></buurt-volunteer-signup>`,
      '[part="form"]',
    );
    expect(requests().some((url) => url.endsWith('/holds'))).to.equal(false);
    fillIn(element, sanne);

    await waitUntil(() => requests().filter((url) => url.endsWith('/holds')).length === 1);
    press(element);
    await isShown(element, '[data-act="to-work"]');
  });
});
