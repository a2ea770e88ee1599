import {ConnectionError, createClient, type Client, type NewSubmission} from '@buurtkit/sdk';
import {handlers} from '@buurtkit/msw';
import {submissionForm, type FormField} from '@buurtkit/texts';
import {aTimeout, expect, waitUntil} from '@open-wc/testing';
import '../define/buurt-submit-initiative.ts';
import {answerWith, api, requests, stopAnswering} from '../testing/answers.ts';
import {find, html, isShown, nextEvent, shownOnPage} from '../testing/page.ts';
import type {SubmitInitiative} from './submit-initiative.ts';
import {aClient, change, errorOf, fillIn, goToEnd, press, sentWith, stepTitle} from './submit-initiative-steps.ts';

beforeEach(() => answerWith(...handlers({api})));
const {subtle: realSubtle} = crypto;
afterEach(() => {
  Object.defineProperty(crypto, 'subtle', {value: realSubtle, configurable: true});
  stopAnswering();
});

const shown = (client: Client) =>
  shownOnPage<SubmitInitiative>(html`<buurt-submit-initiative .client=${client} community="eemsdelta"></buurt-submit-initiative>`, 'form');

describe('a new initiative', () => {
  it('is asked in four steps, sent once, and ends with what happens next', async () => {
    const {client, sent} = sentWith();
    const element = await shown(client);
    await goToEnd(element);
    press(element);
    press(element);
    await isShown(element, '.form-sent');

    expect(sent.map(({submission}) => submission)).to.deep.equal([
      {
        content: {
          name: 'Zwemclub de Otter',
          kind: 'other',
          summary: {nl: 'Wij zwemmen elke week.'},
          place: {city: 'Appingedam', areaCode: null, areaYear: null, precision: 'town'},
          location: null,
        },
        name: 'Bo',
        email: 'bo@example.nl',
        locale: 'nl',
      } satisfies NewSubmission,
    ]);
    expect((element.renderRoot as ShadowRoot).activeElement?.textContent).to.equal('Kijk in je mail');
    expect(find(element, '.form-sent')?.textContent).to.contain('binnen zeven dagen');
  });

  it('tells the page that the form is there, and nothing of what is written in it', async () => {
    const element = document.createElement('buurt-submit-initiative');
    element.client = sentWith().client;
    const told: Event[] = [];
    for (const type of ['buurt-ready', 'buurt-error', 'buurt-select'] as const) element.addEventListener(type, (event) => told.push(event));
    document.body.append(element);
    await isShown(element, 'form');
    await goToEnd(element);
    press(element);
    await isShown(element, '.form-sent');
    element.remove();

    expect(told.map(({type}) => type)).to.deep.equal(['buurt-ready']);
    expect(told.map((event) => Object.values(event).join()).join()).not.to.contain('Otter');
  });

  it('says what is wrong when a field is left after a change, and not before', async () => {
    const element = await shown(sentWith().client);
    const name = find(element, '#submit-name') as HTMLInputElement;
    name.focus();
    find(element, '#submit-summary')?.focus();
    await element.updateComplete;
    expect(errorOf(element, 'name')).to.equal(null);

    change(element, 'name', 'x');
    change(element, 'name', ' ');
    find(element, '#submit-name')?.dispatchEvent(new FocusEvent('focusout', {bubbles: true}));
    await element.updateComplete;
    expect(errorOf(element, 'name')).to.equal('Vul in hoe het initiatief heet');
    expect(name.getAttribute('aria-invalid')).to.equal('true');

    change(element, 'name', 'Otter');
    name.dispatchEvent(new FocusEvent('focusout', {bubbles: true}));
    await element.updateComplete;
    expect(errorOf(element, 'name')).to.equal(null);
  });

  it('says all that is missing above the form, which takes the focus and leads to each field', async () => {
    const element = await shown(sentWith().client);
    press(element);
    const summary = await isShown(element, '[part="error-summary"]');
    await aTimeout(0);
    expect((element.renderRoot as ShadowRoot).activeElement).to.equal(summary);
    const lines = [...summary.querySelectorAll('a')];
    expect(lines.map(({textContent}) => textContent)).to.deep.equal([
      'Naam van het initiatief: Vul in hoe het initiatief heet',
      'Soort: Kies wat voor soort initiatief het is',
      'Wat doen jullie: Vertel in een paar zinnen wat jullie doen',
    ]);

    lines[2]!.click();
    await aTimeout(0);
    expect((element.renderRoot as ShadowRoot).activeElement?.id).to.equal('submit-summary');
    expect(stepTitle(element)).to.equal('Stap 1 van 4: Wat is het');
  });

  it('keeps what was filled in on the way back', async () => {
    const element = await shown(sentWith().client);
    await fillIn(element, {name: 'Otter', kind: 'other', summary: 'Zwemmen.'});
    find(element, '[data-act="back"]')?.click();
    await waitUntil(() => stepTitle(element).startsWith('Stap 1'));

    expect((find(element, '#submit-name') as HTMLInputElement).value).to.equal('Otter');
    expect((find(element, '#submit-kind') as HTMLSelectElement).value).to.equal('other');
  });

  it('after a lost connection says that pressing again is safe, and sends the same under the same key', async () => {
    const {client, sent, failNext} = sentWith();
    const element = await shown(client);
    await goToEnd(element);
    failNext(new ConnectionError('network'));
    const failed = nextEvent(element, 'buurt-error');
    press(element);
    expect((await failed).code).to.equal('connection.network');
    const summary = await isShown(element, '[part="error-summary"]');
    expect(summary.textContent).to.contain('komt maar één keer aan');
    expect((find(element, '#submit-yourEmail') as HTMLInputElement).value).to.equal('bo@example.nl');

    press(element);
    await isShown(element, '.form-sent');
    expect(sent.map(({key}) => key)).to.deep.equal([sent[0]!.key, sent[0]!.key]);
    expect(sent[0]!.key.length).to.be.within(8, 64);
  });

  it('shows what looks like it before it is sent, once', async () => {
    const {client, sent} = sentWith();
    const element = await shown(client);
    await goToEnd(element, {name: 'Buurtsuper Appingedam'});
    press(element);
    await isShown(element, '.similar');
    await aTimeout(0);
    expect((element.renderRoot as ShadowRoot).activeElement?.textContent).to.equal('Staat het er al?');
    expect(find(element, '.similar')?.textContent).to.contain('Buurtsuper Holwierde');
    expect(find(element, '[part="submit"]')?.textContent.trim()).to.equal('Het staat er niet bij, stuur in');
    expect(sent).to.deep.equal([]);

    press(element);
    await isShown(element, '.form-sent');
    expect(sent.length).to.equal(1);
  });

  it('sends the point of an address that was chosen from what our own API finds', async () => {
    const {client, sent} = sentWith();
    const location = {type: 'Point' as const, coordinates: [6.85, 53.32] as [number, number]};
    client.places.suggest = async () => ({
      data: [{label: 'Dijkstraat 1, Appingedam', kind: 'address', location, source: 'pdok'}],
      total: 1,
      isComplete: true,
    });
    const element = await shown(client);
    await fillIn(element, {name: 'Otter', kind: 'other', summary: 'Zwemmen.'});
    change(element, 'address', 'Dijkstr');
    (await isShown(element, '[role="option"]')).click();
    await element.updateComplete;
    await fillIn(element, {city: 'Appingedam'});
    await fillIn(element, {});
    change(element, 'yourEmail', 'bo@example.nl');
    press(element);
    await isShown(element, '.form-sent, .similar');
    if (!find(element, '.form-sent')) press(element);
    await isShown(element, '.form-sent');

    expect(sent[0]!.submission.content.location).to.deep.equal(location);
    expect(sent[0]!.submission.content.place?.precision).to.equal('exact');
    expect(requests().some((asked) => asked.includes('Dijk'))).to.equal(false);
  });

  it('says of an address that nobody knows that it can be left out, and leads to its step', async () => {
    const {client, sent} = sentWith();
    client.places.suggest = async () => ({data: [], total: 0, isComplete: true});
    const element = await shown(client);
    await goToEnd(element, {address: 'Nergensweg 1'});
    press(element);
    const summary = await isShown(element, '[part="error-summary"]');
    expect(summary.textContent).to.contain('Dit adres vinden wij niet');

    summary.querySelector('a')!.click();
    await waitUntil(() => stepTitle(element) === 'Stap 2 van 4: Waar is het');
    expect(sent).to.deep.equal([]);
  });

  it('when it can’t be looked up now is sent without its point, as it was typed', async () => {
    const {client, sent} = sentWith();
    client.places.suggest = () => Promise.reject(new ConnectionError('network'));
    const element = await shown(client);
    await goToEnd(element, {address: 'Dijkstraat 1'});
    press(element);
    await isShown(element, '.form-sent');

    expect(sent[0]!.submission.content).to.deep.include({location: null, address: 'Dijkstraat 1'});
  });

  it('goes to one of the communities of a region, which the resident chooses first', async () => {
    const element = await shownOnPage<SubmitInitiative>(
      html`<buurt-submit-initiative api=${api} community="buurtkracht"></buurt-submit-initiative>`,
      '.members button',
    );
    find(element, '[data-slug="eemsdelta"]')?.click();
    await isShown(element, 'form');
    await goToEnd(element);
    press(element);
    await isShown(element, '.form-sent');

    expect(requests().filter((asked) => asked.endsWith('/submissions'))).to.deep.equal(['/v1/communities/eemsdelta/submissions']);
  });

  for (const [where, subtle] of [
    ['', crypto.subtle],
    [', also without https', undefined],
  ] as const)
    it(`goes to the API with a proof of work, from a page that says only where that is${where}`, async () => {
      Object.defineProperty(crypto, 'subtle', {value: subtle, configurable: true});
      const element = await shownOnPage<SubmitInitiative>(
        html`<buurt-submit-initiative api=${api} community="eemsdelta"></buurt-submit-initiative>`,
        'form',
      );
      await goToEnd(element);
      press(element);
      await isShown(element, '.form-sent');

      expect(requests().filter((asked) => asked === '/v1/communities/eemsdelta/submissions')).to.have.length(1);
      expect(requests().filter((asked) => asked === '/v1/altcha-challenge').length).to.be.greaterThan(0);
    });
});

describe('a change of an initiative', () => {
  const changing = (client: Client) =>
    shownOnPage<SubmitInitiative>(
      html`<buurt-submit-initiative initiative="buurtsuper-holwierde" .client=${client}></buurt-submit-initiative>`,
      'form',
    );

  it('begins with what is there now, and sends only what is other', async () => {
    const {client, sent} = sentWith();
    const element = await changing(client);
    expect(find(element, '.form-title')?.textContent).to.equal('Wijzig Buurtsuper Holwierde');
    await fillIn(element, {name: 'Buurtsuper Holwierde e.o.'});
    await fillIn(element, {});
    await fillIn(element, {});
    change(element, 'yourEmail', 'bo@example.nl');
    press(element);
    await isShown(element, '.form-sent');

    expect(sent.map(({submission}) => submission)).to.deep.equal([
      {initiative: 'buurtsuper-holwierde', content: {name: 'Buurtsuper Holwierde e.o.'}, email: 'bo@example.nl', locale: 'nl'},
    ]);
  });

  it('of an initiative that isn’t there keeps the way to it', async () => {
    const element = await shownOnPage<SubmitInitiative>(
      html`<buurt-submit-initiative initiative="verdwenen" .client=${aClient()}><a href="/meld">Meld</a></buurt-submit-initiative>`,
      '[part="error"]',
    );

    expect(element.matches(':state(error)')).to.equal(true);
    expect(element.querySelector('a')!.getBoundingClientRect().height).to.be.greaterThan(0);
  });
});

describe('the questions', () => {
  for (const language of ['nl', 'en'] as const)
    it(`are those of the form without JavaScript, with the same names, labels, hints and rules (${language})`, async () => {
      const element = await shownOnPage<SubmitInitiative>(
        html`<buurt-submit-initiative lang=${language} .client=${createClient({api, community: 'eemsdelta'})}></buurt-submit-initiative>`,
        'form',
      );
      const {steps} = submissionForm({language, addressForm: 'je'});
      for (const [index, {title, fields}] of steps.entries()) {
        expect(stepTitle(element)).to.contain(title);
        expect(questionsOn(element)).to.deep.equal(fields.map(questionOf));
        if (index < steps.length - 1) await fillIn(element, index === 0 ? {name: 'Otter', kind: 'other', summary: 'Zwemmen.'} : {});
      }
    });
});

function questionOf({name, label, hint, isRequired, maxLength, autocomplete, kind}: FormField) {
  return {
    name,
    label,
    hint: hint ?? null,
    isRequired: isRequired ?? false,
    longest: kind === 'choice' || kind === 'checkbox' ? null : (maxLength ?? null),
    // What a browser knows would lie over what our own API finds.
    autocomplete: name === 'address' ? 'off' : (autocomplete ?? null),
  };
}

function questionsOn(element: SubmitInitiative) {
  const controls = [...element.renderRoot.querySelectorAll<HTMLInputElement>('.field [name]')];
  return controls.map((control) => {
    const field = control.closest('.field')!;
    return {
      name: control.name,
      label: labelOf(field),
      hint: field.querySelector('.hint')?.textContent ?? null,
      isRequired: control.required,
      longest: control.hasAttribute('maxlength') ? Number(control.getAttribute('maxlength')) : null,
      autocomplete: control.getAttribute('autocomplete'),
    };
  });
}

function labelOf(field: Element): string {
  const label = field.querySelector('label')!.cloneNode(true) as HTMLElement;
  label.querySelector('.optional')?.remove();
  return label.textContent.trim();
}
