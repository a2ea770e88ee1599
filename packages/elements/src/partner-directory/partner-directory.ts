import type {Initiative, Partner, PartnerListItem, Reader} from '@buurtkit/sdk';
import {
  listMessages,
  openingMessages,
  partnerMessages,
  statusMessages,
  type ChoosingMessages,
  type CommunityMessages,
  type InitiativeDetailMessages,
  type ListMessages,
  type OpeningMessages,
  type PartnerDetailMessages,
  type PartnerMessages,
  type StatusMessages,
} from '@buurtkit/texts';
import {LitElement, html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {ReaderChoices} from '../choices/reader-choices.ts';
import {ComponentFrame} from '../component/component-frame.ts';
import type {TokenProvider} from '../configuration/configuration.ts';
import {detailFrame} from '../detail/detail-frame.ts';
import {DetailPanel} from '../detail/detail-panel.ts';
import {Layers, type Path} from '../detail/layers.ts';
import {BuurtSelectEvent} from '../events/buurt-events.ts';
import {loadInitiative, type InitiativeModel, type Named} from '../initiative/load-initiative.ts';
import {ResultList, type ListWords} from '../list/result-list.ts';
import {isPlainPress} from '../list/result-row.ts';
import {styles} from '../styles/styles.ts';
import {loadPartner, type PartnerModel} from './load-partner.ts';
import {OpenedInitiative} from './opened-initiative.ts';
import {readAttributes} from './partner-directory-attributes.ts';
import {partnerFilterRules} from './partner-filters.ts';
import {PartnerList, type PartnerListModel} from './partner-list.ts';

/** All that the component says; give `messages` the ones that should be otherwise. */
export type PartnerDirectoryMessages = StatusMessages &
  ListMessages &
  ChoosingMessages &
  OpeningMessages &
  CommunityMessages &
  PartnerMessages &
  PartnerDetailMessages &
  InitiativeDetailMessages;

/**
 * Shows the organisations of a neighbourhood, village or region in a list with filters: what each does for residents, and which
 * initiatives it stands behind.
 *
 * @summary Organisations in a list, with filters, their services and the initiatives they stand behind.
 * @tag buurt-partner-directory
 * @slot - Shown until the organisations are there, and when they can't be loaded: a link to the page with all of them.
 * @slot footer - Your own addition, for example a link to register an organisation.
 * @fires {BuurtReadyEvent} buurt-ready - The organisations are there.
 * @fires {BuurtSelectEvent} buurt-select - Somebody chose an organisation or an initiative; `preventDefault()` keeps our panel shut.
 * @fires {BuurtFilterChangedEvent} buurt-filter-changed - Other filters were chosen and their results are there.
 * @fires {BuurtErrorEvent} buurt-error - Something could not be loaded, or an attribute can't be used.
 * @csspart filters - Search field, filters and what is chosen.
 * @csspart search - The search field.
 * @csspart filter - A button that opens a filter.
 * @csspart chip - A chosen filter that can be taken away.
 * @csspart status - The count above the list.
 * @csspart list - The list.
 * @csspart item - One organisation in the list.
 * @csspart title - The name of an organisation in the list.
 * @csspart badge - What is otherwise: that this is a sample, or a service that isn't there now.
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
 * @csspart detail - The panel of one organisation or initiative.
 * @csspart back - The button back to the list, or from an initiative to the organisation.
 * @csspart detail-title - The name of the organisation or initiative in its panel.
 * @csspart section-title - A heading within the panel.
 * @csspart chapter-title - The heading of a service, or of a chapter of the story.
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
 * @cssstate ready - There are organisations.
 * @cssstate empty - There are none, or none that fit.
 * @cssstate error - Loading failed, or an attribute can't be used.
 */
export class PartnerDirectory extends LitElement {
  static override styles = styles;

  /** The community whose organisations are shown, by its slug; a region shows those of all its members. */
  @property() community: string | null = null;

  /** Address of the API, for example `https://buurt.example.nl`. */
  @property() api: string | null = null;

  /** Level of the heading, so that it fits the outline of the page around it. */
  @property({attribute: 'heading-level', type: Number}) headingLevel = 2;

  /** Only organisations of this kind, as in the API: `social-work`. Several with commas. */
  @property() kind: string | null = null;

  /** Only organisations with services on this theme: `loneliness`. Several with commas. */
  @property() theme: string | null = null;

  /** Only organisations in this area: a CBS code such as `GM1676`, or a name the community gave. Several with commas. */
  @property() area: string | null = null;

  /** Name of the parameter in the page's address that holds what the reader chose. Two on one page need different ones. */
  @property({attribute: 'state-key'}) stateKey = 'buurt';

  /** A client of your own, instead of `api` and `community`. */
  @property({attribute: false}) client: Reader | null = null;

  /** Gives the key of the visitor that your page knows. */
  @property({attribute: false}) tokenProvider: TokenProvider | null = null;

  /** Own words, in place of some of ours. */
  @property({attribute: false}) messages: Partial<PartnerDirectoryMessages> = {};

  readonly #frame = new ComponentFrame(this);
  readonly #initiative = new OpenedInitiative();
  readonly #choices = new ReaderChoices(this, this.#initiative, {
    key: () => this.stateKey,
    rules: partnerFilterRules,
    onTravel: () => this.#handleTravel(),
  });
  readonly #list = new ResultList<PartnerListItem, PartnerListModel>(this, new PartnerList(this.#choices), {
    choices: this.#choices,
    announcer: this.#frame.announcer,
    onOpen: (event, item) => this.#handleOpen(event, item),
  });
  readonly #partnerPanel = new DetailPanel<Partner, PartnerModel>(this, (opened, signal) => loadPartner(this, opened, signal));
  readonly #initiativePanel = new DetailPanel<Initiative, InitiativeModel>(this, (opened, signal) => loadInitiative(this, opened, signal));
  readonly #layers = new Layers(this);

  /** What was open when it was last shown. */
  #path: Path = [];
  /** What was opened last, as what named it knows it. */
  #pressed: Named | null = null;
  #words!: ListWords & PartnerMessages & OpeningMessages;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#choices.read();
  }

  protected override willUpdate(): void {
    const {base, fault} = readAttributes(this);
    this.#frame.update(fault);
    const {client, language, addressForm, timeZone, community, refreshes} = this.#frame;
    this.#words = {
      ...statusMessages[language](addressForm),
      ...listMessages[language](addressForm),
      ...partnerMessages[language](addressForm),
      ...openingMessages[language](addressForm),
      ...this.messages,
    };
    this.#path = this.#opened;
    const load = (address: string | null) => (client && address ? {client, address, refreshes} : null);
    this.#partnerPanel.show(load(this.#choices.opened));
    this.#initiativePanel.show(load(this.#initiative.address));
    if (client)
      this.#list.show({
        client,
        base,
        language,
        timeZone,
        community,
        words: this.#words,
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

  /** What is open lies over the rest, which stays as it was. */
  #renderContent(): TemplateResult {
    const {opened} = this.#choices;
    const {address} = this.#initiative;
    return html`
      ${address === null ? nothing : this.#renderInitiative(address)}
      ${opened === null ? nothing : html`<div ?hidden=${address !== null}>${this.#renderPartner(opened)}</div>`}
      <div class="overview" ?hidden=${this.#path.length > 0} aria-busy=${this.#list.results.isLoading}>
        ${this.#list.renderFilters()} ${this.#list.render()}
      </div>
      ${this.#list.isDrawn ? this.#frame.renderNotes(this.messages) : nothing}
    `;
  }

  #renderPartner(address: string): TemplateResult {
    return detailFrame({
      backLabel: this.#words.backToList,
      onClose: () => this.#go(null, null),
      content: this.#partnerPanel.render({
        ...this.#detailModel,
        listed: this.#list.results.items.find((item) => this.#frame.addressOf(item) === address) ?? this.#named(address),
        onOpen: (other) => this.#choices.open(other),
      }),
    });
  }

  #renderInitiative(address: string): TemplateResult {
    const {opened} = this.#choices;
    return detailFrame({
      backLabel: opened === null ? this.#words.backToList : this.#words.backTo(this.#partnerPanel.thing?.name ?? null),
      onClose: () => this.#go(opened, null),
      content: this.#initiativePanel.render({
        ...this.#detailModel,
        listed: this.#named(address),
        onOpen: (other) => {
          this.#initiative.address = other;
          this.#choices.step();
        },
      }),
    });
  }

  get #detailModel() {
    const {language, timeZone, community} = this.#frame;
    return {
      words: this.#words,
      ownWords: this.messages,
      language,
      timeZone,
      headingLevel: this.headingLevel,
      community,
      addressOf: (thing: {slug: string; community: string}) => this.#frame.addressOf(thing),
      onOpenInitiative: (named: Named) => this.#open('initiative', named),
      onOpenPartner: (named: Named) => this.#open('partner', named),
    };
  }

  get #opened(): Path {
    return [this.#choices.opened, this.#initiative.address].filter((address) => address !== null);
  }

  #named(address: string): Named | undefined {
    return this.#pressed && this.#frame.addressOf(this.#pressed) === address ? this.#pressed : undefined;
  }

  #open(resource: 'initiative' | 'partner', named: Named): void {
    const {id, slug, community} = named;
    if (!this.dispatchEvent(new BuurtSelectEvent({resource, id, slug}))) return;
    const address = this.#frame.addressOf({slug, community});
    this.#pressed = named;
    this.#layers.leave(this.#path, address);
    if (resource === 'partner') this.#go(address, null);
    else this.#go(this.#choices.opened, address);
  }

  #go(partner: string | null, initiative: string | null): void {
    const before = this.#path;
    this.#initiative.address = initiative;
    this.#choices.open(partner);
    void this.#layers.follow(before, this.#opened);
  }

  #handleOpen(event: MouseEvent, item: PartnerListItem): void {
    if (!isPlainPress(event)) return;
    event.preventDefault();
    this.#open('partner', item);
  }

  #handleTravel(): void {
    this.#list.filterBar.forgetTyping();
    const before = this.#path;
    const now = this.#opened;
    if (now.join() === before.join() || !(this.renderRoot as ShadowRoot).activeElement) return;
    void this.#layers.follow(before, now);
  }
}
