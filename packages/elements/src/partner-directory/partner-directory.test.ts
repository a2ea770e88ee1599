import {handlers, scenarios} from '@buurtkit/msw';
import {aTimeout, expect, fixture} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {TemplateResult} from 'lit';
import '../define/buurt-partner-directory.ts';
import type {BuurtReadyEvent, BuurtSelectEvent} from '../events/buurt-events.ts';
import {answerWith, api, impatientClient, requests, stopAnswering} from '../testing/answers.ts';
import {
  choose,
  find,
  heard,
  html,
  inAddress,
  isGone,
  isShown,
  leavePage,
  names,
  nextEvent,
  search,
  shownOnPage,
  showsCount,
} from '../testing/page.ts';
import type {PartnerDirectory} from './partner-directory.ts';

beforeEach(() => answerWith(...handlers({api})));
afterEach(() => {
  stopAnswering();
  leavePage();
});

const directory = html`<buurt-partner-directory api=${api} community="buurtkracht"></buurt-partner-directory>`;

function readyDirectory(template: TemplateResult = directory, selector = '[part="status"]'): Promise<PartnerDirectory> {
  return shownOnPage<PartnerDirectory>(template, selector);
}

function back(): Promise<void> {
  return new Promise((resolve) => {
    window.addEventListener('popstate', () => resolve(), {once: true});
    window.history.back();
  });
}

const title = (element: PartnerDirectory) => find(element, '[part="detail-title"]')?.textContent.trim();
const focused = (element: PartnerDirectory) => element.shadowRoot?.activeElement?.textContent?.trim();

async function openInstitute(element: PartnerDirectory): Promise<void> {
  find(element, '[data-slug="kennisinstituut-samenleven"] [part="title"]')?.click();
  await isShown(element, '[part="section-title"]');
}

async function openFollowed(element: PartnerDirectory): Promise<void> {
  find(element, '[data-address="groningen~stip-groningen"]')?.click();
  await isShown(element, '[part="chapter-title"]');
}

describe('the directory', () => {
  it('shows the organisations, each with its name as a link to its own page', async () => {
    const element = await readyDirectory();

    expect(names(element)).to.have.length(8);
    const link = find(element, '[data-slug="welzijn-de-brug"] [part="title"]') as HTMLAnchorElement;
    expect(link.textContent.trim()).to.equal('Welzijn De Brug');
    expect(link.href).to.match(/\/groningen\/sociale-kaart\/welzijn-de-brug$/);
  });

  it('tells the page once that it is there, and later which filters were chosen', async () => {
    const element = document.createElement('buurt-partner-directory');
    element.setAttribute('api', api);
    element.setAttribute('community', 'buurtkracht');
    const told: string[] = [];
    element.addEventListener('buurt-ready', ({component}: BuurtReadyEvent) => told.push(component));
    document.body.append(element);
    await isShown(element, '[part="item"]');
    const changed = nextEvent(element, 'buurt-filter-changed');
    await choose(element, 'kind', 'network');
    const {filters, total} = await changed;

    expect(told).to.deep.equal(['partner-directory']);
    expect({filters, total}).to.deep.equal({filters: {kind: ['network']}, total: 1});
    element.remove();
  });

  it('finds by name, says how many there are, and keeps what was chosen in the address of the page', async () => {
    const element = await readyDirectory();
    await search(element, 'brug');
    await showsCount(element, '1 organisatie gevonden');

    expect(names(element)).to.deep.equal(['Welzijn De Brug']);
    expect(heard(element)).to.equal('1 organisatie gevonden');
    expect(inAddress()).to.deep.equal({q: 'brug'});
  });

  it('finds who gives advice, and all of them again with one press', async () => {
    const element = await readyDirectory();
    await choose(element, 'function', 'advice');
    await showsCount(element, '1 organisatie gevonden');
    find(element, '.clear')?.click();
    await showsCount(element, '8 organisaties');

    expect(inAddress()).to.deep.equal({});
  });

  it('asks who is open now', async () => {
    const element = await readyDirectory();
    [...element.renderRoot.querySelectorAll<HTMLElement>('[part="filter"]')].find(({ariaPressed}) => ariaPressed === 'false')?.click();
    await isShown(element, '[aria-pressed="true"]');

    expect(inAddress()).to.deep.equal({open: 'now'});
    expect(new URLSearchParams(requests().at(-1)?.split('?')[1]).get('open')).to.equal('now');
  });

  it('shows only what the page narrows it to, and nobody widens that', async () => {
    window.history.replaceState(null, '', '?buurt=kind%3Dmunicipality');
    const element = await readyDirectory(
      html`<buurt-partner-directory api=${api} community="buurtkracht" kind="network,care"></buurt-partner-directory>`,
    );

    expect(names(element)).to.deep.equal(['Netwerk Kleine Dorpen', 'Wijkteam Noord', 'Zorgboerderij De Hoeve']);
  });

  it('says which attribute can’t be used, fetches nothing, and leaves the fallback', async () => {
    const before = requests().length;
    const element = await fixture<PartnerDirectory>(
      html`<buurt-partner-directory api=${api} community="buurtkracht"><a href="/alles">Alle organisaties</a></buurt-partner-directory>`,
    );
    const failed = nextEvent(element, 'buurt-error');
    element.kind = 'circus';
    const {code} = await failed;
    await element.updateComplete;

    expect(code).to.equal('element.bad-attribute');
    expect(element.matches(':state(error)')).to.equal(true);
    expect(requests().length - before).to.be.lessThan(3);
    expect(find(element, '[part="item"]')).to.equal(null);
  });

  it('keeps the fallback when it can’t be loaded, and comes when asked again', async () => {
    answerWith(...scenarios.offline({api}));
    const element = await readyDirectory(
      html`<buurt-partner-directory .client=${impatientClient()}><a href="/alles">Alle organisaties</a></buurt-partner-directory>`,
      '[part="retry"]',
    );
    const link = element.querySelector('a')!;
    expect(link.getBoundingClientRect().height).to.be.greaterThan(0);

    answerWith(...handlers({api}));
    find(element, '[part="retry"]')?.focus();
    find(element, '[part="retry"]')?.click();
    await isShown(element, '[part="item"]');
    await aTimeout(0);
    expect(focused(element)).to.equal('8 organisaties');
    expect(link.getBoundingClientRect().height).to.equal(0);
  });
});

describe('an organisation', () => {
  it('shows what it does for residents and where it stands behind, with its name as heading that has the focus', async () => {
    const element = await readyDirectory();
    await openInstitute(element);

    expect(title(element)).to.equal('Kennisinstituut Samenleven');
    expect(focused(element)).to.equal('Kennisinstituut Samenleven');
    expect(inAddress()).to.deep.equal({id: 'den-haag~kennisinstituut-samenleven'});
    expect(
      [...element.renderRoot.querySelectorAll('.detail li')].map(({textContent}) => textContent.replaceAll(/\s+/g, ' ').trim()),
    ).to.include('Buurtsuper Holwierde (volgt, sinds 2012)');
  });

  it('leads to an initiative, that to an organisation behind it, and Back undoes each step with the focus where it was', async () => {
    const element = await readyDirectory();
    await openInstitute(element);
    await openFollowed(element);
    expect(title(element)).to.equal('STIP Groningen');
    expect(focused(element)).to.equal('STIP Groningen');
    expect(inAddress()).to.deep.equal({id: 'den-haag~kennisinstituut-samenleven', initiative: 'groningen~stip-groningen'});

    find(element, '.detail [data-address="groningen~gemeente-groningen"]')?.click();
    await isShown(element, '[part="detail-title"]');
    await element.updateComplete;
    expect(title(element)).to.equal('Gemeente Groningen');
    expect(inAddress()).to.deep.equal({id: 'groningen~gemeente-groningen'});

    await back();
    await isShown(element, '[part="chapter-title"]');
    await aTimeout(0);
    expect(title(element)).to.equal('STIP Groningen');
    expect(focused(element)).to.equal('Gemeente Groningen');

    await back();
    await isGone(element, '[part="chapter-title"]');
    await aTimeout(20);
    expect(title(element)).to.equal('Kennisinstituut Samenleven');

    await back();
    await isGone(element, '[part="detail"]');
    await aTimeout(0);
    expect(focused(element)).to.equal('Kennisinstituut Samenleven');
  });

  it('is there again after the button back, with the focus and the scroll where they were; so is the list', async () => {
    const spacer = document.createElement('div');
    spacer.style.blockSize = '3000px';
    const element = await readyDirectory();
    element.before(spacer);
    await choose(element, 'kind', 'knowledge');
    await showsCount(element, '1 organisatie gevonden');
    window.scrollTo({top: 2800, behavior: 'instant'});
    await openInstitute(element);
    window.scrollTo({top: 2900, behavior: 'instant'});
    await openFollowed(element);
    expect(find(element, '[part="back"]')?.textContent.trim()).to.equal('Terug naar Kennisinstituut Samenleven');

    window.scrollTo({top: 0, behavior: 'instant'});
    find(element, '[part="back"]')?.click();
    await isGone(element, '[part="chapter-title"]');
    await aTimeout(0);
    expect(focused(element)).to.equal('STIP Groningen');
    expect(Math.abs(window.scrollY - 2900)).to.be.lessThan(2);

    await sendKeys({press: 'Escape'});
    await isGone(element, '[part="detail"]');
    await aTimeout(0);
    expect(focused(element)).to.equal('Kennisinstituut Samenleven');
    expect(names(element)).to.deep.equal(['Kennisinstituut Samenleven']);
    expect(inAddress()).to.deep.equal({kind: 'knowledge'});
    spacer.remove();
  });

  it('opens from a copied link, be it an organisation, an initiative, or one over the other', async () => {
    window.history.replaceState(null, '', '?buurt=initiative%3Dstip-groningen');
    const one = await readyDirectory(directory, '[part="chapter-title"]');
    expect(title(one)).to.equal('STIP Groningen');
    expect(find(one, '[part="back"]')?.textContent.trim()).to.equal('Terug naar de lijst');
    one.remove();

    window.history.replaceState(null, '', '?buurt=id%3Dkennisinstituut-samenleven%26initiative%3Dstip-groningen');
    const other = await readyDirectory(directory, '[part="chapter-title"]');
    find(other, '[part="back"]')?.click();
    await isGone(other, '[part="chapter-title"]');
    await isShown(other, '[data-address="groningen~stip-groningen"]');
    expect(title(other)).to.equal('Kennisinstituut Samenleven');
  });

  it('stays shut when the page shows it in its own way', async () => {
    const element = await readyDirectory();
    const chosen: Pick<BuurtSelectEvent, 'resource' | 'slug'>[] = [];
    element.addEventListener('buurt-select', (event) => {
      event.preventDefault();
      chosen.push({resource: event.resource, slug: event.slug});
    });
    find(element, '[data-slug="welzijn-de-brug"] [part="title"]')?.click();
    await element.updateComplete;

    expect(chosen).to.deep.equal([{resource: 'partner', slug: 'welzijn-de-brug'}]);
    expect(find(element, '[part="detail"]')).to.equal(null);
  });

  it('asks the page about an initiative too', async () => {
    const element = await readyDirectory();
    await openInstitute(element);
    element.addEventListener('buurt-select', (event) => event.preventDefault());
    const chosen = nextEvent(element, 'buurt-select');
    find(element, '[data-address="groningen~stip-groningen"]')?.click();
    const {resource, id, slug} = await chosen;

    expect({resource, id, slug}).to.deep.equal({resource: 'initiative', id: null, slug: 'stip-groningen'});
    expect(title(element)).to.equal('Kennisinstituut Samenleven');
  });

  it('can be reached and left with the keyboard alone', async () => {
    const element = await readyDirectory();
    find(element, '[data-slug="kennisinstituut-samenleven"] [part="title"]')?.focus();
    await sendKeys({press: 'Enter'});
    await isShown(element, '[part="section-title"]');
    expect(focused(element)).to.equal('Kennisinstituut Samenleven');
    await sendKeys({press: 'Tab'});
    expect(focused(element)).to.equal('Buurtsuper Holwierde');
    await sendKeys({press: 'Enter'});
    await isShown(element, '.detail-facts');
    await sendKeys({press: 'Escape'});
    await aTimeout(20);

    expect(focused(element)).to.equal('Buurtsuper Holwierde');
  });

  it('is loaded anew when the page asks for it, and stays meanwhile', async () => {
    const element = await readyDirectory();
    await openInstitute(element);
    await element.refresh();

    expect(title(element)).to.equal('Kennisinstituut Samenleven');
    expect(requests().filter((request) => request.includes('/partners/')).length).to.equal(2);
  });
});
