import {aTimeout, expect, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {expectAccessible} from '../testing/expect-accessible.ts';
import {expectSnapshot} from '../testing/expect-snapshot.ts';
import {fakeSource, listed, mapOnPage, several, single, untilSteady, type MapOnPage} from '../testing/map-on-page.ts';
import type {View} from './map-engine.ts';

const netherlands: View = {center: [5.3, 52.2], zoom: 7};
const fourPlaces = [
  single('noord', [5.3, 53.1]),
  single('zuid', [5.3, 51.3]),
  single('west', [4.4, 52.2]),
  single('oost', [6.4, 52.2], 'playground'),
];
const building = several(7, [5.3, 52.2, 5.3, 52.2]);

describe('the map by keyboard', () => {
  it('is one stop of Tab for five hundred markers', async () => {
    const clusters = Array.from({length: 500}, (_, index) =>
      single(`buurt-${index}`, [4 + (index % 25) * 0.1, 51.2 + Math.floor(index / 25) * 0.07]),
    );
    const map = await mapOnPage({source: fakeSource(clusters), start: {center: [5.2, 51.9], zoom: 9}}, {width: 1000, height: 800});

    await waitUntil(() => map.markers.length > 100, 'too few are shown');
    expect(map.markers.filter(({tabIndex}) => tabIndex === 0)).to.have.length(1);
    map.find('.move')!.focus();
    await press(map, 'Tab');
    expect(map.markers).to.include(map.focused);
    await press(map, 'Tab');
    expect(map.focused!.closest('.map-credit')).not.to.equal(null);
  });

  it('goes with the arrows to the nearest in that direction, and to the first and the last', async () => {
    const map = await mapOnPage({source: fakeSource([...fourPlaces, building]), start: netherlands});
    map.map.returnTo({id: 'west', slug: 'west', community: 'voorbeeldbuurt'}, null);

    expect(await press(map, 'ArrowRight')).to.contain('7 initiatieven');
    expect(await press(map, 'ArrowRight')).to.contain('oost');
    expect(await press(map, 'Home')).to.contain('noord');
    expect(await press(map, 'End')).to.contain('zuid');
    expect(map.markers.filter(({tabIndex}) => tabIndex === 0)).to.deep.equal([map.focused]);
  });

  it('opens an initiative with Enter, and comes back to the same marker', async () => {
    const map = await mapOnPage({source: fakeSource(fourPlaces), start: netherlands});
    map.map.returnTo({id: 'oost', slug: 'oost', community: 'voorbeeldbuurt'}, null);

    await press(map, 'Enter');
    map.focused?.blur();

    expect(map.chosen).to.deep.equal([{id: 'oost', slug: 'oost', community: 'voorbeeldbuurt'}]);
    expect(map.map.returnTo(map.chosen[0]!, null)).to.equal(true);
    expect(map.focused?.dataset['slug']).to.equal('oost');
  });

  it('opens a list of what is in one building, and Escape goes back to its marker', async () => {
    const source = {...fakeSource([...fourPlaces, building]), inside: () => Promise.resolve([listed('een'), listed('twee')])};
    const map = await mapOnPage({source, start: netherlands});
    const marker = cluster(map);
    marker.focus();

    await press(map, 'Enter');
    await waitUntil(() => map.find('.place-item'));
    expect(map.focused?.textContent).to.equal('7 initiatieven op deze plek');
    expect(zoomOf(map)).to.equal(7);

    await press(map, 'Escape');
    await map.updateComplete;
    expect(map.find('.place-panel')).to.equal(null);
    expect(map.focused).to.equal(marker);
  });

  it('keeps its focus near when the marker that had it falls apart', async () => {
    const apart = [single('een', [5.1, 52.21]), single('twee', [5.2, 52.21])];
    const source = {
      ...fakeSource([]),
      clusters: ({zoom}: {zoom: number}) =>
        Promise.resolve(zoom < 9 ? {data: [several(2, [5.1, 52.21, 5.2, 52.21])], total: 2} : {data: apart, total: 2}),
    };
    const map = await mapOnPage({source, start: netherlands});
    cluster(map).focus();

    await press(map, 'Enter');
    await waitUntil(() => map.markers.length === 2, 'the cluster stays', {timeout: 8000});

    expect(map.focused?.dataset['slug']).to.be.oneOf(['een', 'twee']);
    expect(map.heard).to.equal('2 van 2 initiatieven in beeld');
  });

  it('never leaves a marker with the focus behind the edge', async () => {
    const map = await mapOnPage(
      {source: fakeSource([...fourPlaces, single('rand', [9.3, 52.2])]), start: netherlands},
      {width: 600, height: 400},
    );
    const east = map.markers.find(({dataset}) => dataset['slug'] === 'rand');
    expect(east, 'out of view it is not there').to.equal(undefined);
    map.show({source: fakeSource([...fourPlaces, single('rand', [8.4, 52.2])]), question: 'other'});
    await waitUntil(() => map.markers.length === 5);
    map.map.returnTo({id: 'oost', slug: 'oost', community: 'voorbeeldbuurt'}, null);

    await press(map, 'ArrowRight');
    await waitUntil(() => map.moves.length === 1, 'the map stays', {timeout: 8000});

    const {right} = map.focused!.getBoundingClientRect();
    expect(right).to.be.lessThan(map.find('.stage')!.getBoundingClientRect().right - 40);
  });
});

describe('the map without dragging', () => {
  it('has buttons for everything', async () => {
    const map = await mapOnPage({source: fakeSource(fourPlaces), start: netherlands});

    await settled(map, () => map.find('.zoom-in')!.click());
    expect(map.moves.at(-1)?.at.zoom).to.equal(8);

    map.find('.move')!.click();
    await map.updateComplete;
    const before = map.moves.at(-1)!.at.center;
    await settled(map, () => map.find('.move-up')!.click());
    await settled(map, () => map.find('.move-right')!.click());
    const after = map.moves.at(-1)!.at.center;
    expect(after[1]).to.be.greaterThan(before[1]);
    expect(after[0]).to.be.greaterThan(before[0]);

    await settled(map, () => map.find('.show-all')!.click());
    await waitUntil(() => map.markers.length === 4, 'not all are shown', {timeout: 8000});
  });

  it('can’t be zoomed beyond its limits', async () => {
    const map = await mapOnPage({source: fakeSource(fourPlaces), start: {center: [5.3, 53.1], zoom: 19}});

    expect(map.find('.zoom-in')!.ariaDisabled).to.equal('true');
    expect(map.find('.zoom-out')!.ariaDisabled).to.equal(null);
  });

  it('has targets of at least 24 pixels', async () => {
    const map = await mapOnPage({source: fakeSource([...fourPlaces, building]), start: netherlands}, {width: 288});
    map.find('.move')!.click();
    await map.updateComplete;

    const small = [...map.renderRoot.querySelectorAll('button, a')]
      .map((target) => target.getBoundingClientRect())
      .filter(({width, height}) => width < 24 || height < 24);
    expect(small).to.deep.equal([]);
  });
});

describe('the map and the page around it', () => {
  it('lets the wheel scroll the page, and says how it can zoom', async () => {
    const map = await mapOnPage({source: fakeSource(fourPlaces), start: netherlands});

    const event = wheel(map, {ctrlKey: false});
    await map.updateComplete;

    expect(event.defaultPrevented).to.equal(false);
    expect(map.find('.map-hint')!.hidden).to.equal(false);
    expect(zoomOf(map)).to.equal(7);
  });

  it('zooms with the wheel and Ctrl', async () => {
    const map = await mapOnPage({source: fakeSource(fourPlaces), start: netherlands});

    await settled(map, () => expect(wheel(map, {ctrlKey: true}).defaultPrevented).to.equal(true));

    expect(map.moves.at(-1)?.at.zoom).to.equal(8);
  });

  it('leaves one finger to the page', async () => {
    const map = await mapOnPage({source: fakeSource(fourPlaces), start: netherlands});
    const stage = map.find('.stage')!;

    finger(stage, 'pointerdown', 1, [100, 100]);
    finger(stage, 'pointermove', 1, [100, 160]);
    finger(stage, 'pointercancel', 1, [100, 160]);
    await map.updateComplete;
    await aTimeout(250);

    expect(map.find('.map-hint')!.textContent).to.contain('twee vingers');
    expect(map.find('.map-hint')!.hidden).to.equal(false);
    expect(getComputedStyle(stage).touchAction).to.equal('pan-x pan-y');
    expect(map.moves).to.deep.equal([]);
  });

  it('moves and zooms with two fingers', async () => {
    const map = await mapOnPage({source: fakeSource(fourPlaces), start: netherlands});
    const stage = map.find('.stage')!;

    await settled(map, () => {
      finger(stage, 'pointerdown', 1, [300, 200]);
      finger(stage, 'pointerdown', 2, [400, 200]);
      finger(stage, 'pointermove', 1, [250, 200]);
      finger(stage, 'pointermove', 2, [450, 200]);
      finger(stage, 'pointerup', 1, [250, 200]);
      finger(stage, 'pointerup', 2, [450, 200]);
    });

    expect(map.moves.at(-1)?.at.zoom).to.equal(8);
  });

  it('follows the mouse, and a drag that ends on a marker opens nothing', async () => {
    const map = await mapOnPage({source: fakeSource([...fourPlaces, building]), start: netherlands});
    const marker = map.markers.find(({dataset}) => dataset['slug'] === 'west')!;
    const [x, y] = middleOf(marker);

    await settled(map, () => {
      mouse(marker, 'pointerdown', [x, y]);
      mouse(marker, 'pointermove', [x + 60, y]);
      mouse(marker, 'pointerup', [x + 60, y]);
      marker.click();
    });

    expect(map.moves.at(-1)!.at.center[0]).to.be.lessThan(netherlands.center[0]);
    expect(map.chosen).to.deep.equal([]);
    marker.click();
    expect(map.chosen).to.have.length(1);
  });

  it('puts nothing on window, and no listeners that stay', async () => {
    const before = Object.keys(window);
    const map = await mapOnPage({source: fakeSource(fourPlaces), start: netherlands});
    await settled(map, () => map.find('.zoom-in')!.click());
    map.remove();

    expect(Object.keys(window).filter((key) => !before.includes(key))).to.deep.equal([]);
    expect(Object.keys(document).filter((key) => key.startsWith('_leaflet'))).to.deep.equal([]);
  });

  it('is where it was when it is taken away and put back', async () => {
    const map = await mapOnPage({source: fakeSource(fourPlaces), start: netherlands});
    await settled(map, () => map.find('.zoom-in')!.click());
    const parent = map.parentElement!;

    map.remove();
    parent.append(map);
    await waitUntil(() => map.find('.leaflet-pane'), 'the map does not come back', {timeout: 8000});

    expect(zoomOf(map)).to.equal(8);
  });

  it('stands twice on a page, each with its own view', async () => {
    const [one, other] = await Promise.all([
      mapOnPage({source: fakeSource(fourPlaces), start: netherlands}),
      mapOnPage({source: fakeSource([building]), start: {center: [5.3, 52.2], zoom: 10}}),
    ]);

    await settled(one, () => one.find('.zoom-in')!.click());

    expect([zoomOf(one), zoomOf(other)]).to.deep.equal([8, 10]);
    expect(other.markers).to.have.length(1);
  });

  it('keeps left left where one reads from right to left', async () => {
    const map = await mapOnPage({source: fakeSource(fourPlaces), start: netherlands});
    const left = map.markers.map((marker) => marker.getBoundingClientRect().left);
    map.dir = 'rtl';
    map.find('.move')!.click();
    await map.updateComplete;

    expect(map.markers.map((marker) => marker.getBoundingClientRect().left)).to.deep.equal(left);
    expect(middleOf(map.find('.move-left')!)[0]).to.be.lessThan(middleOf(map.find('.move-right')!)[0]);
    expect(middleOf(map.find('.zoom-in')!)[0]).to.be.lessThan(middleOf(map.find('.stage')!)[0]);
  });
});

describe('what the map shows', () => {
  it('begins with all there is', async () => {
    const map = await mapOnPage({source: fakeSource([single('een', [6.5, 53.2]), single('twee', [6.6, 53.25])])});
    await waitUntil(() => map.markers.length === 2);

    expect(zoomOf(map)).to.be.within(10, 14);
  });

  it('asks once what there is in the view that it begins with', async () => {
    const asked: string[] = [];
    const source = fakeSource([single('een', [6.5, 53.2]), single('twee', [6.6, 53.25])]);
    const map = await mapOnPage({
      source: {...source, clusters: (where, signal) => (asked.push(JSON.stringify(where)), source.clusters(where, signal))},
    });
    await waitUntil(() => map.markers.length === 2);
    await aTimeout(400);

    expect(asked, 'the world, and what is in view').to.have.length(2);
    expect(new Set(asked)).to.have.length(2);
  });

  it('says how many are in view, also of what has no place', async () => {
    const map = await mapOnPage({source: fakeSource(fourPlaces), start: netherlands, total: 16});

    expect(map.find('.map-status p')!.textContent).to.equal('4 van 16 initiatieven in beeld');
    expect(map.heard, 'nobody moved it').to.equal('');
  });

  it('keeps the old markers until the new are there, and asks only when it came to rest', async () => {
    const asked: AbortSignal[] = [];
    const source = fakeSource(fourPlaces);
    const map = await mapOnPage({source, start: netherlands});
    map.show({source: {...source, clusters: (_, signal) => (asked.push(signal), new Promise(() => {}))}});
    await map.updateComplete;

    for (const _ of [1, 2, 3]) mouseDrag(map, 20);
    await waitUntil(() => asked.length === 1, 'nothing was asked', {timeout: 8000});
    mouseDrag(map, 20);
    await waitUntil(() => asked.length === 2, 'nothing was asked again', {timeout: 8000});

    expect(map.markers).to.have.length(4);
    expect(asked.map(({aborted}) => aborted)).to.deep.equal([true, false]);
  });

  it('marks what is open beside it, also where it stands among others, and brings it into view', async () => {
    const map = await mapOnPage({source: fakeSource([building]), start: netherlands});

    map.show({chosen: {id: 'een', slug: 'een', community: 'voorbeeldbuurt', name: 'Een', kind: 'shop', location: [5.3, 52.2]}});
    await waitUntil(() => map.find('.chosen')?.dataset['slug'] === 'een', 'it is not marked');

    map.show({chosen: {id: 'ver', slug: 'ver', community: 'voorbeeldbuurt', name: 'Ver', kind: 'shop', location: [10, 52.2]}});
    await waitUntil(() => isInView(map, map.find('.chosen')!), 'it stays out of view', {timeout: 8000});
    expect(map.moves, 'that is no step of the reader').to.deep.equal([]);
  });

  it('goes back when the address does', async () => {
    const map = await mapOnPage({source: fakeSource(fourPlaces), start: netherlands});
    await settled(map, () => map.find('.zoom-in')!.click());
    map.show({at: map.moves[0]!.at});
    await map.updateComplete;
    expect(zoomOf(map)).to.equal(8);

    map.show({at: null});
    await waitUntil(() => zoomOf(map) === 7, 'it does not go back', {timeout: 8000});
  });

  it('says it when the markers can’t be loaded, keeps what it had, and tries again', async () => {
    const source = fakeSource(fourPlaces);
    const map = await mapOnPage({source, start: netherlands});
    map.show({source: {...source, clusters: () => Promise.reject(new Error('gone'))}, question: 'other'});
    await waitUntil(() => map.find('[part="retry"]'));

    expect(map.markers).to.have.length(4);
    expect(map.heard).to.contain('Alles staat ook in de lijst');
    expect(map.failures).to.have.length(1);
    await expectAccessible(map);

    map.show({source});
    await map.updateComplete;
    map.find('[part="retry"]')!.click();
    await waitUntil(() => !map.find('[part="retry"]'));
  });

  it('asks for what there is before it asks for what stands behind it', async () => {
    const tiles = {url: '/no-tiles/{z}/{x}/{y}.png', bounds: null, deepestZoom: 19, credit: 'Niemand', creditUrl: '/', correctionUrl: null};
    const source = fakeSource(fourPlaces);
    const tilesWhenAsked: number[] = [];
    const clusters: typeof source.clusters = (view, signal) => {
      const {renderRoot} = document.querySelector<MapOnPage>('map-on-page')!;
      tilesWhenAsked.push(renderRoot.querySelectorAll('.tiles img').length);
      return source.clusters(view, signal);
    };
    const map = await mapOnPage({source: {...source, clusters}, start: netherlands, tiles});
    await waitUntil(() => map.find('.tiles img'), 'nothing stands behind it', {timeout: 5000});

    expect(tilesWhenAsked[0]).to.equal(0);
  });

  it('asks no more of a tile server that gives nothing, until it is moved', async () => {
    const asked: string[] = [];
    const observer = new PerformanceObserver((entries) =>
      asked.push(
        ...entries
          .getEntries()
          .map(({name}) => name)
          .filter((name) => name.includes('no-tiles')),
      ),
    );
    observer.observe({type: 'resource'});
    const tiles = {url: '/no-tiles/{z}/{x}/{y}.png', bounds: null, deepestZoom: 19, credit: 'Niemand', creditUrl: '/', correctionUrl: null};
    const map = await mapOnPage({source: fakeSource(fourPlaces), start: netherlands, tiles});
    await waitUntil(() => asked.length >= 3, 'no tile was asked', {timeout: 8000});
    const first = await untilSteady(() => asked.length);
    map.show({at: {center: [4.4, 52.2], zoom: 9}});
    await aTimeout(600);
    expect(asked.length, 'it moved of itself').to.equal(first);

    await settled(map, () => map.find('.zoom-in')!.click());
    await waitUntil(() => asked.length > first, 'not asked again', {timeout: 8000});
    observer.disconnect();
    expect(map.markers.length).to.be.greaterThan(0);
  });

  it('moves at once for who asked for less motion', async () => {
    const {matchMedia} = window;
    // Only Chromium can be told from here.
    window.matchMedia = (query) => Object.defineProperty(matchMedia(query), 'matches', {value: query.includes('reduce')});
    const map = await mapOnPage({source: fakeSource(fourPlaces), start: netherlands});

    map.find('.zoom-in')!.click();
    window.matchMedia = matchMedia;

    expect(zoomOf(map)).to.equal(8);
    expect(map.renderRoot.querySelector('.gliding')).to.equal(null);
  });
});

describe('the map for everybody', () => {
  it('reads well and has nothing against it', async () => {
    const map = await mapOnPage({
      source: fakeSource([...fourPlaces, building, several(12, [4.8, 51.8, 4.9, 51.9])]),
      start: netherlands,
      total: 24,
    });
    await expectAccessible(map);
    await expectSnapshot(map, 'map');
  });

  it('also with a list of one place, the buttons to move it, and one that is chosen', async () => {
    const source = {...fakeSource([...fourPlaces, building]), inside: () => Promise.resolve([listed('een'), listed('twee')])};
    const map = await mapOnPage({
      source,
      start: netherlands,
      chosen: {id: 'oost', slug: 'oost', community: 'voorbeeldbuurt', name: 'Initiatief oost', kind: 'playground', location: [6.4, 52.2]},
    });
    map.find('.move')!.click();
    cluster(map).click();
    await waitUntil(() => map.find('.place-item'));
    await expectAccessible(map);
    await expectSnapshot(map, 'map-with-one-place-open');
  });

  it('also with nothing in view', async () => {
    const map = await mapOnPage({source: fakeSource(fourPlaces), start: {center: [5.3, 52.2], zoom: 15}});
    expect(map.find('.map-status p')!.textContent).to.equal('Er is hier niets in beeld');
    await expectAccessible(map);
  });
});

async function press(map: MapOnPage, key: string): Promise<string> {
  await sendKeys({press: key});
  await map.updateComplete;
  return map.focused?.ariaLabel ?? '';
}

/** Does something and waits until the map came to rest. */
async function settled(map: MapOnPage, act: () => void): Promise<void> {
  const before = map.moves.length;
  act();
  await waitUntil(() => map.moves.length > before, 'the map does not move', {timeout: 8000, interval: 20});
  await aTimeout(150);
}

function cluster(map: MapOnPage): HTMLElement {
  return map.find('[part="cluster"]')!;
}

/** How close it is, from how far two markers that are always there would stand apart. */
function zoomOf(map: MapOnPage): number {
  const {bounds} = map.map;
  const width = map.find('.stage')!.clientWidth;
  return Math.round(Math.log2((width * 360) / ((bounds![2] - bounds![0]) * 256)));
}

function wheel(map: MapOnPage, {ctrlKey}: {ctrlKey: boolean}): WheelEvent {
  const [clientX, clientY] = middleOf(map.find('.stage')!);
  const event = new WheelEvent('wheel', {deltaY: -100, ctrlKey, clientX, clientY, bubbles: true, cancelable: true, composed: true});
  map.find('.stage')!.dispatchEvent(event);
  return event;
}

type PointerType = 'pointerdown' | 'pointermove' | 'pointerup' | 'pointercancel';

function finger(target: Element, type: PointerType, pointerId: number, [x, y]: [number, number]): void {
  const {left, top} = target.getBoundingClientRect();
  target.dispatchEvent(
    new PointerEvent(type, {pointerId, pointerType: 'touch', clientX: left + x, clientY: top + y, bubbles: true, composed: true}),
  );
}

function mouse(target: Element, type: PointerType, [clientX, clientY]: readonly [number, number]): void {
  const buttons = type === 'pointerup' ? 0 : 1;
  target.dispatchEvent(
    new PointerEvent(type, {pointerId: 1, pointerType: 'mouse', buttons, clientX, clientY, bubbles: true, composed: true}),
  );
}

function mouseDrag(map: MapOnPage, by: number): void {
  const stage = map.find('.stage')!;
  const [x, y] = middleOf(stage);
  mouse(stage, 'pointerdown', [x, y]);
  mouse(stage, 'pointermove', [x + by, y]);
  mouse(stage, 'pointerup', [x + by, y]);
}

function middleOf(element: Element): [number, number] {
  const {left, top, width, height} = element.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}

function isInView(map: MapOnPage, marker: Element): boolean {
  const [x] = middleOf(marker);
  const {left, right} = map.find('.stage')!.getBoundingClientRect();
  return x > left && x < right;
}
