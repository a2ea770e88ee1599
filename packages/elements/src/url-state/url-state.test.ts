import {handlers} from '@buurtkit/msw';
import {aTimeout, expect} from '@open-wc/testing';
import '../define/buurt-initiative-map.ts';
import {answerWith, api, impatientClient, stopAnswering} from '../testing/answers.ts';
import {choose, find, html, inAddress, isGone, isShown, leavePage, names, readyMap, search, showsCount} from '../testing/page.ts';

beforeEach(() => answerWith(...handlers({api})));
afterEach(() => {
  stopAnswering();
  leavePage();
});

function back(): Promise<void> {
  return new Promise((resolve) => {
    window.addEventListener('popstate', () => resolve(), {once: true});
    window.history.back();
  });
}

describe('the address of the page', () => {
  it('holds what the reader chose, and leaves what was there as it was', async () => {
    window.history.replaceState({page: 1}, '', '?a=b%20c&q=iets#kop');
    const element = await readyMap();
    await choose(element, 'kind', 'shop');
    await showsCount(element, '1 initiatief gevonden');

    expect(window.location.search).to.equal('?a=b%20c&q=iets&buurt=kind%3Dshop');
    expect(window.location.hash).to.equal('#kop');
    expect(window.history.state).to.deep.equal({page: 1});
  });

  it('shows the same list and initiative to whoever gets the link', async () => {
    window.history.replaceState(null, '', `?buurt=${encodeURIComponent('kind=shop,playground&id=eemsdelta~buurtsuper-holwierde')}`);
    const element = await readyMap();

    expect((await isShown(element, '[part="detail-title"]')).textContent).to.equal('Buurtsuper Holwierde');
    find(element, '[part="back"]')?.click();
    await isGone(element, '[part="detail"]');
    expect(names(element)).to.deep.equal(['Buurtsuper Holwierde', 'Krajicek Playground Den Haag']);
    expect(document.activeElement).to.equal(element);
  });

  it('goes one step back for each thing that was done, and a word is one thing', async () => {
    const element = await readyMap();
    await choose(element, 'kind', 'time-exchange');
    await showsCount(element, '2 initiatieven gevonden');
    await search(element, 'zier');
    await aTimeout(300);
    await search(element, 'zierikzee');
    await showsCount(element, '1 initiatief gevonden');
    await aTimeout(300);
    find(element, '[part="title"]')?.click();
    await isShown(element, '[part="detail"]');
    expect(inAddress()).to.deep.equal({q: 'zierikzee', kind: 'time-exchange', id: 'schouwen-duiveland~tijdspunten-zierikzee'});

    await back();
    await isGone(element, '[part="detail"]');
    await aTimeout(0);
    expect(element.shadowRoot?.activeElement?.textContent?.trim()).to.equal('Tijdspunten Zierikzee');
    await back();
    await showsCount(element, '2 initiatieven gevonden');
    expect((find(element, '[part="search"]') as HTMLInputElement).value).to.equal('');
    await back();
    await showsCount(element, '7 initiatieven');
  });

  it('keeps two components on one page apart', async () => {
    const both = html`<div>
      <buurt-initiative-map view="list" api=${api} community="buurtkracht" state-key="links"></buurt-initiative-map>
      <buurt-initiative-map view="list" api=${api} community="buurtkracht" state-key="rechts"></buurt-initiative-map>
    </div>`;
    const left = await readyMap(both);
    const right = left.nextElementSibling as typeof left;
    await isShown(right, '[part="item"]');
    await choose(left, 'kind', 'shop');
    await showsCount(left, '1 initiatief gevonden');
    await choose(right, 'kind', 'time-exchange');
    await showsCount(right, '2 initiatieven gevonden');

    expect([inAddress('links'), inAddress('rechts')]).to.deep.equal([{kind: 'shop'}, {kind: 'time-exchange'}]);
    await back();
    await showsCount(right, '7 initiatieven');
    expect(names(left)).to.deep.equal(['Buurtsuper Holwierde']);
  });

  it('leaves out what no filter knows, also when a link says so', async () => {
    window.history.replaceState(null, '', `?buurt=${encodeURIComponent('kind=winkel&id=../x&soort=1&theme=sport')}`);
    const element = await readyMap(html`<buurt-initiative-map view="list" .client=${impatientClient()}></buurt-initiative-map>`);

    expect(find(element, '[part="detail"]')).to.equal(null);
    expect(names(element)).to.deep.equal(['Krajicek Playground Den Haag']);
  });

  it('goes back also after a hundred steps in a row, where Safari writes no more for half a minute', async () => {
    const {pushState} = window.history;
    const element = await readyMap();
    await choose(element, 'kind', 'shop');
    await showsCount(element, '1 initiatief gevonden');
    window.history.pushState = () => {
      throw new DOMException('more than 100 times per 30 seconds', 'SecurityError');
    };
    await choose(element, 'kind', 'playground');
    await showsCount(element, '2 initiatieven gevonden');
    window.history.pushState = pushState;

    await back();
    await showsCount(element, '7 initiatieven');
    await choose(element, 'kind', 'playground');
    await showsCount(element, '1 initiatief gevonden');
    expect(inAddress()).to.deep.equal({kind: 'playground'});
  });

  it('works in memory where the address may not be written', async () => {
    const {pushState} = window.history;
    window.history.pushState = () => {
      throw new DOMException('not here', 'SecurityError');
    };
    const element = await readyMap();
    await choose(element, 'kind', 'shop');
    await showsCount(element, '1 initiatief gevonden');
    window.history.pushState = pushState;

    expect(inAddress()).to.deep.equal({});
    find(element, '.clear')?.click();
    await showsCount(element, '7 initiatieven');
  });
});
