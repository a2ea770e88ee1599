import {handlers, scenarios} from '@buurtkit/msw';
import {aTimeout, expect, nextFrame} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import '../define/buurt-initiative-map.ts';
import '../define/buurt-provider.ts';
import type {BuurtErrorEvent, BuurtReadyEvent, BuurtSelectEvent} from '../events/buurt-events.ts';
import {answerWith, api, impatientClient, requests, stopAnswering} from '../testing/answers.ts';
import {
  choose,
  find,
  hasFocusOn,
  heard,
  html,
  isGone,
  isShown,
  leavePage,
  mapOnPage,
  names,
  nextEvent,
  readyMap,
  search,
  showsCount,
} from '../testing/page.ts';

beforeEach(() => answerWith(...handlers({api})));
afterEach(() => {
  stopAnswering();
  leavePage();
});

describe('the list', () => {
  it('shows what the community has, with its name as a link to its own page', async () => {
    const element = await readyMap();

    expect(names(element)).to.have.length(7);
    const link = (await isShown(element, '[data-slug="stip-groningen"] [part="title"]')) as HTMLAnchorElement;
    expect(link.textContent.trim()).to.equal('STIP Groningen');
    expect(link.href).to.match(/\/groningen\/initiatieven\/stip-groningen$/);
  });

  it('tells the page once that it is there', async () => {
    const element = document.createElement('buurt-initiative-map');
    element.setAttribute('api', api);
    element.setAttribute('community', 'buurtkracht');
    const told: string[] = [];
    element.addEventListener('buurt-ready', ({component}: BuurtReadyEvent) => told.push(component));
    document.body.append(element);
    await isShown(element, '[part="item"]');
    await choose(element, 'kind', 'shop');
    await showsCount(element, '1 initiatief gevonden');

    expect(told).to.deep.equal(['initiative-map']);
    element.remove();
  });

  it('leaves what stood there in sight until it draws itself', async () => {
    const element = document.createElement('buurt-initiative-map');
    element.setAttribute('api', api);
    element.setAttribute('community', 'buurtkracht');
    element.innerHTML = '<a href="/">Alle initiatieven</a>';
    document.body.append(element);
    const fallback = element.firstElementChild!;
    const part = (name: string) => element.renderRoot?.querySelector(`[part="${name}"]`) ?? null;
    const inSight: boolean[] = [];
    while (!part('item')) {
      inSight.push(fallback.checkVisibility() || part('filters') !== null);
      await nextFrame();
    }

    expect(inSight.length).to.be.greaterThan(1);
    expect(inSight).not.to.include(false);
    expect(fallback.checkVisibility()).to.equal(false);
    element.remove();
  });

  it('is there when all its rows are', async () => {
    answerWith(...scenarios.many(45, {api}));
    const element = await mapOnPage(html`<buurt-initiative-map view="list" api=${api} community="buurtkracht"></buurt-initiative-map>`);
    const seen: number[] = [];
    new MutationObserver(() => seen.push(names(element).length)).observe(element.renderRoot, {subtree: true, childList: true});
    await nextEvent(element, 'buurt-ready');

    expect(names(element)).to.have.length(20);
    expect(
      seen.find((rows) => rows > 0),
      'some at a time',
    ).to.be.lessThan(20);
  });

  it('shows twenty, and with the focus on the first new one the next twenty', async () => {
    answerWith(...scenarios.many(45, {api}));
    const element = await readyMap();
    const before = names(element).length;
    find(element, '[part="more"]')?.click();
    await isShown(element, '[part="item"]:nth-child(40)');
    await element.updateComplete;
    await aTimeout(0);

    expect(before).to.equal(20);
    expect(names(element)).to.have.length(40);
    expect(element.shadowRoot?.activeElement?.textContent?.trim()).to.equal(names(element)[20]);
    expect(heard(element)).to.equal('40 van 45');
  });

  it('says so when there is nothing, and when nothing fits', async () => {
    answerWith(...scenarios.empty({api}));
    const empty = await readyMap();
    expect(find(empty, '[part="status"]')?.textContent).to.equal('Hier staan nog geen initiatieven');
    expect(empty.matches(':state(empty)')).to.equal(true);
    empty.remove();

    answerWith(...handlers({api}));
    const element = await readyMap();
    await search(element, 'bestaatniet');
    await showsCount(element, 'Niets gevonden');
    expect(heard(element)).to.equal('Niets gevonden. Haal een filter weg, of zoek op een ander woord.');
  });

  it('loads again when the page asks for it', async () => {
    const element = await readyMap();
    answerWith(...scenarios.empty({api}));
    const ready = nextEvent(element, 'buurt-ready');
    await element.refresh();
    await ready;

    expect(names(element)).to.deep.equal([]);
  });
});

describe('search and filters', () => {
  it('changes the list while somebody types, says how many there are, and keeps the words out of what the page hears', async () => {
    const element = await readyMap();
    const changed = nextEvent(element, 'buurt-filter-changed');
    await search(element, 'loket');
    const event = await changed;

    expect(names(element)).to.deep.equal(['STIP Groningen']);
    expect(heard(element)).to.equal('1 initiatief gevonden');
    expect({filters: event.filters, total: event.total}).to.deep.equal({filters: {}, total: 1});
  });

  it('asks once for a word that is typed in one go, and at once on Enter', async () => {
    const element = await readyMap();
    const before = requests().length;
    find(element, '[part="search"]')?.focus();
    await sendKeys({type: 'loket'});
    await sendKeys({press: 'Enter'});
    await showsCount(element, '1 initiatief gevonden');

    const searches = requests()
      .slice(before)
      .map((request) => new URLSearchParams(request.split('?')[1]).get('q'));
    expect(searches.at(-1)).to.equal('loket');
    expect(searches.filter((words) => words === 'loket')).to.have.length(1);
  });

  it('shows with each choice how many there are, and the chosen ones to take away', async () => {
    const element = await readyMap();
    await choose(element, 'kind', 'time-exchange');
    await showsCount(element, '2 initiatieven gevonden');
    await choose(element, 'kind', 'shop');
    await showsCount(element, '3 initiatieven gevonden');
    const counts = [...element.renderRoot.querySelectorAll('.choice')].map((choice) => choice.textContent?.replaceAll(/\s+/g, ' ').trim());
    expect(counts).to.include('Tijd delen 2');

    find(element, '[part="chip"]')?.click();
    await showsCount(element, '2 initiatieven gevonden');
    expect(find(element, '[part="chip"]')?.textContent?.trim()).to.equal('Tijd delen');

    find(element, '.clear')?.click();
    await showsCount(element, '7 initiatieven');
    expect(find(element, '[part="chip"]')).to.equal(null);
  });

  it('keeps the choices of a filter in place while another narrows the list', async () => {
    const element = await readyMap();
    const buttons = () => [...element.renderRoot.querySelectorAll<HTMLElement>('[part="filter"]')].map(({dataset}) => dataset['filter']);
    const before = buttons();
    await choose(element, 'kind', 'shop');
    await showsCount(element, '1 initiatief gevonden');

    expect(buttons()).to.deep.equal(before);
  });

  it('shows only what the page narrows it to, and offers nothing else', async () => {
    const element = await readyMap(
      html`<buurt-initiative-map view="list" api=${api} community="buurtkracht" filters="kind=shop,playground"></buurt-initiative-map>`,
    );
    find(element, '[data-filter="kind"]')?.click();
    await isShown(element, '.choice');

    expect(names(element)).to.deep.equal(['Buurtsuper Holwierde', 'Krajicek Playground Den Haag']);
    expect([...element.renderRoot.querySelectorAll<HTMLInputElement>('.choice input')].map(({value}) => value)).to.deep.equal([
      'shop',
      'playground',
    ]);
  });

  it('never lets an older answer stand over a newer one', async () => {
    const client = impatientClient();
    const slow = Promise.withResolvers<void>();
    const list = client.initiatives.list;
    client.initiatives.list = ((query: {kind?: readonly string[]}, options?: object) =>
      (async () => {
        if (query.kind?.includes('shop') && query.kind.length === 1) await slow.promise;
        return list({...query} as Parameters<typeof list>[0], query.kind?.length === 1 ? {} : options);
      })()) as unknown as typeof list;
    const element = await readyMap(html`<buurt-initiative-map view="list" .client=${client}></buurt-initiative-map>`);
    await choose(element, 'kind', 'shop');
    await choose(element, 'kind', 'playground');
    await showsCount(element, '2 initiatieven gevonden');
    slow.resolve();
    await aTimeout(50);

    expect(names(element)).to.have.length(2);
  });

  it('keeps the list that is there while another is on its way', async () => {
    const element = await readyMap();
    answerWith(...scenarios.slow(400, {api}), ...handlers({api}));
    await choose(element, 'kind', 'shop');
    await aTimeout(50);

    expect(names(element)).to.have.length(7);
    expect(find(element, '[aria-busy="true"]')).not.to.equal(null);
    await showsCount(element, '1 initiatief gevonden');
  });
});

describe('the panel of an initiative', () => {
  it('opens with the focus on its name, tells its story, and gives the focus back', async () => {
    const element = await readyMap();
    find(element, '[data-slug="stip-groningen"] [part="title"]')?.click();
    await isShown(element, '[part="chapter-title"]');
    await hasFocusOn(element, 'STIP Groningen');
    expect(find(element, '.overview')?.hidden).to.equal(true);

    await sendKeys({press: 'Escape'});
    await isGone(element, '[part="detail"]');
    await hasFocusOn(element, 'STIP Groningen');
    expect(find(element, '.overview')?.hidden).to.equal(false);
  });

  it('leaves it to the page when the page says so', async () => {
    const element = await readyMap();
    element.addEventListener('buurt-select', (event: BuurtSelectEvent) => event.preventDefault(), {once: true});
    const chosen = nextEvent(element, 'buurt-select');
    find(element, '[data-slug="stip-groningen"] [part="title"]')?.click();
    const {resource, slug, id} = await chosen;
    await element.updateComplete;

    expect({resource, slug}).to.deep.equal({resource: 'initiative', slug: 'stip-groningen'});
    expect(id).to.match(/^[0-9a-f-]{36}$/);
    expect(find(element, '[part="detail"]')).to.equal(null);
  });

  it('leaves a press that asks for a new tab to the browser', async () => {
    const element = await readyMap();
    const press = new MouseEvent('click', {bubbles: true, composed: true, cancelable: true, ctrlKey: true});
    let wasOurs = false;
    document.addEventListener('click', (event) => ([wasOurs] = [event.defaultPrevented, event.preventDefault()]), {once: true});
    find(element, '[part="title"]')?.dispatchEvent(press);

    expect(wasOurs).to.equal(false);
    expect(find(element, '[part="detail"]')).to.equal(null);
  });

  it('says so when an initiative is no longer there', async () => {
    window.history.replaceState(null, '', '?buurt=id%3Dverdwenen');
    const element = await readyMap(html`<buurt-initiative-map view="list" .client=${impatientClient()}></buurt-initiative-map>`);

    expect((await isShown(element, '[part="error"]')).textContent).to.include('Dit is er niet meer');
    find(element, '[part="back"]')?.click();
    await isGone(element, '[part="detail"]');
    expect(names(element)).to.have.length(7);
  });
});

describe('with the keyboard', () => {
  it('goes from the search field past the filters to the list, opens an initiative and comes back', async () => {
    const element = await readyMap();
    find(element, '[part="search"]')?.focus();
    const walk: string[] = [];
    for (let step = 0; step < 8; step += 1) {
      await sendKeys({press: 'Tab'});
      walk.push(element.shadowRoot?.activeElement?.textContent?.trim() ?? '');
    }
    expect(walk).to.deep.equal([
      'In de buurt',
      'Soort',
      'Thema',
      'Gemeente',
      'Nu open',
      'Meer filters',
      'Buurtfirma Hoofddorp',
      'Buurtsuper Holwierde',
    ]);

    await sendKeys({press: 'Enter'});
    await isShown(element, '[part="detail-title"]');
    await sendKeys({press: 'Escape'});
    await isGone(element, '[part="detail"]');
    await hasFocusOn(element, 'Buurtsuper Holwierde');
  });

  it('opens a filter, chooses, closes it with Escape, and goes to the results', async () => {
    const element = await readyMap();
    find(element, '[data-filter="kind"]')?.focus();
    await sendKeys({press: 'Enter'});
    await isShown(element, '.choice');
    await sendKeys({press: 'Escape'});
    await isGone(element, '.choice');
    expect(element.shadowRoot?.activeElement?.textContent?.trim()).to.equal('Soort');

    await sendKeys({press: 'Enter'});
    (await isShown(element, '.choice input')).focus();
    await sendKeys({press: 'Tab'});
    await sendKeys({press: ' '});
    await showsCount(element, '1 initiatief gevonden');
    expect(find(element, '.choice input:checked')).to.equal(element.shadowRoot?.activeElement);

    (await isShown(element, '.filter-panel .primary')).focus();
    await sendKeys({press: 'Enter'});
    await isGone(element, '.choice');
    await hasFocusOn(element, '1 initiatief gevonden');
  });

  it('keeps the focus near when a chosen filter is taken away', async () => {
    const element = await readyMap();
    await choose(element, 'kind', 'shop');
    await choose(element, 'kind', 'playground');
    await showsCount(element, '2 initiatieven gevonden');
    find(element, '[part="chip"]')?.focus();
    await sendKeys({press: 'Enter'});
    await showsCount(element, '1 initiatief gevonden');
    expect(element.shadowRoot?.activeElement?.textContent?.trim()).to.equal('Speelplek');

    await sendKeys({press: 'Enter'});
    await showsCount(element, '7 initiatieven');
    await aTimeout(0);
    expect(element.shadowRoot?.activeElement?.id).to.equal('words');
  });
});

describe('when loading fails', () => {
  it('says what happened above the fallback, tells the page, and keeps the focus while trying again', async () => {
    answerWith(...scenarios.failing('server.unavailable', {api}));
    const failed = nextEvent(document.body, 'buurt-error');
    const element = await mapOnPage(
      html`<buurt-initiative-map view="list" .client=${impatientClient()}><a href="/alles">Alle initiatieven</a></buurt-initiative-map>`,
    );
    const {code, status} = await failed;
    const retry = await isShown(element, '[part="retry"]');
    expect({code, status}).to.deep.equal({code: 'server.unavailable', status: 503});
    expect(element.matches(':state(error)')).to.equal(true);
    const fallback = element.querySelector('a')!;
    expect(fallback.checkVisibility()).to.equal(true);
    expect(fallback.getBoundingClientRect().top).to.be.greaterThan(retry.getBoundingClientRect().bottom);
    expect(heard(element)).to.include('Laden lukt nu niet');

    retry.focus();
    retry.click();
    await nextEvent(element, 'buurt-error');
    await element.updateComplete;
    expect(element.shadowRoot?.activeElement).to.equal(retry);

    answerWith(...handlers({api}));
    retry.click();
    await showsCount(element, '7 initiatieven');
    await hasFocusOn(element, '7 initiatieven');
    expect(fallback.checkVisibility()).to.equal(false);
  });

  it('keeps the list and the choice when only a filter fails', async () => {
    const element = await readyMap(html`<buurt-initiative-map view="list" .client=${impatientClient()}></buurt-initiative-map>`);
    answerWith(...scenarios.failing('request.rate-limited', {api}));
    await choose(element, 'kind', 'shop');
    await isShown(element, '[part="error"]');

    expect(names(element)).to.have.length(7);
    expect(find(element, '.notice-title')?.textContent).to.equal('Het is nu erg druk');
    answerWith(...handlers({api}));
    find(element, '[part="retry"]')?.click();
    await showsCount(element, '1 initiatief gevonden');
  });

  it('shows the list all the same when only the settings of the community fail', async () => {
    const client = impatientClient();
    client.communities.get = () => Promise.reject(new Error('no settings'));
    const element = await readyMap(html`<buurt-initiative-map view="list" .client=${client}></buurt-initiative-map>`);

    expect(names(element)).to.have.length(7);
  });
});

describe('what the page says', () => {
  for (const [what, template] of [
    ['a community that nobody named', html`<buurt-initiative-map view="list" api=${api}><a href="/">Alles</a></buurt-initiative-map>`],
    [
      'a heading level that is none',
      html`<buurt-initiative-map view="list" api=${api} community="x" heading-level="9"><a href="/">Alles</a></buurt-initiative-map>`,
    ],
    [
      'a filter that is none',
      html`<buurt-initiative-map view="list" api=${api} community="x" filters="soort=winkel"><a href="/">Alles</a></buurt-initiative-map>`,
    ],
    [
      'a kind that is none',
      html`<buurt-initiative-map view="list" api=${api} community="x" filters="kind=winkel"><a href="/">Alles</a></buurt-initiative-map>`,
    ],
    [
      'a middle that is none',
      html`<buurt-initiative-map view="list" api=${api} community="x" center="Drenthe"><a href="/">Alles</a></buurt-initiative-map>`,
    ],
  ] as const) {
    it(`shows the fallback, asks nothing and warns once for ${what}`, async () => {
      const warnings: unknown[] = [];
      const realWarn = console.warn;
      console.warn = (text: unknown) => warnings.push(text);
      const codes: string[] = [];
      const listen = ({code}: BuurtErrorEvent) => codes.push(code);
      document.body.addEventListener('buurt-error', listen);
      const element = await mapOnPage(template);
      element.requestUpdate();
      await element.updateComplete;
      await aTimeout(20);
      console.warn = realWarn;
      document.body.removeEventListener('buurt-error', listen);

      expect(requests()).to.deep.equal([]);
      expect(warnings).to.have.length(1);
      expect(codes).to.deep.equal(['element.bad-attribute']);
      expect(element.querySelector('a')?.checkVisibility()).to.equal(true);
      expect(element.matches(':state(error)')).to.equal(true);
    });
  }

  it('takes the API and the community from the provider around it, and follows when they change', async () => {
    const element = await readyMap(
      html`<buurt-provider api=${api} community="eemsdelta"><buurt-initiative-map view="list"></buurt-initiative-map></buurt-provider>`,
    );
    expect(names(element)).to.deep.equal(['Buurtsuper Holwierde']);

    element.closest('buurt-provider')!.setAttribute('community', 'schouwen-duiveland');
    await isShown(element, '[data-slug="tijdspunten-zierikzee"]');
    expect(names(element)).to.deep.equal(['Tijdspunten Zierikzee']);
  });

  it('speaks the language of the page, and says where a text is in another', async () => {
    const element = await readyMap(
      html`<div lang="en-GB"><buurt-initiative-map view="list" api=${api} community="buurtkracht"></buurt-initiative-map></div>`,
    );

    expect(find(element, '[part="status"]')?.textContent).to.equal('7 initiatives');
    expect(find(element, '.root')?.lang).to.equal('en');
    expect(find(element, '[data-slug="stip-groningen"] .item-summary')?.textContent).to.include('A desk in the neighbourhood');
  });

  it('fits its heading into the outline of the page', async () => {
    const element = await readyMap(
      html`<buurt-initiative-map view="list" api=${api} community="buurtkracht" heading-level="4"></buurt-initiative-map>`,
    );
    expect(find(element, '[part="status"]')?.localName).to.equal('h4');
    find(element, '[data-slug="stip-groningen"] [part="title"]')?.click();
    expect((await isShown(element, '[part="section-title"]')).localName).to.equal('h5');
    expect(find(element, '[part="chapter-title"]')?.localName).to.equal('h6');
  });

  it('says things in the words of the page', async () => {
    const element = await readyMap(
      html`<buurt-initiative-map
        view="list"
        api=${api}
        community="buurtkracht"
        .messages=${{search: 'Zoek in ons dorp', clearAll: 'Toon weer alles'}}
      ></buurt-initiative-map>`,
    );

    expect(find(element, 'label')?.textContent).to.equal('Zoek in ons dorp');

    find(element, '[data-filter="theme"]')?.click();
    (await isShown(element, '.choice input')).click();
    expect((await isShown(element, '.clear')).textContent).to.equal('Toon weer alles');
  });

  it('gives what the page adds a place of its own', async () => {
    const element = await readyMap(
      html`<buurt-initiative-map view="list" api=${api} community="buurtkracht"
        ><a slot="footer" href="/nieuw">Meld een initiatief</a></buurt-initiative-map
      >`,
    );

    expect(element.querySelector('a')?.checkVisibility()).to.equal(true);
  });
});
