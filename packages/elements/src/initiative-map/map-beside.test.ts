import {handlers, manyInitiatives} from '@buurtkit/msw';
import {expect, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {answerWith, api, stopAnswering} from '../testing/answers.ts';
import {expectAccessible} from '../testing/expect-accessible.ts';
import {choose, find, html, isGone, isShown, leavePage, names, nextEvent, readyMap, showsCount} from '../testing/page.ts';
import type {InitiativeMap} from './initiative-map.ts';

const key = 'buurt';

const sheet = new CSSStyleSheet();

/** Not every engine lets a test change its window, so the component gets a width. */
function setWidth(pixels: number): void {
  sheet.replaceSync(`buurt-initiative-map {inline-size: ${pixels}px}`);
}

function stateInAddress(): URLSearchParams {
  return new URLSearchParams(new URLSearchParams(window.location.search).get(key) ?? '');
}

async function aMap(view: string): Promise<InitiativeMap> {
  return readyMap(html`<buurt-initiative-map api=${api} community="buurtkracht" tiles="none" view=${view}></buurt-initiative-map>`);
}

function focused(element: InitiativeMap): HTMLElement {
  return (element.renderRoot as ShadowRoot).activeElement as HTMLElement;
}

describe('map and list together', () => {
  before(() => document.adoptedStyleSheets.push(sheet));
  after(() => document.adoptedStyleSheets.pop());
  beforeEach(() => answerWith(...handlers({api})));
  afterEach(() => {
    stopAnswering();
    leavePage();
  });

  it('stand side by side where there is room', async () => {
    setWidth(1200);
    const element = await aMap('split');

    await isShown(element, '.beside [part="map"]');
    await isShown(element, '[part="marker"], [part="cluster"]');

    expect(find(element, '[part="view"]')).to.equal(null);
    expect(names(element).length).to.be.greaterThan(1);
    await expectAccessible(element);
  });

  it('on a telephone the list comes first, and a button shows the map above it and takes it away again', async () => {
    setWidth(360);
    const element = await aMap('split');
    expect(find(element, '[part="map"]')).to.equal(null);

    find(element, '[part="view"]')!.click();
    await isShown(element, '.above [part="map"]');
    expect(stateInAddress().get('view')).to.equal('map');
    await expectAccessible(element);

    find(element, '[part="view"]')!.click();
    await isGone(element, '[part="map"]');
    expect(stateInAddress().get('view')).to.equal('list');
  });

  it('a page that wants no map gets none, whatever a link says', async () => {
    window.history.replaceState(null, '', `?${key}=${encodeURIComponent('view=map')}`);
    setWidth(1200);
    const element = await aMap('list');

    expect(find(element, '.map-slot')).to.equal(null);
    expect(find(element, '[part="view"]')).to.equal(null);
  });

  it('a marker opens its initiative, and going back leads to that marker', async () => {
    setWidth(1200);
    const element = await aMap('split');
    const marker = await isShown(element, '[part="marker"]');
    const {slug} = marker.dataset;

    marker.focus();
    await sendKeys({press: 'Enter'});
    const title = await isShown(element, '.detail-title');
    await waitUntil(() => focused(element) === title, 'the heading has not got the focus');
    expect(stateInAddress().get('id')).to.contain(slug);

    await sendKeys({press: 'Escape'});
    await isGone(element, '.detail-title');
    await waitUntil(() => focused(element)?.dataset['slug'] === slug, 'the marker has not got the focus back');
  });

  it('Back undoes a filter, a view, a move and a choice on the map, each as one step', async () => {
    setWidth(360);
    const element = await aMap('split');
    await choose(element, 'kind', 'shop');
    await showsCount(element, '1 initiatief gevonden');
    find(element, '[part="view"]')!.click();
    await isShown(element, '[part="marker"]');
    find(element, '.zoom-out')!.click();
    await waitUntil(() => stateInAddress().has('at'), 'where the map is is not in the address');
    (await isShown(element, '[part="marker"]')).click();
    await isShown(element, '.detail-title');

    const back = async (): Promise<Record<string, string>> => {
      const traveled = new Promise((resolve) => window.addEventListener('popstate', resolve, {once: true}));
      window.history.back();
      await traveled;
      await element.updateComplete;
      return Object.fromEntries(stateInAddress());
    };
    expect(Object.keys(await back())).to.deep.equal(['view', 'at', 'kind']);
    await isGone(element, '.detail-title');
    expect(await back()).to.deep.equal({view: 'map', kind: 'shop'});
    expect(await back()).to.deep.equal({kind: 'shop'});
    await isGone(element, '[part="map"]');
    expect(await back()).to.deep.equal({});
    await showsCount(element, '7 initiatieven');
  });

  it('the page hears which initiative was chosen on the map, also when the list has not come that far', async () => {
    const initiatives = manyInitiatives(60);
    answerWith(...handlers({api, initiatives}));
    setWidth(1200);
    const element = await readyMap(
      html`<buurt-initiative-map api=${api} community="buurtkracht" tiles="none" center="4.8,52.5" zoom="12"></buurt-initiative-map>`,
    );
    await isShown(element, '[part="marker"]');
    const listed = [...element.renderRoot.querySelectorAll<HTMLElement>('[part="item"]')].map(({dataset}) => dataset['slug']);
    const marker = [...element.renderRoot.querySelectorAll<HTMLElement>('[part="marker"]')].find(
      ({dataset}) => !listed.includes(dataset['slug']),
    )!;
    const {slug} = marker.dataset;

    const heard = nextEvent(element, 'buurt-select');
    marker.click();

    const {resource, id, slug: told} = await heard;
    expect({resource, id, slug: told}).to.deep.equal({
      resource: 'initiative',
      id: initiatives.find((one) => one.slug === slug)!.id,
      slug,
    });
  });

  it('what is open stands in one column beside the map, and in two where it has the room', async () => {
    setWidth(1200);
    const element = await aMap('split');
    (await isShown(element, '[part="marker"]')).click();
    const [text, facts] = [await isShown(element, '.detail-text'), await isShown(element, '.detail-facts')];
    expect(facts.getBoundingClientRect().top).to.be.greaterThan(text.getBoundingClientRect().bottom - 1);

    element.view = 'list';
    await isGone(element, '.beside');
    expect(facts.getBoundingClientRect().left).to.be.greaterThan(text.getBoundingClientRect().right - 1);
  });

  it('the list can be narrowed to what is in view, and a copied link shows the same', async () => {
    setWidth(1200);
    const element = await aMap('split');
    await isShown(element, '[part="marker"]');

    (await isShown(element, '.in-view')).click();
    await waitUntil(() => stateInAddress().has('bbox'), 'what is in view is not in the address');
    // One of them has no place, and so is never in view.
    await waitUntil(() => names(element).length === 6, 'the list is not narrowed');

    const inView = names(element);
    element.remove();
    const copy = await aMap('split');
    await waitUntil(() => names(copy).join() === inView.join(), 'the copied link shows another list');
    await isShown(copy, '.in-view[aria-pressed="true"]');
  });
});
