import type {Client, Community, InitiativeFilters, InitiativeListItem} from '@buurtkit/sdk';
import {Task, initialState} from '@lit/task';
import {
  formatCount,
  initiativeMessages,
  listMessages,
  type InitiativeDetailMessages,
  type InitiativeMessages,
  type Language,
  type ListMessages,
} from '@buurtkit/texts';
import {LitElement, html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {communityNotes, sampleMark} from '../community/community-notes.ts';
import {FaultReporter, type AttributeFault} from '../configuration/attribute-fault.ts';
import {Configuration, type TokenProvider} from '../configuration/configuration.ts';
import {BuurtFilterChangedEvent, BuurtReadyEvent, BuurtSelectEvent} from '../events/buurt-events.ts';
import {FilterBar} from '../filters/filter-bar.ts';
import {hasChoices, noFilters, toggle, within, type Filters} from '../filters/filters.ts';
import {StableCounts} from '../filters/stable-counts.ts';
import {heading} from '../headings/heading.ts';
import {PagedResults, type LoadedPart} from '../list/paged-results.ts';
import {isPlainPress, resultRow} from '../list/result-row.ts';
import {Announcer} from '../status/announcer.ts';
import {ElementState, type StateName} from '../status/element-state.ts';
import {errorEventOf, failure, failureWords} from '../status/failure.ts';
import {skeleton} from '../status/skeleton.ts';
import {Look} from '../styles/look.ts';
import {styles} from '../styles/styles.ts';
import {InitiativePanel} from './initiative-panel.ts';
import {ReaderChoices} from './reader-choices.ts';
import {initiativeFacets, initiativeFilterGroups} from './initiative-filters.ts';
import {readAttributes, type InitiativeMapView} from './initiative-map-attributes.ts';
import {initiativeRow} from './initiative-row.ts';

export type {InitiativeMapView};

/** All that the component says; give `messages` the ones that should be otherwise. */
export type InitiativeMapMessages = ListMessages & InitiativeMessages & InitiativeDetailMessages;

const pageSize = 20;

/**
 * Shows the initiatives of a neighbourhood, village or region in a list with filters, and the story of each.
 *
 * @summary Initiatives with filters, search and their stories.
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
 * @csspart section-title - A heading within the panel.
 * @csspart chapter-title - The heading of a chapter of the story.
 * @cssproperty [--buurt-reserve=40rem] - Room that is kept while loading, so that the page does not jump.
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
  static override styles = styles;

  /** The community whose initiatives are shown, by its slug; a region shows those of all its members. */
  @property() community: string | null = null;

  /** Address of the API, for example `https://buurt.example.nl`. */
  @property() api: string | null = null;

  /** Level of the heading, so that it fits the outline of the page around it. */
  @property({attribute: 'heading-level', type: Number}) headingLevel = 2;

  /** What is shown: `list`, `button`, `split` or `map`. Until there is a map all show the list. */
  @property() view: InitiativeMapView = 'split';

  /** Only initiatives in this area: a CBS code such as `GM1676`, or a name the community gave. Several with commas. */
  @property() area: string | null = null;

  /** Only initiatives that fit these filters, as in the address of the API: `kind=shop,playground&theme=meeting`. */
  @property() filters: string | null = null;

  /** Middle of the map as `lon,lat`, for when there is a map. */
  @property() center: string | null = null;

  /** How close the map is, 0–20, for when there is a map. */
  @property({type: Number}) zoom: number | null = null;

  /** Where the map's pictures come from, for when there is a map. */
  @property() tiles: string | null = null;

  /** Name of the parameter in the page's address that holds what the reader chose. Two on one page need different ones. */
  @property({attribute: 'state-key'}) stateKey = 'buurt';

  /** A client of your own, instead of `api` and `community`. */
  @property({attribute: false}) client: Client | null = null;

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
  readonly #results = new PagedResults<InitiativeListItem>(this, {
    onLoaded: (part, firstNew) => void this.#handleLoaded(part, firstNew),
    onFailed: (error) => this.#handleFailed(error),
  });
  readonly #filterBar = new FilterBar(this, {
    onWords: (words) => this.#choices.search(words),
    onToggle: (key, value) => this.#choices.choose(toggle(this.#choices.filters, key, value)),
    onClear: () => this.#choices.choose(noFilters),
    onShow: () => void this.#moveFocus('.status'),
    onFailure: (error) => this.#handleFailed(error),
  });
  readonly #settings = new Task(this, {
    args: () => [this.#setup?.client, this.#refreshes] as const,
    task: ([client], {signal}) => (client ? client.communities.get(undefined, {signal}) : initialState),
  });
  readonly #panel = new InitiativePanel(this, () => {
    const address = this.#choices.opened;
    return this.#setup && address ? {client: this.#setup.client, address, refreshes: this.#refreshes} : null;
  });

  #setup: {client: Client; base: Filters} | null = null;
  #asked: {client: Client; base: string; query: string} | null = null;
  /** What the list that is there was asked with; what was just chosen may be on its way still. */
  #shown: Filters = noFilters;
  #isFilterAct = false;
  #refreshes = 0;
  #loading: Promise<void> = Promise.resolve();
  #scrolled: number | null = null;
  #counts = new StableCounts();
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
    this.#look.show(this.#community?.look ?? null);
    this.#setUp();
    if (this.#setup) this.#askWhatChanged(this.#setup);
  }

  protected override render(): TemplateResult {
    return html`
      <div class="frame">
        <div class="root" lang=${this.#language}>${this.#setup ? this.#renderContent() : nothing} ${this.#announcer.render()}</div>
        <slot ?hidden=${this.#results.hasLoaded}></slot>
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
    if (!this.#asked) return;
    this.#refreshes += 1;
    this.#asked = null;
    this.requestUpdate();
    await this.updateComplete;
    await this.#loading;
  }

  #renderContent(): TemplateResult {
    const {hasLoaded, error, isLoading} = this.#results;
    if (!hasLoaded && !error) return html`${this.#hasFallback ? nothing : skeleton()}`;
    const failed = error ? failure({error, messages: this.#words, isRetrying: isLoading, onRetry: () => this.#results.retry()}) : nothing;
    if (!hasLoaded) return html`${failed}`;
    const {opened} = this.#choices;
    return html`
      ${opened === null ? nothing : this.#renderPanel(opened)}
      <div class="overview" ?hidden=${opened !== null} aria-busy=${isLoading}>
        ${this.#renderFilters()}
        <div class="count-line">${heading(this.headingLevel, this.#countText, 'status')} ${sampleMark(this.#community, this.#words)}</div>
        ${failed} ${this.#results.total === 0 ? this.#renderEmpty() : this.#renderList()}
      </div>
      ${communityNotes(this.#community, this.#words)}
    `;
  }

  #renderFilters(): TemplateResult {
    const groups = initiativeFilterGroups({
      counts: this.#counts.of(this.#results.facets),
      chosen: this.#choices.filters,
      base: this.#setup?.base ?? noFilters,
      community: this.#community,
      messages: this.#words,
      language: this.#language,
    });
    return this.#filterBar.render({
      searchLabel: this.#words.search,
      showLabel: this.#words.showFound(this.#results.total),
      words: this.#choices.filters.words,
      groups,
      messages: this.#words,
      language: this.#language,
    });
  }

  #renderList(): TemplateResult {
    const {items, next, total, isLoading} = this.#results;
    const count = (number: number) => formatCount(number, this.#language);
    return html`
      <ul class="list" part="list">
        ${items.map((item) => this.#renderRow(item))}
      </ul>
      ${
        next === null
          ? nothing
          : html`<p class="more">
              <button
                class="button"
                part="more"
                type="button"
                aria-disabled=${isLoading ? 'true' : nothing}
                @click=${() => this.#results.more()}
              >
                ${this.#words.showMore}
              </button>
              <span class="muted">${this.#words.shownOfTotal(count(items.length), count(total))}</span>
            </p>`
      }
    `;
  }

  #renderRow(item: InitiativeListItem): TemplateResult {
    const row = initiativeRow(item, {address: this.#addressOf(item), language: this.#language, timeZone: this.#timeZone});
    return resultRow(row, (event) => this.#handleOpen(event, item));
  }

  #renderEmpty(): TemplateResult {
    return html`<p part="empty">${hasChoices(this.#shown) ? this.#words.noneFoundHint : this.#words.noneHint}</p>`;
  }

  #renderPanel(address: string): TemplateResult {
    return this.#panel.render({
      listed: this.#results.items.find((item) => this.#addressOf(item) === address || item.slug === address),
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
    return this.#settings.value ?? null;
  }

  get #timeZone(): string {
    return this.#community?.timeZone ?? 'Europe/Amsterdam';
  }

  get #focused(): Element | null {
    return (this.renderRoot as ShadowRoot).activeElement;
  }

  get #countText(): string {
    const {total} = this.#results;
    const isNarrowed = hasChoices(this.#shown);
    if (total === 0) return isNarrowed ? this.#words.noneFound : this.#words.none;
    return isNarrowed ? this.#words.countFound(total) : this.#words.count(total);
  }

  get #hasFallback(): boolean {
    return [...this.childNodes].some((node) => (node instanceof Element ? !node.slot : node.textContent?.trim()));
  }

  get #stateName(): StateName {
    const {hasLoaded, error, total} = this.#results;
    if (this.#fault || error) return 'error';
    if (!hasLoaded) return 'loading';
    return total === 0 ? 'empty' : 'ready';
  }

  /** Within a region two communities can have the same slug; there a thing is named with its community. */
  #addressOf({slug, community}: InitiativeListItem): string {
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
      this.#setup = {client, base: attributes.base};
    }
  }

  #askWhatChanged({client, base}: {client: Client; base: Filters}): void {
    const query = {...asQuery(within(base, this.#choices.filters)), facets: initiativeFacets, limit: pageSize};
    const asked = {client, base: JSON.stringify(base), query: JSON.stringify(query)};
    const before = this.#asked;
    if (before?.client === client && before.query === asked.query) return;
    this.#asked = asked;
    if (before?.client !== client || before.base !== asked.base) this.#counts = new StableCounts();
    this.#isFilterAct = before?.client === client && before.base === asked.base;
    this.#announcer.sayAfter(1000, this.#words.loading);
    this.#loading = this.#results.load((cursor, signal) => client.initiatives.list({...query, cursor}, {signal}), {
      isOther: before !== null && before.client !== client,
    });
  }

  async #moveFocus(...selectors: string[]): Promise<void> {
    await this.updateComplete;
    const target = selectors.map((selector) => this.renderRoot.querySelector<HTMLElement>(selector)).find((found) => found !== null);
    target?.focus();
  }

  #handleOpen(event: MouseEvent, item: InitiativeListItem): void {
    if (!isPlainPress(event)) return;
    event.preventDefault();
    const {id, slug} = item;
    if (!this.dispatchEvent(new BuurtSelectEvent({resource: 'initiative', id, slug}))) return;
    this.#scrolled = window.scrollY;
    this.#choices.open(this.#addressOf(item));
    void this.#moveFocus('.detail-title', '.back');
  }

  #handleClose(address: string): void {
    this.#choices.open(null);
    void this.#returnTo(address);
  }

  async #returnTo(address: string | null): Promise<void> {
    await this.updateComplete;
    if (this.#scrolled !== null) window.scrollTo({top: this.#scrolled, behavior: 'instant'});
    this.#scrolled = null;
    await this.#moveFocus(`[data-address="${address}"]`, '.status');
  }

  #handleTravel(before: string | null): void {
    this.#filterBar.forgetTyping();
    const {opened} = this.#choices;
    if (opened === before || !this.#focused) return;
    if (opened === null) void this.#returnTo(before);
    else void this.#moveFocus('.detail-title', '.back');
  }

  async #handleLoaded(part: LoadedPart, firstNew: number): Promise<void> {
    const wasOnRetry = this.#focused?.part.contains('retry') ?? false;
    const {total, items} = this.#results;
    this.#shown = this.#choices.filters;
    this.#announcer.silence();
    if (part === 'more')
      this.#announcer.say(this.#words.shownOfTotal(formatCount(items.length, this.#language), formatCount(total, this.#language)));
    else if (this.#isFilterAct)
      this.#announcer.say(total ? this.#words.countFound(total) : `${this.#words.noneFound}. ${this.#words.noneFoundHint}`);
    await this.updateComplete;
    if (part === 'more') await this.#moveFocus(`.item:nth-child(${firstNew + 1}) .title`);
    else if (this.#isFilterAct) this.dispatchEvent(new BuurtFilterChangedEvent({filters: this.#choices.filters.values, total}));
    else this.dispatchEvent(new BuurtReadyEvent({component: 'initiative-map'}));
    if (wasOnRetry) await this.#moveFocus('.status');
  }

  #handleFailed(error: unknown): void {
    const {title, hint} = failureWords(error, this.#words);
    this.#announcer.say(`${title}. ${hint}`);
    this.dispatchEvent(errorEventOf(error));
  }
}

/** The values were read by the API's own vocabularies. */
function asQuery({words, values}: Filters): InitiativeFilters {
  return {...values, ...(words ? {q: words} : {})};
}
