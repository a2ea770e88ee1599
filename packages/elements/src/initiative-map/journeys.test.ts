import {describeInitiative, handlers, sampleInitiatives} from '@buurtkit/msw';
import type {GeoSuggestion} from '@buurtkit/sdk';
import {aTimeout, expect, waitUntil} from '@open-wc/testing';
import {resetMouse, sendKeys, sendMouse} from '@web/test-runner-commands';
import {answerWith, api, clientThatSuggests, stopAnswering} from '../testing/answers.ts';
import {expectAccessible} from '../testing/expect-accessible.ts';
import {expectSnapshot} from '../testing/expect-snapshot.ts';
import {find, html, inAddress, isGone, isShown, leavePage, names, readyMap, showsCount} from '../testing/page.ts';
import type {InitiativeMap} from './initiative-map.ts';

const street: GeoSuggestion = {
  label: 'Hoofdweg 12, 9905TC Holwierde',
  kind: 'address',
  location: {type: 'Point', coordinates: [6.87314, 53.35688]},
  source: 'pdok',
};

const inTheVillage = (number: number, slug: string, name: string, [longitude, latitude]: [number, number], from: string, until: string) =>
  describeInitiative(number, {
    slug,
    community: 'eemsdelta',
    name,
    kind: 'meal-service',
    stage: 'active',
    summary: {nl: `${name}: schuif gerust aan.`},
    place: {city: 'Holwierde', areaCode: 'GM1979', areaYear: 2025, precision: 'village'},
    coordinates: [longitude, latitude],
    opening: {note: null, isByAppointment: false, openings: [{from, until}]},
  });

const initiatives = [
  ...sampleInitiatives,
  inTheVillage(801, 'eettafel', 'Eettafel Holwierde', [6.874, 53.352], '2026-11-24T11:00:00Z', '2026-11-24T16:00:00Z'),
  inTheVillage(802, 'avondclub', 'Avondclub Holwierde', [6.866, 53.362], '2026-11-24T18:00:00Z', '2026-11-24T21:00:00Z'),
];

const sheet = new CSSStyleSheet();
sheet.replaceSync('buurt-initiative-map {inline-size: 1000px}');
const {now} = Date;

async function aPage(): Promise<InitiativeMap> {
  const client = clientThatSuggests(() => Promise.resolve({data: [street], total: 1, isComplete: true}));
  const element = await readyMap(
    html`<buurt-initiative-map .client=${client} community="buurtkracht" tiles="none"></buurt-initiative-map>`,
  );
  await isShown(element, '[part="cluster"]');
  return element;
}

function focused(element: InitiativeMap): HTMLElement | null {
  return (element.renderRoot as ShadowRoot).activeElement as HTMLElement | null;
}

async function focusComesTo(element: InitiativeMap, selector: string): Promise<void> {
  await waitUntil(() => focused(element)?.matches(selector), `the focus does not come to ${selector}`, {timeout: 5000, interval: 20});
}

/** As somebody does who has no mouse. */
async function tabTo(element: InitiativeMap, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await sendKeys({press: 'Tab'});
    if (focused(element)?.matches(selector)) return;
  }
  throw new Error(`Tab does not come to ${selector}`);
}

/** Where a thing is, once what is around it no longer moves it: nobody presses what is still on its way. */
async function whereItStands(element: InitiativeMap, selector: string): Promise<DOMRect> {
  const place = async () => {
    const target = await isShown(element, selector);
    target.scrollIntoView({block: 'center', behavior: 'instant'});
    return target.getBoundingClientRect();
  };
  const before = await place();
  await aTimeout(100);
  const after = await place();
  return before.x === after.x && before.y === after.y ? after : await whereItStands(element, selector);
}

/** As somebody does who can point and press, and not hold a button down while moving. */
async function point(element: InitiativeMap, selector: string): Promise<void> {
  const {x, y, width, height} = await whereItStands(element, selector);
  await sendMouse({type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)]});
}

function marks(element: InitiativeMap): (string | null)[] {
  return [...element.renderRoot.querySelectorAll('.markers > button')].map(({ariaLabel}) => ariaLabel);
}

function chips(element: InitiativeMap): (string | undefined)[] {
  return [...element.renderRoot.querySelectorAll('[part="chip"]')].map(({textContent}) => textContent?.trim());
}

/** All that a reader had before reading about an initiative. */
function overview(element: InitiativeMap): unknown {
  return {list: names(element), chips: chips(element), marks: marks(element), address: window.location.search};
}

async function expectToRead(element: InitiativeMap, name: string, hours: string): Promise<void> {
  const told = () => find(element, '[part="detail"]')?.innerText.replaceAll(/\s+/g, ' ') ?? '';
  await waitUntil(() => told().includes(name) && told().includes(hours), `${name} can't be read`, {timeout: 5000, interval: 20});
}

describe('finding what is open near home on Tuesday afternoon, reading it and coming back', () => {
  before(() => document.adoptedStyleSheets.push(sheet));
  after(() => document.adoptedStyleSheets.pop());
  beforeEach(() => {
    answerWith(...handlers({api, initiatives}));
    Date.now = () => Date.parse('2026-11-22T09:00:00Z');
  });
  afterEach(async () => {
    Date.now = now;
    stopAnswering();
    leavePage();
    await resetMouse();
  });

  it('goes by keyboard alone', async () => {
    const element = await aPage();

    await tabTo(element, '[data-filter="near"]');
    await sendKeys({press: 'Enter'});
    await focusComesTo(element, '#place');
    await sendKeys({type: 'hoofdweg 12'});
    await isShown(element, '.places:not([hidden]) [role="option"]');
    await sendKeys({press: 'Enter'});
    await showsCount(element, '3 initiatieven gevonden');
    await sendKeys({press: 'Escape'});
    await focusComesTo(element, '[data-filter="near"]');

    await tabTo(element, '[data-filter="more"]');
    await sendKeys({press: 'Enter'});
    await isShown(element, '[data-field="day"]');
    await tabTo(element, '[data-field="day"]');
    await sendKeys({type: 'dins'});
    await showsCount(element, '1 initiatief gevonden');
    await sendKeys({press: 'Escape'});
    await isGone(element, '[data-field="day"]');

    await waitUntil(() => marks(element).length === 1, 'the map shows something else');
    await tabTo(element, '[part="marker"]');
    const before = overview(element);
    await sendKeys({press: 'Enter'});
    await focusComesTo(element, '.detail-title');
    await expectToRead(element, 'Eettafel Holwierde', 'dinsdag 24 november, 12.00–17.00 uur');
    await expectAccessible(element);
    await expectSnapshot(element, 'map-beside-the-initiative-opened-on-it');

    await sendKeys({press: 'Escape'});
    await focusComesTo(element, '[part="marker"][data-slug="eettafel"]');
    expect(overview(element)).to.deep.equal(before);
    expect(chips(element)).to.deep.equal(['Binnen 5 km van Hoofdweg, Holwierde', 'Open op dinsdag 24 november, 14.00 uur']);
    await expectAccessible(element);
    await expectSnapshot(element, 'map-beside-the-list');
  });

  it('goes by pointing and pressing, without dragging', async () => {
    const element = await aPage();

    await point(element, '[data-filter="near"]');
    await focusComesTo(element, '#place');
    await sendKeys({type: 'hoofdweg 12'});
    await point(element, '.places:not([hidden]) [role="option"]');
    await showsCount(element, '3 initiatieven gevonden');
    await point(element, '[data-filter="more"]');
    // What a list of choices looks like is the browser's own, outside the page.
    const day = (await isShown(element, '[data-field="day"]')) as HTMLSelectElement;
    day.value = '1';
    day.dispatchEvent(new Event('change', {bubbles: true}));
    await showsCount(element, '1 initiatief gevonden');
    await point(element, '.filter-panel .primary');

    await point(element, '.move');
    await point(element, '.move-right');
    await waitUntil(() => inAddress()['at'], 'the map has not moved');
    const before = overview(element);
    await point(element, '[part="marker"][data-slug="eettafel"]');
    await expectToRead(element, 'Eettafel Holwierde', 'dinsdag 24 november, 12.00–17.00 uur');

    await point(element, '[part="back"]');
    await focusComesTo(element, '[part="marker"][data-slug="eettafel"]');
    expect(overview(element)).to.deep.equal(before);

    await point(element, '[data-slug="eettafel"] [part="title"]');
    await expectToRead(element, 'Eettafel Holwierde', 'dinsdag 24 november, 12.00–17.00 uur');
    await point(element, '[part="back"]');
    await focusComesTo(element, '[part="title"]');
    expect(overview(element)).to.deep.equal(before);
  });
});
