import {handlers} from '@buurtkit/msw';
import type {Reader, GeoSuggestion} from '@buurtkit/sdk';
import {aTimeout, expect, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import '../define/buurt-initiative-map.ts';
import type {BuurtFilterChangedEvent} from '../events/buurt-events.ts';
import {answerWith, api, clientThatSuggests, requests, stopAnswering} from '../testing/answers.ts';
import {expectAccessible} from '../testing/expect-accessible.ts';
import {expectFits} from '../testing/expect-fits.ts';
import {expectSnapshot} from '../testing/expect-snapshot.ts';
import {find, heard, html, inAddress, isGone, isShown, leavePage, names, readyMap, search, showsCount} from '../testing/page.ts';
import type {InitiativeMap} from './initiative-map.ts';

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

const street: GeoSuggestion = {
  label: 'Hoofdweg 12, 9905TC Holwierde',
  kind: 'address',
  location: {type: 'Point', coordinates: [6.87314, 53.35688]},
  source: 'pdok',
};
const village: GeoSuggestion = {
  label: 'Holwierde',
  kind: 'city',
  location: {type: 'Point', coordinates: [6.872, 53.358]},
  source: 'gazetteer',
};

type Suggest = Reader['places']['suggest'];

const twoPlaces: Suggest = () => Promise.resolve({data: [street, village], total: 2, isComplete: true});

function mapWith(suggest: Suggest = twoPlaces): Promise<InitiativeMap> {
  return readyMap(
    html`<buurt-initiative-map view="list" .client=${clientThatSuggests(suggest)} community="buurtkracht"></buurt-initiative-map>`,
  );
}

/** Opens the field for a place and types in it. */
async function lookNear(element: InitiativeMap, text: string): Promise<HTMLInputElement> {
  if (!find(element, '#place')) find(element, '[data-filter="near"]')?.click();
  const field = (await isShown(element, '#place')) as HTMLInputElement;
  await waitUntil(() => element.shadowRoot?.activeElement === field, 'the field has no focus');
  await sendKeys({type: text});
  return field;
}

async function chooseFirst(element: InitiativeMap, text = 'hofweg 12'): Promise<void> {
  await lookNear(element, text);
  await isShown(element, '#place-options:not([hidden]) [role="option"]');
  await sendKeys({press: 'Enter'});
  await isShown(element, '[part="chip"]');
}

function note(element: InitiativeMap): string {
  return find(element, '#place-note')?.textContent.trim() ?? '';
}

function chips(element: InitiativeMap): (string | undefined)[] {
  return [...element.renderRoot.querySelectorAll('[part="chip"]')].map(({textContent}) => textContent?.trim());
}

function lastAsked(): Record<string, string> {
  const list = requests().filter((request) => request.includes('/initiatives?'));
  return Object.fromEntries(new URLSearchParams(list.at(-1)?.split('?')[1]));
}

function pick(element: InitiativeMap, field: string, value: string): void {
  const select = find(element, `[data-field="${field}"]`) as HTMLSelectElement;
  select.value = value;
  select.dispatchEvent(new Event('change', {bubbles: true}));
}

function facts(element: InitiativeMap, slug: string): string[] {
  return [...element.renderRoot.querySelectorAll(`[data-slug="${slug}"] .item-facts span`)].map(({textContent}) =>
    textContent.replaceAll(/\s/g, ' '),
  );
}

describe('near an address', () => {
  it('shows what is close, the nearest first, and how far away each is', async () => {
    const element = await mapWith();
    await chooseFirst(element);
    await showsCount(element, '1 initiatief gevonden');

    expect(names(element)).to.deep.equal(['Buurtsuper Holwierde']);
    expect(chips(element)).to.deep.equal(['Binnen 5 km van Hoofdweg, Holwierde']);
    expect(facts(element, 'buurtsuper-holwierde')).to.include('150 m');
    expect((find(element, '#place') as HTMLInputElement).value).to.equal('Hoofdweg 12, 9905TC Holwierde');

    pick(element, 'radius', '50000');
    await showsCount(element, '2 initiatieven gevonden');
    expect(names(element)).to.deep.equal(['Buurtsuper Holwierde', 'STIP Groningen']);
    expect(chips(element)).to.deep.equal(['Binnen 50 km van Hoofdweg, Holwierde']);
  });

  it('keeps what was typed and the exact point out of the address, the list’s question and the events', async () => {
    const asked: unknown[] = [];
    const told: BuurtFilterChangedEvent[] = [];
    const element = await mapWith((request) => {
      asked.push(request);
      return twoPlaces(request);
    });
    element.addEventListener('buurt-filter-changed', (event) => told.push(event));
    await chooseFirst(element);
    await waitUntil(() => told.length > 0, 'the page hears nothing');

    expect(asked).to.deep.equal([{q: 'hofweg 12', limit: 5}]);
    expect(inAddress()).to.deep.equal({near: '6.87,53.36'});
    expect(lastAsked()).to.include({near: '6.87,53.36', radius: '5000'});
    expect(told.map(({filters}) => filters)).to.deep.equal([{}]);
    const everywhere = [window.location.href, JSON.stringify(window.history.state), ...requests()].join(' ');
    for (const secret of ['ofweg', 'oofdweg', '9905', '6.873', '53.356']) expect(everywhere).not.to.include(secret);
  });

  it('says in a copied link only a point, and shows the same list', async () => {
    window.history.replaceState(null, '', `?buurt=${encodeURIComponent('near=6.87314,53.35688&radius=50000')}`);
    const element = await mapWith();
    await isShown(element, '[part="chip"]');

    expect(names(element)).to.deep.equal(['Buurtsuper Holwierde', 'STIP Groningen']);
    expect(chips(element)).to.deep.equal(['Binnen 50 km van het gekozen punt']);
    expect(lastAsked()).to.include({near: '6.87,53.36', radius: '50000'});
  });

  it('asks once for what is typed in one go, and nothing for a single letter', async () => {
    let times = 0;
    const element = await mapWith((request) => {
      times += 1;
      return twoPlaces(request);
    });
    await lookNear(element, 'h');
    await aTimeout(400);
    expect(times).to.equal(0);
    await sendKeys({type: 'ofweg'});
    await isShown(element, '#place-options:not([hidden])');
    expect(times).to.equal(1);
  });

  it('goes one step back for a place, and takes it away with its chip or by emptying the field', async () => {
    const element = await mapWith();
    await chooseFirst(element);
    await showsCount(element, '1 initiatief gevonden');
    find(element, '[part="chip"]')?.click();
    await showsCount(element, '7 initiatieven');
    expect(inAddress()).to.deep.equal({});

    window.history.back();
    await showsCount(element, '1 initiatief gevonden');
    expect(chips(element)).to.deep.equal(['Binnen 5 km van Hoofdweg, Holwierde']);

    const field = find(element, '#place') as HTMLInputElement;
    field.focus();
    field.select();
    await sendKeys({press: 'Delete'});
    await showsCount(element, '7 initiatieven');
  });

  it('never lets an older answer stand over a newer one', async () => {
    const slow = Promise.withResolvers<void>();
    const element = await mapWith(async ({q}) => {
      if (q === 'den') await slow.promise;
      return {data: [{...village, label: q}], total: 1, isComplete: true};
    });
    const field = await lookNear(element, 'den');
    await aTimeout(350);
    field.select();
    await sendKeys({type: 'hol'});
    await isShown(element, '#place-options:not([hidden])');
    slow.resolve();
    await aTimeout(50);

    expect(find(element, '[role="option"] span')?.textContent).to.equal('hol');
  });

  it('offers to look near a postcode that was typed among the names, and keeps it out of the address', async () => {
    const element = await mapWith();
    const before = requests().length;
    find(element, '[part="search"]')?.focus();
    await sendKeys({type: '9801 TC'});
    await aTimeout(350);
    expect(find(element, '.search [type="submit"]')?.textContent).to.equal('Zoek in de buurt van 9801 TC');
    expect(names(element)).to.have.length(7);

    await sendKeys({press: 'Enter'});
    await isShown(element, '#place-options:not([hidden])');
    expect((element.shadowRoot!.activeElement as HTMLInputElement).value).to.equal('9801 TC');
    expect(requests().slice(before)).to.deep.equal([]);
    expect(inAddress()).to.deep.equal({});
  });
});

describe('the field for a place, by keyboard', () => {
  it('walks the places with the arrows, chooses with Enter, and says how many there are', async () => {
    const element = await mapWith();
    const field = await lookNear(element, 'ho');
    await isShown(element, '#place-options:not([hidden])');
    expect(heard(element)).to.equal('2 plekken gevonden');
    expect(field.ariaExpanded).to.equal('true');

    const active = () => find(element, `#${field.getAttribute('aria-activedescendant')}`)?.querySelector('span')?.textContent;
    await sendKeys({press: 'ArrowDown'});
    await sendKeys({press: 'ArrowDown'});
    expect(active()).to.equal('Holwierde');
    await sendKeys({press: 'ArrowDown'});
    expect(active()).to.equal(street.label);
    await sendKeys({press: 'ArrowUp'});
    await sendKeys({press: 'Enter'});
    await isShown(element, '[part="chip"]');
    expect(chips(element)).to.deep.equal(['Binnen 5 km van Holwierde']);
    expect(element.shadowRoot?.activeElement).to.equal(field);
    expect(field.ariaExpanded).to.equal('false');
  });

  it('shuts the places with the first Escape and the field with the second', async () => {
    const element = await mapWith();
    const field = await lookNear(element, 'ho');
    await isShown(element, '#place-options:not([hidden])');
    await sendKeys({press: 'Escape'});
    await waitUntil(() => field.ariaExpanded === 'false', 'the places stay open');
    expect(field.value).to.equal('ho');

    await sendKeys({press: 'Escape'});
    await isGone(element, '#place');
    expect(element.shadowRoot?.activeElement?.textContent?.trim()).to.equal('In de buurt');
  });

  it('goes on with Tab, and chooses nothing that was not asked for', async () => {
    const element = await mapWith();
    await lookNear(element, 'ho');
    await isShown(element, '#place-options:not([hidden])');
    await sendKeys({press: 'ArrowDown'});
    await sendKeys({press: 'Tab'});
    await isShown(element, '#place-options[hidden]');

    expect(element.shadowRoot?.activeElement?.localName).to.equal('button');
    expect(chips(element)).to.deep.equal([]);
  });
});

describe('when addresses can’t be found', () => {
  it('says so and shows the towns it knows, when only those could be searched', async () => {
    const element = await mapWith(() => Promise.resolve({data: [village], total: 1, isComplete: false}));
    await lookNear(element, 'hol');
    await isShown(element, '#place-options:not([hidden])');

    expect(note(element)).to.equal('Adressen zoeken lukt nu niet. Zoek op een plaats of naam.');
    expect(heard(element)).to.equal('1 plek gevonden. Adressen zoeken lukt nu niet. Zoek op een plaats of naam.');
  });

  const lies: Record<string, Suggest> = {
    'an error': () => Promise.reject(new TypeError('broken')),
    'no list': () => Promise.resolve({data: 'geen', total: 1, isComplete: true} as never),
    'no answer at all': () => Promise.resolve(null as never),
  };
  for (const [what, suggest] of Object.entries(lies))
    it(`says so when there comes ${what}, and the list goes on`, async () => {
      const element = await mapWith(suggest);
      await lookNear(element, 'hol');
      await waitUntil(() => note(element), 'nothing is said');

      expect(note(element)).to.equal('Adressen zoeken lukt nu niet. Zoek op een plaats of naam.');
      expect(names(element)).to.have.length(7);
      expect(find(element, '[part="error"]')).to.equal(null);
    });

  it('leaves out places that are nowhere', async () => {
    const nowhere: GeoSuggestion = {...village, label: 'Nergens', location: {type: 'Point', coordinates: [600, 99]}};
    const element = await mapWith(() => Promise.resolve({data: [nowhere, village], total: 2, isComplete: true}));
    await lookNear(element, 'hol');
    await isShown(element, '#place-options:not([hidden])');

    expect([...element.renderRoot.querySelectorAll('[role="option"] span:first-child')].map(({textContent}) => textContent)).to.deep.equal([
      'Holwierde',
    ]);
  });

  it('does not wait for it with the list: a filter is there while the places are still looked for', async () => {
    const element = await mapWith(() => new Promise(() => {}));
    await lookNear(element, 'hol');
    await search(element, 'loket');
    await showsCount(element, '1 initiatief gevonden');
    await waitUntil(() => note(element), 'nothing is said', {timeout: 3000});

    expect(note(element)).to.equal('De plek wordt gezocht');
    await waitUntil(() => note(element).startsWith('Adressen zoeken lukt nu niet'), 'it waits for ever', {timeout: 6000});
  });
});

describe('my location', () => {
  const {geolocation} = navigator;
  const answer = (getCurrentPosition: Geolocation['getCurrentPosition']) =>
    Object.defineProperty(navigator, 'geolocation', {value: {getCurrentPosition}, configurable: true});
  afterEach(() => Object.defineProperty(navigator, 'geolocation', {value: geolocation, configurable: true}));

  it('is asked for only by pressing its button, and leaves the component only roughly', async () => {
    let times = 0;
    answer((found) => {
      times += 1;
      found({coords: {longitude: 6.87314, latitude: 53.35688}} as GeolocationPosition);
    });
    const element = await mapWith();
    find(element, '[data-filter="near"]')?.click();
    const button = await isShown(element, '[data-act="locate"]');
    expect(times).to.equal(0);
    button.click();
    await showsCount(element, '1 initiatief gevonden');

    expect(chips(element)).to.deep.equal(['Binnen 5 km van je locatie']);
    expect(inAddress()).to.deep.equal({near: '6.87,53.36'});
    expect(facts(element, 'buurtsuper-holwierde')).to.include('150 m');
  });

  it('says what to do instead when it may not be used', async () => {
    answer((_, refused) => refused?.({code: 1, PERMISSION_DENIED: 1} as GeolocationPositionError));
    const element = await mapWith();
    find(element, '[data-filter="near"]')?.click();
    (await isShown(element, '[data-act="locate"]')).click();
    await waitUntil(() => heard(element).startsWith('Je locatie mag niet'), 'nothing is said');

    expect(find(element, '.near-note')?.textContent).to.equal('Je locatie mag niet gebruikt worden. Typ een postcode of adres.');
  });
});

describe('open', () => {
  it('now, as one press, and as `now` in a copied link', async () => {
    const element = await mapWith();
    const button = [...element.renderRoot.querySelectorAll<HTMLElement>('[part="filter"]')].find(({textContent}) =>
      textContent.includes('Nu open'),
    )!;
    button.click();
    await waitUntil(() => lastAsked()['open'] === 'now', 'it is not asked for');

    expect(inAddress()).to.deep.equal({open: 'now'});
    expect(button.ariaPressed).to.equal('true');
    await waitUntil(() => chips(element).join() === 'Nu open', 'it is not among what is chosen');
    button.click();
    await waitUntil(() => lastAsked()['open'] === undefined, 'it is still asked for');
    expect(inAddress()).to.deep.equal({});
  });

  it('on a day of the week at a time, as the clock stands in the community', async () => {
    const element = await mapWith();
    find(element, '[data-filter="more"]')?.click();
    await isShown(element, '[data-field="day"]');
    pick(element, 'day', '1');
    await waitUntil(() => lastAsked()['open'] !== undefined, 'it is not asked for');

    expect(inAddress()).to.deep.equal({open: '2026-11-24T13:00:00Z'});
    expect(chips(element)).to.deep.equal(['Open op dinsdag 24 november, 14.00 uur']);
    pick(element, 'time', '09:30');
    await waitUntil(() => lastAsked()['open'] === '2026-11-24T08:30:00Z', 'another time is not asked for');
    pick(element, 'day', '');
    await waitUntil(() => lastAsked()['open'] === undefined, 'it is still asked for');
  });

  it('shows what a link asks for, and leaves out a time that has passed', async () => {
    window.history.replaceState(null, '', `?buurt=${encodeURIComponent('open=2026-11-24T13:00:00Z')}`);
    const element = await mapWith();
    await isShown(element, '[part="chip"]');
    expect(chips(element)).to.deep.equal(['Open op dinsdag 24 november, 14.00 uur']);
    element.remove();

    window.history.replaceState(null, '', `?buurt=${encodeURIComponent('open=2026-11-17T13:00:00Z')}`);
    const later = await mapWith();
    expect(chips(later)).to.deep.equal([]);
    expect(lastAsked()).not.to.have.property('open');
  });

  const moments: [moment: string, line: string][] = [
    ['2026-11-22T09:00:00Z', 'dinsdag 24 november, 09.00–17.00 uur'],
    ['2026-11-23T22:59:00Z', 'Morgen open vanaf 09.00 uur'],
    ['2026-11-23T23:01:00Z', 'Vandaag open vanaf 09.00 uur'],
    ['2026-11-24T08:00:00Z', 'Nu open tot 17.00 uur'],
    ['2026-11-24T15:59:00Z', 'Nu open tot 17.00 uur'],
  ];
  for (const [moment, line] of moments)
    it(`tells in the list at ${moment}: ${line}`, async () => {
      Date.now = () => Date.parse(moment);
      const element = await mapWith();
      expect(facts(element, 'stip-groningen')).to.include(line);
    });

  it('says nothing of hours that are over or not known', async () => {
    Date.now = () => Date.parse('2026-11-24T16:00:00Z');
    const element = await mapWith();
    expect(facts(element, 'stip-groningen')).to.deep.equal(['Informatiepunt', 'Groningen']);
  });
});

describe('the order', () => {
  it('is by name, by what changed last, or by distance when there is one', async () => {
    const element = await mapWith();
    find(element, '[data-filter="more"]')?.click();
    await isShown(element, '[data-field="sort"]');
    const orders = () => [...(find(element, '[data-field="sort"]') as HTMLSelectElement).options].map(({value}) => value);
    expect(orders()).to.deep.equal(['name', 'date']);
    pick(element, 'sort', 'date');
    await waitUntil(() => lastAsked()['sort'] === 'date', 'it is not asked for');
    expect(inAddress()).to.deep.equal({sort: 'date'});

    await chooseFirst(element);
    find(element, '[data-filter="more"]')?.click();
    await isShown(element, '[data-field="sort"]');
    expect(orders()).to.deep.equal(['distance', 'name', 'date']);
    pick(element, 'sort', 'distance');
    await waitUntil(() => lastAsked()['sort'] === undefined, 'it is still asked for');
    expect(inAddress()).to.deep.equal({near: '6.87,53.36'});
  });
});

/** Everything a reader can come to see of where and when. */
const states: Record<string, () => Promise<InitiativeMap>> = {
  async 'near-open'() {
    const element = await mapWith();
    find(element, '[data-filter="near"]')?.click();
    await isShown(element, '#place');
    await waitUntil(() => element.shadowRoot?.activeElement?.id === 'place', 'the field has no focus');
    return element;
  },
  async 'near-places'() {
    const element = await mapWith();
    await lookNear(element, 'ho');
    await isShown(element, '#place-options:not([hidden])');
    await sendKeys({press: 'ArrowDown'});
    return element;
  },
  async 'near-chosen'() {
    const element = await mapWith();
    await chooseFirst(element);
    await showsCount(element, '1 initiatief gevonden');
    return element;
  },
  async 'near-not-found'() {
    const element = await mapWith(() => Promise.resolve({data: [], total: 0, isComplete: true}));
    await lookNear(element, 'xyz');
    await waitUntil(() => note(element), 'nothing is said');
    return element;
  },
  async 'near-failed'() {
    const element = await mapWith(() => Promise.reject(new Error('broken')));
    await lookNear(element, 'hol');
    await waitUntil(() => note(element), 'nothing is said');
    return element;
  },
  async 'near-in-a-link'() {
    Date.now = () => Date.parse('2026-11-24T09:00:00Z');
    window.history.replaceState(null, '', `?buurt=${encodeURIComponent('near=6.87,53.36&radius=50000&open=now')}`);
    const element = await mapWith();
    await isShown(element, '[part="chip"]:not([aria-label^="Nu"])');
    return element;
  },
  async 'open-at-a-time'() {
    const element = await mapWith();
    find(element, '[data-filter="more"]')?.click();
    await isShown(element, '[data-field="day"]');
    pick(element, 'day', '1');
    await isShown(element, '[part="chip"]');
    return element;
  },
  async 'detail-with-hours'() {
    const client = clientThatSuggests(twoPlaces);
    const {get} = client.initiatives;
    client.initiatives.get = async (...args) => ({
      ...(await get(...args)),
      opening: {
        note: {nl: 'Bel even als je met een groep komt.'},
        isByAppointment: true,
        openings: [
          {from: '2026-11-22T08:00:00Z', until: '2026-11-22T11:00:00Z'},
          {from: '2026-11-22T12:00:00Z', until: '2026-11-22T16:00:00Z'},
          {from: '2026-11-24T19:00:00Z', until: '2026-11-24T23:30:00Z'},
        ],
      },
    });
    const element = await readyMap(
      html`<buurt-initiative-map view="list" .client=${client} community="buurtkracht"></buurt-initiative-map>`,
    );
    find(element, '[data-slug="stip-groningen"] [part="title"]')?.click();
    await isShown(element, '[part="chapter-title"]');
    await aTimeout(0);
    return element;
  },
};

for (const [name, open] of Object.entries(states)) {
  describe(`what is shown: ${name}`, () => {
    it('is what a screen reader should find, axe finds nothing, and it fits a small screen with large text', async () => {
      const element = await open();
      await aTimeout(50);
      await expectSnapshot(element, `initiative-map-${name}`);
      await expectAccessible(element);
      await expectFits(element);
    });
  });
}
