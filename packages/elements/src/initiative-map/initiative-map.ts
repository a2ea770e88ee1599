import type {Initiative, InitiativeListItem, Reader} from '@buurtkit/sdk';
import {
  initiativeMessages,
  listMessages,
  openingMessages,
  statusMessages,
  type ChoosingMessages,
  type CommunityMessages,
  type InitiativeDetailMessages,
  type InitiativeMessages,
  type ListMessages,
  type MapMessages,
  type OpeningMessages,
  type StatusMessages,
  type WhereAndWhenMessages,
} from '@buurtkit/texts';
import {LitElement, html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {ReaderChoices} from '../choices/reader-choices.ts';
import {ComponentFrame} from '../component/component-frame.ts';
import type {TokenProvider} from '../configuration/configuration.ts';
import {detailFrame} from '../detail/detail-frame.ts';
import {DetailPanel} from '../detail/detail-panel.ts';
import {Layers} from '../detail/layers.ts';
import {BuurtSelectEvent} from '../events/buurt-events.ts';
import {loadInitiative, type InitiativeModel} from '../initiative/load-initiative.ts';
import type {ListWords} from '../list/result-list.ts';
import {isPlainPress} from '../list/result-row.ts';
import type {MapChoice} from '../map/map.ts';
import {errorEventOf} from '../status/failure.ts';
import {styles} from '../styles/styles.ts';
import {initiativeFilterRules} from './initiative-filters.ts';
import {InitiativeList} from './initiative-list.ts';
import {readAttributes, type InitiativeMapView} from './initiative-map-attributes.ts';
import {MapChoices, type MapView} from './map-choices.ts';
import {MapSlot, mapSlotStyles, type MapPlace} from './map-slot.ts';

export type {InitiativeMapView};

/** All that the component says; give `messages` the ones that should be otherwise. */
export type InitiativeMapMessages = StatusMessages &
  ListMessages &
  ChoosingMessages &
  OpeningMessages &
  CommunityMessages &
  InitiativeMessages &
  InitiativeDetailMessages &
  WhereAndWhenMessages &
  MapMessages;

/**
 * Shows the initiatives of a neighbourhood, village or region in a list with filters and on a map, and the story of each.
 *
 * @summary Initiatives in a list and on a map, with filters, search and their stories.
 * @tag buurt-initiative-map
 * @slot - Shown until the initiatives are there, and when they can't be loaded: a link to the page with all of them.
 * @slot footer - Your own addition, for example a link to propose an initiative.
 * @fires {BuurtReadyEvent} buurt-ready - The initiatives are there.
 * @fires {BuurtSelectEvent} buurt-select - Somebody chose an initiative; `preventDefault()` keeps our panel shut.
 * @fires {BuurtFilterChangedEvent} buurt-filter-changed - Other filters were chosen and their results are there.
 * @fires {BuurtErrorEvent} buurt-error - Something could not be loaded, or an attribute can't be used.
 * @csspart filters - Search field, filters and what is chosen.
 * @csspart search - The search field.
 * @csspart filter - A button that opens a filter.
 * @csspart chip - A chosen filter that can be taken away.
 * @csspart status - The count above the list.
 * @csspart list - The list.
 * @csspart item - One initiative in the list.
 * @csspart title - The name of an initiative in the list.
 * @csspart badge - What is otherwise: a stage, or that this is a sample.
 * @csspart more - The button that shows more.
 * @csspart empty - What is said when there is nothing.
 * @csspart form - A form below one thing in full, with its buttons.
 * @csspart form-title - Its heading.
 * @csspart field - One question with its label, hint and error.
 * @csspart error-summary - All that is wrong, above the form.
 * @csspart error-summary-title - Its heading.
 * @csspart submit - The button that sends it.
 * @csspart error - What is said when loading fails.
 * @csspart retry - The button that tries again.
 * @csspart detail - The panel of one initiative.
 * @csspart back - The button back to the list.
 * @csspart detail-title - The name of the initiative in its panel.
 * @csspart map - The map, with its buttons and what it counts.
 * @csspart marker - One initiative on the map.
 * @csspart cluster - Several initiatives close together on the map.
 * @csspart panel - The list of initiatives at one place on the map.
 * @csspart view - The button that shows the map, or the list alone.
 * @csspart section-title - A heading within the panel.
 * @csspart chapter-title - The heading of a chapter of the story.
 * @cssproperty [--buurt-reserve=40rem] - Room that is kept while loading, so that the page does not jump.
 * @cssproperty [--buurt-map-height=clamp(20rem, 65svh, 44rem)] - How high the map is.
 * @cssproperty --buurt-link-color - Colour of links; the community's own when left out.
 * @cssproperty --buurt-button-background-color - Colour of the main button, together with `--buurt-button-color`.
 * @cssproperty --buurt-button-color - Text on the main button.
 * @cssproperty --buurt-focus-color - Colour of the focus ring, together with `--buurt-focus-inverse-color`.
 * @cssproperty --buurt-focus-inverse-color - Colour between the focus ring and what it is around.
 * @cssproperty --buurt-border-radius - How round corners are.
 * @cssproperty --buurt-font-family - Font; the page's own when left out.
 * @cssproperty --buurt-heading-font-family - Font of headings.
 * @cssproperty --buurt-heading-color - Colour of headings.
 * @cssproperty --buurt-heading-2-font-size - Size of a heading, for each level.
 * @cssstate loading - Nothing is there yet.
 * @cssstate ready - There are initiatives.
 * @cssstate empty - There are none, or none that fit.
 * @cssstate error - Loading failed, or an attribute can't be used.
 */
export class InitiativeMap extends LitElement {
  static override styles = [styles, mapSlotStyles];

  /** The community whose initiatives are shown, by its slug; a region shows those of all its members. */
  @property() community: string | null = null;

  /** Address of the API, for example `https://buurt.example.nl`. */
  @property() api: string | null = null;

  /** Level of the heading, so that it fits the outline of the page around it. */
  @property({attribute: 'heading-level', type: Number}) headingLevel = 2;

  /** What is shown: `list` without a map, a `button` for the map, `split` for both side by side where there is room, or the `map` above the list. */
  @property() view: InitiativeMapView = 'split';

  /** Only initiatives in this area: a CBS code such as `GM1676`, or a name the community gave. Several with commas. */
  @property() area: string | null = null;

  /** Only initiatives that fit these filters, as in the address of the API: `kind=shop,playground&theme=meeting`. */
  @property() filters: string | null = null;

  /** Middle of the map as `lon,lat`; without it the map shows all there is. */
  @property() center: string | null = null;

  /** How close the map is, 0–20, together with `center`. */
  @property({type: Number}) zoom: number | null = null;

  /** The map's background: `standaard`, `grijs`, `pastel`, `none` for an outline only, or the address of a tile server with `{z}`, `{x}` and `{y}`. */
  @property() tiles: string | null = null;

  /** Name of the parameter in the page's address that holds what the reader chose. Two on one page need different ones. */
  @property({attribute: 'state-key'}) stateKey = 'buurt';

  /** A client of your own, instead of `api` and `community`. */
  @property({attribute: false}) client: Reader | null = null;

  /** Gives the key of the visitor that your page knows. */
  @property({attribute: false}) tokenProvider: TokenProvider | null = null;

  /** Own words, in place of some of ours. */
  @property({attribute: false}) messages: Partial<InitiativeMapMessages> = {};

  readonly #frame = new ComponentFrame(this);
  readonly #mapChoices = new MapChoices((act) => this.#choices.step(act));
  readonly #choices = new ReaderChoices(this, this.#mapChoices, {
    key: () => this.stateKey,
    rules: initiativeFilterRules,
    onTravel: (before) => this.#handleTravel(before),
  });
  readonly #initiatives = new InitiativeList(this, {
    choices: this.#choices,
    mapChoices: this.#mapChoices,
    announcer: this.#frame.announcer,
    onOpen: (event, item) => this.#handleOpen(event, item),
  });
  readonly #list = this.#initiatives.list;
  readonly #panel = new DetailPanel<Initiative, InitiativeModel>(this, (opened, signal) => loadInitiative(this, opened, signal));
  readonly #map = new MapSlot(this, this.#frame.announcer, {
    onOpen: (choice) => this.#open(choice, true),
    onMove: ({center, zoom}, bounds) => this.#mapChoices.move({center: [...center], zoom}, [...bounds]),
    onOnlyInView: (box) => this.#mapChoices.narrowTo(box && [...box]),
    onFailure: (error) => this.dispatchEvent(errorEventOf(error)),
  });
  readonly #layers = new Layers(this, () => this.#isFromMap && this.#map.returnToLast());

  #start: MapView | null = null;
  #place!: MapPlace;
  /** Whether what is open was opened on the map, to go back to there. */
  #isFromMap = false;
  #words!: ListWords & InitiativeMessages & OpeningMessages;

  override connectedCallback(): void {
    super.connectedCallback();
    // Until the first update, which is a task of its own, the fallback stays where it was.
    this.renderOptions.renderBefore ??= this.renderRoot.appendChild(document.createElement('slot'));
    this.#choices.read();
  }

  /** Each update is a task of its own: together with what led to it, it would keep a slow phone from answering. */
  protected override async scheduleUpdate(): Promise<void> {
    await nextTask();
    // The first one asks for everything, which is as much work as drawing it.
    if (!this.hasUpdated) {
      this.willUpdate();
      await nextTask();
    }
    await super.scheduleUpdate();
  }

  protected override willUpdate(): void {
    const {base, start, fault} = readAttributes(this);
    this.#start = start;
    this.#frame.update(fault);
    const {client, language, addressForm, timeZone, community, refreshes} = this.#frame;
    this.#words = {
      ...statusMessages[language](addressForm),
      ...listMessages[language](addressForm),
      ...initiativeMessages[language](addressForm),
      ...openingMessages[language](addressForm),
      ...this.messages,
    };
    const {opened: address} = this.#choices;
    this.#panel.show(client && address ? {client, address, refreshes} : null);
    if (!client) return;
    this.#place = this.#map.placeOf(this.view, this.#mapChoices.view);
    this.#initiatives.show({
      client,
      base,
      language,
      timeZone,
      community,
      words: this.#words,
      ownWords: this.messages,
      headingLevel: this.headingLevel,
      addressOf: (item) => this.#frame.addressOf(item),
    });
  }

  protected override render(): TemplateResult {
    const {results} = this.#list;
    const {hasLoaded, isLoading, error} = results;
    return this.#frame.render({
      hasLoaded,
      isLoading,
      error,
      words: this.#words,
      onRetry: () => results.retry(),
      content: () => this.#renderContent(),
    });
  }

  protected override updated(): void {
    const {hasLoaded, error, total} = this.#list.results;
    this.#frame.report(error ? 'error' : !hasLoaded || !this.#list.isDrawn ? 'loading' : total === 0 ? 'empty' : 'ready');
  }

  /** Loads everything again, for example after a change elsewhere on the page. */
  async refresh(): Promise<void> {
    this.#frame.refreshes += 1;
    await this.#list.refresh();
  }

  #renderContent(): TemplateResult {
    const {opened} = this.#choices;
    const place = this.#place;
    // Beside the panel the map shows where it is; above it, it would only be in the way.
    const map = place === 'none' || (place === 'above' && opened !== null) ? nothing : this.#renderMap(opened);
    return html`
      <div ?hidden=${opened !== null}>${this.#list.renderFilters()} ${this.#renderToggle()}</div>
      <div class=${place === 'none' ? '' : `with-map ${place}`}>
        ${place === 'above' ? map : nothing}
        <div>
          ${opened === null ? nothing : this.#renderPanel(opened)}
          <div class="overview" ?hidden=${opened !== null} aria-busy=${this.#list.results.isLoading}>${this.#list.render()}</div>
        </div>
        ${place === 'beside' ? map : nothing}
      </div>
      ${this.#list.isDrawn ? this.#frame.renderNotes(this.messages) : nothing}
    `;
  }

  /** Side by side there is nothing to choose. */
  #renderToggle(): TemplateResult | typeof nothing {
    if (this.view === 'list' || (this.#place === 'beside' && this.view === 'split')) return nothing;
    const isShown = this.#place !== 'none';
    return html`<p class="more">
      <button class="button" part="view" type="button" @click=${() => this.#mapChoices.show(isShown ? 'list' : 'map')}>
        ${isShown ? this.#words.showList : this.#words.showMap}
      </button>
    </p>`;
  }

  #renderMap(opened: string | null): TemplateResult {
    const {at, box} = this.#mapChoices;
    return this.#map.render({
      client: this.#frame.client!,
      start: this.#start,
      api: this.#frame.configuration.api,
      tiles: this.tiles,
      question: this.#initiatives.fitting,
      total: box ? null : this.#list.results.total,
      at,
      opened: opened === null ? null : (this.#panel.thing ?? this.#listed(opened) ?? null),
      isOnlyInView: box !== null,
      headingLevel: this.headingLevel,
      language: this.#frame.language,
      ownWords: this.messages,
    });
  }

  #listed(address: string): InitiativeListItem | undefined {
    return this.#list.results.items.find((item) => this.#frame.addressOf(item) === address || item.slug === address);
  }

  #renderPanel(address: string): TemplateResult {
    const {language, timeZone, community} = this.#frame;
    return detailFrame({
      backLabel: this.#words.backToList,
      onClose: () => this.#handleClose(address),
      content: this.#panel.render({
        listed: this.#listed(address),
        words: this.#words,
        ownWords: this.messages,
        language,
        timeZone,
        headingLevel: this.headingLevel,
        community,
        onOpen: (other) => this.#choices.open(other),
        addressOf: (thing) => this.#frame.addressOf(thing),
        onOpenInitiative: null,
        onOpenPartner: null,
      }),
    });
  }

  #handleOpen(event: MouseEvent, item: InitiativeListItem): void {
    if (!isPlainPress(event)) return;
    event.preventDefault();
    this.#open(item, false);
  }

  #open({id, slug, community}: MapChoice, isFromMap: boolean): void {
    if (!this.dispatchEvent(new BuurtSelectEvent({resource: 'initiative', id, slug}))) return;
    const address = this.#frame.addressOf({slug, community});
    this.#layers.leave([], address);
    this.#isFromMap = isFromMap;
    this.#choices.open(address);
    void this.#layers.follow([], [address]);
  }

  #handleClose(address: string): void {
    this.#choices.open(null);
    void this.#layers.follow([address], []);
  }

  #handleTravel(before: string | null): void {
    this.#list.filterBar.forgetTyping();
    const {opened} = this.#choices;
    if (opened === before || !(this.renderRoot as ShadowRoot).activeElement) return;
    void this.#layers.follow(before === null ? [] : [before], opened === null ? [] : [opened]);
  }
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve));
}
