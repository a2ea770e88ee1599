import type {Reader, Community, InitiativeListItem} from '@buurtkit/sdk';
import {
  initiativeMessages,
  listMessages,
  type InitiativeDetailMessages,
  type InitiativeMessages,
  type Language,
  type ListMessages,
  type MapMessages,
  type WhereAndWhenMessages,
} from '@buurtkit/texts';
import {LitElement, html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {CommunityPart} from '../community/community-part.ts';
import {FaultReporter, type AttributeFault} from '../configuration/attribute-fault.ts';
import {Configuration, type TokenProvider} from '../configuration/configuration.ts';
import {BuurtSelectEvent} from '../events/buurt-events.ts';
import type {Filters} from '../filters/filters.ts';
import {moveFocus} from '../focus/move-focus.ts';
import {isPlainPress} from '../list/result-row.ts';
import type {MapChoice} from '../map/map.ts';
import {Announcer} from '../status/announcer.ts';
import {ElementState, type StateName} from '../status/element-state.ts';
import {errorEventOf, failure} from '../status/failure.ts';
import {skeleton} from '../status/skeleton.ts';
import {Look} from '../styles/look.ts';
import {styles} from '../styles/styles.ts';
import {InitiativeList} from './initiative-list.ts';
import {readAttributes, type InitiativeMapView} from './initiative-map-attributes.ts';
import {InitiativePanel} from './initiative-panel.ts';
import {MapSlot, mapSlotStyles, type MapPlace} from './map-slot.ts';
import {ReaderChoices, type MapView} from './reader-choices.ts';

export type {InitiativeMapView};

/** All that the component says; give `messages` the ones that should be otherwise. */
export type InitiativeMapMessages = ListMessages & InitiativeMessages & InitiativeDetailMessages & WhereAndWhenMessages & MapMessages;

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

  readonly #configuration = new Configuration(this);
  readonly #faults = new FaultReporter(this);
  readonly #state = new ElementState(this);
  readonly #announcer = new Announcer(this);
  readonly #look = new Look(this);
  readonly #choices = new ReaderChoices(
    this,
    () => this.stateKey,
    (before) => this.#handleTravel(before),
  );
  readonly #list = new InitiativeList(this, {
    choices: this.#choices,
    announcer: this.#announcer,
    onOpen: (event, item) => this.#handleOpen(event, item),
  });
  readonly #settings = new CommunityPart(this);
  readonly #panel = new InitiativePanel(this);
  readonly #map = new MapSlot(this, this.#announcer, {
    onOpen: (choice) => this.#open(choice, true),
    onMove: ({center, zoom}, bounds) => this.#choices.move({center: [...center], zoom}, [...bounds]),
    onOnlyInView: (box) => this.#choices.narrowTo(box && [...box]),
    onFailure: (error) => this.dispatchEvent(errorEventOf(error)),
  });

  #setup: {client: Reader; base: Filters; start: MapView | null} | null = null;
  #refreshes = 0;
  #scrolled: number | null = null;
  /** Whether what is open was opened on the map, to go back to there. */
  #isFromMap = false;
  #fault: AttributeFault | null = null;
  #language: Language = 'nl';
  #words: ListMessages & InitiativeMessages = {...listMessages.nl('je'), ...initiativeMessages.nl('je')};

  override connectedCallback(): void {
    super.connectedCallback();
    this.#choices.read();
  }

  protected override willUpdate(): void {
    this.#language = this.#configuration.language;
    const addressForm = this.#community?.addressForm ?? 'je';
    this.#words = {...listMessages[this.#language](addressForm), ...initiativeMessages[this.#language](addressForm), ...this.messages};
    this.#look.show(this.#settings.lookRules);
    this.#setUp();
    this.#loadWhatChanged();
    if (this.#setup)
      this.#list.show({
        ...this.#setup,
        words: this.#words,
        ownWords: this.messages,
        language: this.#language,
        timeZone: this.#timeZone,
        headingLevel: this.headingLevel,
        community: this.#community,
        addressOf: (item) => this.#addressOf(item),
      });
  }

  protected override render(): TemplateResult {
    return html`
      <div class="frame">
        <div class="root" lang=${this.#language}>${this.#setup ? this.#renderContent() : nothing} ${this.#announcer.render()}</div>
        <slot ?hidden=${this.#list.results.hasLoaded}></slot>
        <slot name="footer"></slot>
      </div>
    `;
  }

  protected override updated(): void {
    this.#state.show(this.#stateName);
    this.#faults.report(this.#fault);
  }

  /** Loads everything again, for example after a change elsewhere on the page. */
  async refresh(): Promise<void> {
    this.#refreshes += 1;
    await this.#list.refresh();
  }

  #renderContent(): TemplateResult {
    const {hasLoaded, error, isLoading} = this.#list.results;
    if (!hasLoaded && !error) return html`${this.#hasFallback ? nothing : skeleton()}`;
    const onRetry = () => this.#list.results.retry();
    if (!hasLoaded) return failure({error, messages: this.#words, isRetrying: isLoading, onRetry});
    const {opened, view} = this.#choices;
    const place = this.#map.placeOf(this.view, view);
    // Beside the panel the map shows where it is; above it, it would only be in the way.
    const map = place === 'none' || (place === 'above' && opened !== null) ? nothing : this.#renderMap(opened);
    return html`
      <div ?hidden=${opened !== null}>${this.#list.renderFilters()} ${this.#renderToggle(place)}</div>
      <div class=${place === 'none' ? '' : `with-map ${place}`}>
        ${place === 'above' ? map : nothing}
        <div>
          ${opened === null ? nothing : this.#renderPanel(opened)}
          <div class="overview" ?hidden=${opened !== null} aria-busy=${isLoading}>${this.#list.render()}</div>
        </div>
        ${place === 'beside' ? map : nothing}
      </div>
      ${this.#settings.renderNotes(this.#words)}
    `;
  }

  /** Side by side there is nothing to choose. */
  #renderToggle(place: MapPlace): TemplateResult | typeof nothing {
    if (this.view === 'list' || (place === 'beside' && this.view === 'split')) return nothing;
    const isShown = place !== 'none';
    return html`<p class="more">
      <button class="button" part="view" type="button" @click=${() => this.#choices.show(isShown ? 'list' : 'map')}>
        ${isShown ? this.#words.showList : this.#words.showMap}
      </button>
    </p>`;
  }

  #renderMap(opened: string | null): TemplateResult {
    const {client, start} = this.#setup!;
    return this.#map.render({
      client,
      start,
      api: this.#configuration.api,
      tiles: this.tiles,
      question: this.#list.question,
      total: this.#choices.box ? null : this.#list.results.total,
      at: this.#choices.at,
      opened: opened === null ? null : (this.#panel.initiative ?? this.#listed(opened) ?? null),
      isOnlyInView: this.#choices.box !== null,
      headingLevel: this.headingLevel,
      language: this.#language,
      ownWords: this.messages,
    });
  }

  #listed(address: string): InitiativeListItem | undefined {
    return this.#list.results.items.find((item) => this.#addressOf(item) === address || item.slug === address);
  }

  #renderPanel(address: string): TemplateResult {
    return this.#panel.render({
      listed: this.#listed(address),
      words: this.#words,
      ownWords: this.messages,
      language: this.#language,
      timeZone: this.#timeZone,
      headingLevel: this.headingLevel,
      community: this.#community,
      onClose: () => this.#handleClose(address),
      onOpen: (other) => this.#choices.open(other),
    });
  }

  get #community(): Community | null {
    return this.#settings.value;
  }

  get #timeZone(): string {
    return this.#community?.timeZone ?? 'Europe/Amsterdam';
  }

  get #focused(): Element | null {
    return (this.renderRoot as ShadowRoot).activeElement;
  }

  get #hasFallback(): boolean {
    return [...this.childNodes].some((node) => (node instanceof Element ? !node.slot : node.textContent?.trim()));
  }

  get #stateName(): StateName {
    const {hasLoaded, error, total} = this.#list.results;
    if (this.#fault || error) return 'error';
    if (!hasLoaded) return 'loading';
    return total === 0 ? 'empty' : 'ready';
  }

  /** Within a region two communities can have the same slug; there a thing is named with its community. */
  #addressOf({slug, community}: {slug: string; community: string}): string {
    const own = this.#configuration.community ?? this.#community?.slug ?? community;
    return own === community ? slug : `${community}~${slug}`;
  }

  #setUp(): void {
    const attributes = readAttributes(this);
    const {client} = this.#configuration;
    this.#setup = null;
    if ('fault' in attributes) this.#fault = attributes.fault;
    else if ('missing' in client)
      this.#fault = {attribute: client.missing, reason: 'is missing here, on a provider around it and on the script'};
    else {
      this.#fault = null;
      this.#setup = {client, ...attributes};
    }
  }

  #loadWhatChanged(): void {
    const {opened: address} = this.#choices;
    const client = this.#setup?.client;
    const refreshes = this.#refreshes;
    if (client) this.#settings.ask([client, refreshes], (signal) => client.communities.get(undefined, {signal}));
    this.#panel.show(client && address ? {client, address, refreshes} : null);
  }

  #handleOpen(event: MouseEvent, item: InitiativeListItem): void {
    if (!isPlainPress(event)) return;
    event.preventDefault();
    this.#open(item, false);
  }

  #open({id, slug, community}: MapChoice, isFromMap: boolean): void {
    if (!this.dispatchEvent(new BuurtSelectEvent({resource: 'initiative', id, slug}))) return;
    this.#scrolled = window.scrollY;
    this.#isFromMap = isFromMap;
    this.#choices.open(this.#addressOf({slug, community}));
    void moveFocus(this, '.detail-title', '.back');
  }

  #handleClose(address: string): void {
    this.#choices.open(null);
    void this.#returnTo(address);
  }

  async #returnTo(address: string | null): Promise<void> {
    await this.updateComplete;
    if (this.#scrolled !== null) window.scrollTo({top: this.#scrolled, behavior: 'instant'});
    this.#scrolled = null;
    if (this.#isFromMap && this.#map.returnToLast()) return;
    await moveFocus(this, `[data-address="${address}"]`, '.status');
  }

  #handleTravel(before: string | null): void {
    this.#list.forgetTyping();
    const {opened} = this.#choices;
    if (opened === before || !this.#focused) return;
    if (opened === null) void this.#returnTo(before);
    else void moveFocus(this, '.detail-title', '.back');
  }
}
