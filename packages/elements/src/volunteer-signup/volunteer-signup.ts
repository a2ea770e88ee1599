import {
  createOpportunityReader,
  type OpportunityListItem,
  type OpportunityReads,
  type Reader,
  type Shift,
  type VolunteerWriter,
} from '@buurtkit/sdk';
import {
  listMessages,
  statusMessages,
  volunteeringMessages,
  type ChoosingMessages,
  type CommunityMessages,
  type ListMessages,
  type SignupMessages,
  type StatusMessages,
  type VolunteeringDetailMessages,
  type VolunteeringMessages,
  type WhereAndWhenMessages,
} from '@buurtkit/texts';
import {LitElement, html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {ReaderChoices} from '../choices/reader-choices.ts';
import {ComponentFrame} from '../component/component-frame.ts';
import type {TokenProvider} from '../configuration/configuration.ts';
import {detailFrame} from '../detail/detail-frame.ts';
import {DetailPanel} from '../detail/detail-panel.ts';
import {Layers, type Path} from '../detail/layers.ts';
import {BuurtReadyEvent, BuurtSelectEvent} from '../events/buurt-events.ts';
import {moveFocus} from '../focus/move-focus.ts';
import type {ListWords} from '../list/result-list.ts';
import {isPlainPress} from '../list/result-row.ts';
import {errorEventOf, failureWords} from '../status/failure.ts';
import {skeleton} from '../status/skeleton.ts';
import {addStyles} from '../styles/add-styles.ts';
import {styles} from '../styles/styles.ts';
import {inLanguage} from '../vocabulary/written-by-people.ts';
import {loadOpportunity, type OpenedWork, type OpportunityModel} from './load-opportunity.ts';
import {opportunityFilterRules} from './opportunity-filters.ts';
import {OpportunityList} from './opportunity-list.ts';
import {SignupChoices} from './signup-choices.ts';
import type {SignupPart} from './signup-part.ts';
import {readAttributes} from './volunteer-signup-attributes.ts';

/** All that the component says; give `messages` the ones that should be otherwise. */
export type VolunteerSignupMessages = StatusMessages &
  ListMessages &
  ChoosingMessages &
  WhereAndWhenMessages &
  CommunityMessages &
  VolunteeringMessages &
  VolunteeringDetailMessages &
  SignupMessages;

/** What the component asks: a client of the SDK has all of it. */
export type VolunteerClient = Reader & {opportunities: OpportunityReads} & VolunteerWriter;

/**
 * Voluntary work to search and filter, and a form to sign up without an account. What the reader chose is in the page's address;
 * what they fill in is not.
 *
 * @summary Voluntary work in a list, with filters, and the form to sign up.
 * @tag buurt-volunteer-signup
 * @slot - Shown until the work is there, and when it can't be loaded: a link to the page with all of it.
 * @slot footer - Your own addition, for example a link to what the municipality offers volunteers.
 * @fires {BuurtReadyEvent} buurt-ready - The work is there.
 * @fires {BuurtSelectEvent} buurt-select - Somebody chose work in the list; `preventDefault()` keeps our panel shut.
 * @fires {BuurtFilterChangedEvent} buurt-filter-changed - Other filters were chosen and their results are there.
 * @fires {BuurtSignedUpEvent} buurt-signed-up - Somebody signed up: for which work, and what became of it.
 * @fires {BuurtErrorEvent} buurt-error - Something could not be loaded or sent, or an attribute can't be used.
 * @csspart filters - Search field, filters and what is chosen.
 * @csspart search - The search field.
 * @csspart filter - A button that opens a filter.
 * @csspart chip - A chosen filter that can be taken away.
 * @csspart status - The count above the list.
 * @csspart list - The list.
 * @csspart item - One piece of work in the list.
 * @csspart title - Its title in the list.
 * @csspart badge - That this is a sample.
 * @csspart more - The button that shows more.
 * @csspart empty - What is said when there is nothing.
 * @csspart error - What is said when loading fails.
 * @csspart retry - The button that tries again.
 * @csspart detail - The panel of one piece of work, or of its form.
 * @csspart back - The button back to the list, or from the form to the work.
 * @csspart detail-title - The title of the work in its panel.
 * @csspart section-title - A heading within the panel.
 * @csspart shift - One dated moment, with its places.
 * @csspart sign-up - The button that opens the form.
 * @csspart form - The form.
 * @csspart form-title - The heading of the form, and of what happens next.
 * @csspart step-title - The heading of a step of the form.
 * @csspart field - A question with its label, hint and error.
 * @csspart error-summary - All that is wrong, above the form.
 * @csspart error-summary-title - Its heading.
 * @csspart submit - The button that goes on, and the last one that signs up.
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
 * @cssstate ready - There is work.
 * @cssstate empty - There is none, or none that fits.
 * @cssstate error - Loading failed, or an attribute can't be used.
 */
export class VolunteerSignup extends LitElement {
  static override styles = styles;

  /** The community whose voluntary work is shown, by its slug; a region shows that of all its members. */
  @property() community: string | null = null;

  /** Address of the API, for example `https://buurt.example.nl`. */
  @property() api: string | null = null;

  /** Level of the heading, so that it fits the outline of the page around it. */
  @property({attribute: 'heading-level', type: Number}) headingLevel = 2;

  /** Only work for this initiative, by its slug. Several with commas. */
  @property() initiative: string | null = null;

  /** Only work in this area: a CBS code such as `GM1676`, or a name the community gave. Several with commas. */
  @property() area: string | null = null;

  /** Only work on this theme: `meeting`. Several with commas. */
  @property() theme: string | null = null;

  /** Only this one piece of work, by its id: no list, but what it is and its form. */
  @property() opportunity: string | null = null;

  /** Name of the parameter in the page's address that holds what the reader chose. Two on one page need different ones. */
  @property({attribute: 'state-key'}) stateKey = 'buurt';

  /** A client of your own, instead of `api` and `community`. */
  @property({attribute: false}) client: VolunteerClient | null = null;

  /** Gives the key of the visitor that your page knows. */
  @property({attribute: false}) tokenProvider: TokenProvider | null = null;

  /** Own words, in place of some of ours. */
  @property({attribute: false}) messages: Partial<VolunteerSignupMessages> = {};

  readonly #frame = new ComponentFrame(this);
  readonly #signupChoices = new SignupChoices(() => this.#choices.step());
  readonly #choices: ReaderChoices = new ReaderChoices(this, this.#signupChoices, {
    key: () => this.stateKey,
    rules: opportunityFilterRules,
    onTravel: () => void this.#handleTravel(),
  });
  readonly #opportunityList = new OpportunityList(this, {
    choices: this.#choices,
    signupChoices: this.#signupChoices,
    announcer: this.#frame.announcer,
    onOpen: (event, item) => this.#handleOpen(event, item),
  });
  readonly #panel = new DetailPanel<OpenedWork, OpportunityModel>(
    this,
    (opened, signal) => loadOpportunity(this, opened, {opportunities: this.#opportunities!, language: this.#frame.language}, signal),
    {onLoaded: () => void this.#handleLoaded(), onFailed: (error) => this.#handleFailed(error)},
  );
  readonly #layers = new Layers(this);

  #reads: {client: Reader; opportunities: OpportunityReads} | null = null;
  #signupPart: SignupPart | null = null;
  #loadingPart: Promise<void> | null = null;
  /** What was open when it was last shown. */
  #path: Path = [];
  /** What was opened last, as the list knows it. */
  #pressed: OpportunityListItem | null = null;
  #words!: ListWords & VolunteeringMessages;

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
      ...volunteeringMessages[language](addressForm),
      ...this.messages,
    };
    const opportunities = this.#opportunities;
    this.#path = this.#opened;
    const [address] = this.#path;
    this.#panel.show(client && address ? {client, address, refreshes} : null);
    if (this.#path.length > 1) void this.#loadPart();
    if (client && opportunities && this.opportunity === null)
      this.#opportunityList.show({
        client,
        opportunities,
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
    const {loading} = this.#panel;
    const {results} = this.#opportunityList.list;
    const shown =
      this.opportunity === null
        ? {hasLoaded: results.hasLoaded, isLoading: results.isLoading, error: results.error, onRetry: () => results.retry()}
        : {
            hasLoaded: loading.value !== null,
            isLoading: loading.isLoading,
            error: loading.error,
            onRetry: () => void loading.retry(),
          };
    return this.#frame.render({...shown, words: this.#words, content: () => this.#renderContent()});
  }

  protected override updated(): void {
    const {loading} = this.#panel;
    const {hasLoaded, error, total} = this.#opportunityList.list.results;
    if (this.opportunity !== null) this.#frame.report(loading.error ? 'error' : loading.value ? 'ready' : 'loading');
    else
      this.#frame.report(error ? 'error' : !hasLoaded || !this.#opportunityList.list.isDrawn ? 'loading' : total === 0 ? 'empty' : 'ready');
  }

  /** Loads everything again, for example after a change elsewhere on the page. */
  async refresh(): Promise<void> {
    this.#frame.refreshes += 1;
    this.requestUpdate();
    if (this.opportunity === null) return this.#opportunityList.list.refresh();
    await this.updateComplete;
    await this.#panel.loading.done;
  }

  /** What is open lies over the rest, which stays as it was. */
  #renderContent(): TemplateResult {
    const {list} = this.#opportunityList;
    const [address, form] = this.#path;
    return html`
      ${form === undefined ? nothing : this.#renderForm()}
      ${address === undefined ? nothing : html`<div ?hidden=${form !== undefined}>${this.#renderOpportunity(address)}</div>`}
      ${
        this.opportunity === null
          ? html`<div class="overview" ?hidden=${this.#path.length > 0} aria-busy=${list.results.isLoading}>
              ${list.renderFilters()} ${list.render()}
            </div>`
          : nothing
      }
      ${this.opportunity !== null || list.isDrawn ? this.#frame.renderNotes(this.messages) : nothing}
    `;
  }

  #renderForm(): TemplateResult {
    const {thing} = this.#panel;
    const {error} = this.#panel.loading;
    const {language, timeZone, community} = this.#frame;
    const shift = thing?.shifts.find(({id}) => id === this.#signupChoices.form) ?? null;
    const isThere = thing && (shift !== null || this.#signupChoices.form === 'any');
    // A shift that is over is in no list any more.
    if (error || (thing && !isThere)) return html`${this.#renderOpportunity(this.#path[0]!)}`;
    return detailFrame({
      backLabel: this.#words.backToWork,
      onClose: () => void this.#go(this.#path[0] ?? null, null),
      content:
        thing && this.#signupPart
          ? this.#signupPart.render({
              opportunity: thing,
              shift,
              language,
              timeZone,
              headingLevel: this.headingLevel,
              community,
              ownWords: this.messages,
              writer: this.client ?? {...this.#frame.configuration.settings!, community: thing.community},
              backLabel: this.#words.backToWork,
              onBack: () => void this.#go(thing.id, null),
              onSignedUp: () => void this.#panel.loading.retry(),
            })
          : skeleton(),
    });
  }

  #renderOpportunity(address: string): TemplateResult {
    const {language, timeZone, community} = this.#frame;
    const listed =
      this.#opportunityList.list.results.items.find(({id}) => id === address) ??
      (this.#pressed?.id === address ? this.#pressed : undefined);
    const content = this.#panel.render({
      listed: listed && {name: inLanguage(listed.title, language).text, summary: listed.summary},
      words: this.#words,
      ownWords: this.messages,
      language,
      timeZone,
      headingLevel: this.headingLevel,
      community,
      onSignUp: (shift) => this.#handleSignUp(shift),
    });
    if (this.opportunity !== null) return html`<article class="detail" part="detail">${content}</article>`;
    return detailFrame({backLabel: this.#words.backToList, onClose: () => void this.#go(null, null), content});
  }

  /** What to ask for work: the page's own client, or one that only reads. */
  get #opportunities(): OpportunityReads | null {
    if (this.client) return this.client.opportunities;
    const {client, configuration} = this.#frame;
    const {settings} = configuration;
    if (!client || !settings) return null;
    if (this.#reads?.client !== client) this.#reads = {client, opportunities: createOpportunityReader(settings)};
    return this.#reads.opportunities;
  }

  get #opened(): Path {
    const address = this.opportunity ?? this.#choices.opened;
    return [address, address && this.#signupChoices.form].filter((part) => part !== null);
  }

  /** The form is a part of its own: most readers only look. */
  #loadPart(): Promise<void> {
    this.#loadingPart ??= import('./signup-part.ts')
      .then(({SignupPart, formStyles}) => {
        addStyles(this.renderRoot, formStyles);
        this.#signupPart = new SignupPart(this);
      })
      .catch((error: unknown) => {
        this.#loadingPart = null;
        this.#handleFailed(error);
        this.dispatchEvent(errorEventOf(error));
        this.#signupChoices.form = null;
      })
      .finally(() => this.requestUpdate());
    return this.#loadingPart;
  }

  async #go(address: string | null, form: string | null): Promise<void> {
    const before = this.#path;
    this.#signupChoices.form = form;
    this.#choices.open(address);
    await this.#follow(before);
  }

  async #follow(before: Path): Promise<void> {
    if (this.#signupChoices.form === null) {
      await this.#layers.follow(before, this.#opened);
      this.#signupPart?.forgetSent();
      return;
    }
    await this.#loadPart();
    await this.#panel.loading.done;
    await moveFocus(this, '.form-title', '.detail-title', '.back');
  }

  #handleOpen(event: MouseEvent, item: OpportunityListItem): void {
    if (!isPlainPress(event)) return;
    event.preventDefault();
    if (!this.dispatchEvent(new BuurtSelectEvent({resource: 'opportunity', id: item.id, slug: null}))) return;
    this.#pressed = item;
    this.#layers.leave(this.#path, item.id);
    void this.#go(item.id, null);
  }

  #handleSignUp(shift: Shift | null): void {
    const form = shift?.id ?? 'any';
    this.#layers.leave(this.#path, form);
    void this.#go(this.#choices.opened, form);
  }

  async #handleLoaded(): Promise<void> {
    if (this.opportunity === null) return;
    await this.updateComplete;
    this.dispatchEvent(new BuurtReadyEvent({component: 'volunteer-signup'}));
  }

  #handleFailed(error: unknown): void {
    const {title, hint} = failureWords(error, this.#words);
    this.#frame.announcer.say(`${title}. ${hint}`);
  }

  async #handleTravel(): Promise<void> {
    this.#opportunityList.list.filterBar.forgetTyping();
    const before = this.#path;
    if (this.#opened.join() === before.join() || !(this.renderRoot as ShadowRoot).activeElement) return;
    await this.#follow(before);
  }
}
